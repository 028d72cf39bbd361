using Hausmeister.Bot.Turns;
using Hausmeister.Cards.Rendering;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What one person asks the bot for where others read.</summary>
/// <param name="Thread">The thread's first message, where they asked in one.</param>
/// <param name="Ts">The message that asks; null: a slash command, which is none.</param>
/// <param name="Id">The same for what comes again.</param>
/// <param name="Words">Without the bot's name.</param>
internal sealed record SlackRequest(string User, string Channel, string? Thread, string? Ts, string Id, string Words)
{
    public SlackPlace Place => new(Channel, Ts, Thread);

    /// <summary>Where the answer stands that they alone see.</summary>
    public string Seen => SlackPlaces.Ephemeral(Channel, Thread, User);
}

/// <summary>
/// What a member asks in a channel, and anybody by the slash command, is theirs: looks at the state of things are answered so that only they
/// see it, and what is a conversation goes on in their direct message.
/// </summary>
internal sealed class SlackRequests(SlackAskers askers, SlackAsides asides, SlackSubjects subjects, SlackTurns turns)
{
    public Task AnswerAsync(SlackRequest request)
    {
        var sender = askers.Of(request.User, request.Place);
        var words = request.Words.Length > 0 ? request.Words : request.Thread is null ? "help" : "triage";
        return Command.Parse(words) switch
        {
            Command.Triage { What: null, IsP4: var isP4 } when request is { Ts: not null, Thread: { } thread } && thread != request.Ts => BeginOfThreadAsync(sender, request, thread, isP4),
            Command.Triage triage => BeginAsync(sender, request, SlackSubjects.Of(triage.What, triage.IsP4)),
            Command.Cancel or Command.StartOver => AsideAsync(sender, request, words),
            null when words.Equals("back", StringComparison.OrdinalIgnoreCase) => AsideAsync(sender, request, words),
            null => BeginAsync(sender, request, SlackSubjects.Of(words)),
            // There they are asked which squad they mean, and it is remembered.
            _ when sender.Squads.Count > 1 => AsideAsync(sender, request, words),
            _ => turns.RunAsync(Said(request.Seen, request, $"{SlackEvents.Name} {words}"), SlackAbout.Nothing),
        };
    }

    /// <summary>They mean what the thread is about.</summary>
    private async Task BeginOfThreadAsync(Sender sender, SlackRequest request, string thread, bool isP4)
    {
        var draft = await subjects.OfThreadAsync(request.Channel, thread);
        await asides.BeginAsync(sender, request.Id, draft with { Express = isP4 }, askers.About(sender, new SlackPlace(request.Channel, thread)), request.Seen);
    }

    private Task BeginAsync(Sender sender, SlackRequest request, TriageDraft draft) =>
        asides.BeginAsync(sender, request.Id, draft, askers.About(sender, request.Place), request.Seen);

    private Task AsideAsync(Sender sender, SlackRequest request, string words) =>
        asides.TakeAsync(Said(request.User, request, words), askers.About(sender, request.Place), request.Seen);

    private Activity Said(string conversation, SlackRequest request, string words)
    {
        var said = turns.Message(conversation, request.User, request.Id);
        said.Text = words;
        return said;
    }
}
