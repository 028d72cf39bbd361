using System.Net;
using System.Runtime.ExceptionServices;
using AdaptiveCards;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Channels;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Writes into conversations through their channels' adapters.</summary>
internal sealed partial class Messenger(WaysToPeople ways, AdapterOf adapterOf, BotId bot, ChannelReports reports, ILogger<Messenger> logger) : IMessenger
{
    private static readonly Duration DialogLives = Duration.FromMinutes(10);

    public async Task<IReadOnlyList<Post>> SendAsync(
        Squad squad, Recipient to, PostKind kind, AdaptiveCard card, IReadOnlyCollection<string> except, CancellationToken cancellationToken)
    {
        var found = await ways.ToAsync(squad, to, cancellationToken);
        if (found.Count == 0)
            throw new UnreachableException($"{NameOf(squad, to, kind)} has no conversation with me on any channel.");
        return to.Member is { } member
            ? [await ToMemberAsync(squad, member, found, kind, card, cancellationToken)]
            : await ToAllAsync(squad, to, found, kind, card, except, cancellationToken);
    }

    /// <summary>On the best way, and on the next one where somebody has to act before the message can go there.</summary>
    private async Task<Post> ToMemberAsync(Squad squad, string member, IReadOnlyList<Way> found, PostKind kind, AdaptiveCard card, CancellationToken cancellationToken)
    {
        ChannelRefusedException? first = null;
        foreach (var way in found)
        {
            try
            {
                return new Post(kind, way.Place, await SendAsync(way, Message(card), cancellationToken), way.Viewer);
            }
            catch (ChannelRefusedException refused) when (refused.IsLasting)
            {
                first ??= refused;
                if (refused.IsGone)
                    await TellGoneAsync(squad, member, way, refused, cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                throw new UnreachableException($"{squad.NameOf(member)} could not be written to{Why(error)}", error);
            }
        }
        throw new UnreachableException($"{squad.NameOf(member)} could not be written to{Why(first)}", first);
    }

    /// <summary>The message itself does not depend on it.</summary>
    private async Task TellGoneAsync(Squad squad, string member, Way way, ChannelRefusedException refused, CancellationToken cancellationToken)
    {
        var channel = way.Reference.ChannelId;
        var account = squad.Find(member)?.Accounts.GetValueOrDefault(channel) ?? member;
        var trouble = new ChannelTrouble(ChannelTroubleKind.Account, account, ChannelWords.AccountGone(squad.NameOf(member), channel, refused.Message));
        try
        {
            await reports.ChangeAsync(s => s.Id == squad.Id, channel, (book, moment) => ChannelRules.Begin(book, trouble, moment), cancellationToken);
        }
        catch (StorageException error)
        {
            Log.NotTold(logger, error, squad.Id, member);
        }
    }

    private async Task<IReadOnlyList<Post>> ToAllAsync(
        Squad squad, Recipient to, IReadOnlyList<Way> found, PostKind kind, AdaptiveCard card, IReadOnlyCollection<string> except, CancellationToken cancellationToken)
    {
        var posts = new List<Post>();
        Exception? refused = null;
        foreach (var way in found.Where(way => !except.Contains(way.Place)))
        {
            try
            {
                posts.Add(new Post(kind, way.Place, await SendAsync(way, Message(card), cancellationToken), way.Viewer));
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                refused = error;
            }
        }
        return refused is null ? posts : throw new UnreachableException($"{NameOf(squad, to, kind)} could not be written to{Why(refused)}", refused, posts);
    }

    public async Task<bool> UpdateAsync(Squad squad, Post post, AdaptiveCard card, CancellationToken cancellationToken)
    {
        // Without an id the channel cannot be told which message is meant.
        if (post.Activity.Length == 0 || await ways.ToPlaceAsync(post.Conversation, cancellationToken) is not [var way])
            return false;
        var update = Message(card);
        update.Id = post.Activity;
        try
        {
            await InAsync(way, (context, token) => context.UpdateActivityAsync(update, token), cancellationToken);
            return true;
        }
        catch (ErrorResponseException refused) when (refused.Response?.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden or HttpStatusCode.Gone)
        {
            return false;
        }
        catch (ChannelRefusedException gone) when (gone.IsGone)
        {
            return false;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new UnreachableException($"A message in {post.Conversation} could not be brought up to date.", error);
        }
    }

    public async Task<bool> IsInDialogAsync(Squad squad, Recipient to, Instant now, CancellationToken cancellationToken) =>
        to.Member is { } member
        && await ways.ConversationOfAsync(squad, member, cancellationToken) is { IsInDialog: true } conversation
        && now - conversation.LastActivity < DialogLives;

    private async Task<string> SendAsync(Way way, Activity message, CancellationToken cancellationToken)
    {
        var id = "";
        await InAsync(way, async (context, token) => id = (await context.SendActivityAsync(message, token))?.Id ?? "", cancellationToken);
        return id;
    }

    /// <summary>An adapter gives what a turn throws to its <c>OnTurnError</c>, which would answer a person who has asked nothing: it is caught before.</summary>
    private async Task InAsync(Way way, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ExceptionDispatchInfo? refused = null;
        await adapterOf(way.Reference.ChannelId).ContinueConversationAsync(bot.Value, way.Reference, CatchAsync, cancellationToken);
        refused?.Throw();

        async Task CatchAsync(ITurnContext context, CancellationToken token)
        {
            try
            {
                await callback(context, token);
            }
            catch (Exception error)
            {
                refused = ExceptionDispatchInfo.Capture(error);
            }
        }
    }

    private static string Why(Exception? refused) => refused is ChannelRefusedException { Message: var why } ? $": {why}" : ".";

    private static string NameOf(Squad squad, Recipient to, PostKind kind) => (to, kind) switch
    {
        ({ Member: { } member }, _) => squad.NameOf(member),
        ({ Room: Room.Guild }, _) => "The guild's room",
        ({ Room: Room.Crash }, _) => "The crash channel",
        ({ Room: Room.Announcements }, _) => "The announcements room",
        (_, PostKind.ThreadAnswer or PostKind.ThreadIssue or PostKind.ThreadFixed or PostKind.ThreadReopened) => "The thread that it came from",
        _ => "Whoever asked",
    };

    private static Activity Message(AdaptiveCard card)
    {
        var message = (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card });
        message.Summary = card.FallbackText;
        return message;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "That the account of {Squad}/{Member} does not work is told with their next message")]
        public static partial void NotTold(ILogger logger, Exception error, string squad, string member);
    }
}
