using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards.Rendering;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// <c>/hausmeister</c> and a word: everything that can be typed, in any channel, also where the bot is not. The command itself and its answer are
/// seen by nobody else.
/// </summary>
internal sealed class SlackCommands(
    SlackRequests requests, SlackForms forms, SlackAskers askers, SlackDirects directs, SlackResponses responses, SlackTurns turns, IReadOnlyList<Squad> squads)
{
    public async Task<SlackReply> TakeAsync(SlackCommand command)
    {
        if (!IsWhole(command))
            return SlackReply.Bad("The command is not of its shape.");
        var words = SlackWords.Plain(command.Text ?? "", account => SlackNames.Of(squads, account)).Trim();
        var request = new SlackRequest(command.UserId!, command.ChannelId!, null, null, command.TriggerId!, words);
        responses.Keep(command.ResponseUrl, request.Seen);
        await AnswerAsync(request);
        return SlackReply.Done;
    }

    private async Task AnswerAsync(SlackRequest request)
    {
        // A trigger lives three seconds: the form comes before anything that may be slow.
        if (NeedsForm(request) && await forms.TryOpenAsync(request.User, request.Id, request.Place, SlackSubjects.Of(WordsOf(request.Words))))
            return;
        if (SlackPlaces.IsPrivate(request.Channel) && await directs.OfAsync(request.User) == request.Channel)
            await turns.RunAsync(Typed(request), SlackAbout.Nothing);
        else
            await requests.AnswerAsync(request);
    }

    /// <summary>A triage of which nothing is said yet; a guest's two questions in any case.</summary>
    private bool NeedsForm(SlackRequest request) => Command.Parse(request.Words) switch
    {
        Command.Triage { What: null, IsP4: false } => true,
        Command.Triage or null when request.Words.Length > 0 => !askers.Of(request.User, request.Place).IsMember,
        _ => false,
    };

    private static string? WordsOf(string words) => Command.Parse(words) is Command.Triage triage ? triage.What : words;

    private Activity Typed(SlackRequest request)
    {
        var typed = turns.Message(request.Channel, request.User, request.Id);
        typed.Text = request.Words.Length > 0 ? request.Words : "help";
        return typed;
    }

    private static bool IsWhole(SlackCommand command) =>
        SlackPlaces.IsId(command.ChannelId) && SlackPlaces.IsId(command.UserId) && command.TriggerId is { Length: > 0 and <= Limits.IdLength }
        && !(command.Text?.Length > Limits.TextLength);
}
