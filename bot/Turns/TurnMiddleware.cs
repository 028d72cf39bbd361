using Hausmeister.Bot.Channels;
using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace Hausmeister.Bot.Turns;

/// <summary>How long a turn waits before it runs again; passed in, as it has a random part.</summary>
internal delegate TimeSpan PauseBefore(int attempt);

/// <summary>
/// Every turn goes through here: one at a time for a conversation and a person, its replies held back until it is committed,
/// again from fresh state when somebody else was faster, and not at all when the activity is known.
/// </summary>
internal sealed partial class TurnMiddleware(
    IDocumentStore store, LiveSquads squads, People people, KeyedLocks locks, Marks marks, Delivery delivery, OutboxBell outbox, DutyBell bell, TimeProvider time, PauseBefore pauseBefore,
    ILogger<TurnMiddleware> logger)
    : IMiddleware
{
    /// <summary>A member who writes in eight conversations for the first time at once has eight rivals for the way to them.</summary>
    public const int MostAttempts = 10;

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (IsOurOwn(activity))
        {
            CardsForChannel.InstallOn(turnContext);
            return next(cancellationToken);
        }

        // Typing, reactions, read receipts and whatever else channels send along is nobody's turn.
        return IsTurn(activity) && people.SenderOf(activity, turnContext.TurnState.Get<SquadMeant>()) is { } sender
            ? RunAsync(turnContext, sender, next, cancellationToken)
            : Task.CompletedTask;
    }

    private async Task RunAsync(ITurnContext context, Sender sender, NextDelegate next, CancellationToken cancellationToken)
    {
        using var scope = Log.Turn(logger, TurnReference.Of(context.Activity), sender.Channel);
        using var taken = await locks.TakeAsync(sender.Document, cancellationToken);
        var arrival = new Arrival(context);
        var replies = HeldReplies.InstallOn(context);
        for (var attempt = 1; ; attempt++)
        {
            arrival.Restore();
            try
            {
                await new TurnAttempt(store, squads, marks, delivery, outbox, logger, context, sender, replies, Now).RunAsync(next, cancellationToken);
                bell.Ring();
                Log.Done(logger, context.Activity.Type, attempt);
                return;
            }
            catch (ConflictException e) when (attempt < MostAttempts)
            {
                Log.Again(logger, e.Key, attempt);
            }
            catch
            {
                replies.GiveUp();
                throw;
            }

            await Task.Delay(pauseBefore(attempt + 1), time, cancellationToken);
        }
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <summary>The bot speaks by itself: whoever does that commits for itself.</summary>
    private static bool IsOurOwn(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation or ActivityEventNames.CreateConversation };

    private static bool IsTurn(Activity activity) => activity.Type
        is ActivityTypes.Message or ActivityTypes.Invoke or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate;

    /// <summary>What came in, as it came in: a turn that runs again must not see what an earlier try made of it.</summary>
    private sealed class Arrival(ITurnContext context)
    {
        private readonly string text = context.Activity.Text;
        private readonly HashSet<string> keys = [.. context.TurnState.Keys];

        public void Restore()
        {
            context.Activity.Text = text;
            context.Activity.Locale = Locales.English;
            foreach (var key in context.TurnState.Keys.Where(key => !keys.Contains(key)).ToList())
                context.TurnState.Remove(key);
        }
    }

    private static partial class Log
    {
        /// <summary>Stands before every line of the turn.</summary>
        public static readonly Func<ILogger, string, string, IDisposable?> Turn = LoggerMessage.DefineScope<string, string>("Turn {Turn} on {Channel}");

        [LoggerMessage(1, LogLevel.Debug, "The turn of a {Type} is done at attempt {Attempt}")]
        public static partial void Done(ILogger logger, string type, int attempt);

        [LoggerMessage(2, LogLevel.Information, "{Key} was changed by somebody else at attempt {Attempt}: the turn runs again")]
        public static partial void Again(ILogger logger, string key, int attempt);
    }
}
