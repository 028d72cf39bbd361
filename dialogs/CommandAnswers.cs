using System.Globalization;
using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Microsoft.Bot.Builder;

namespace Hausmeister.Dialogs;

/// <summary>Commands that are answered at once, without a dialog.</summary>
public sealed class CommandAnswers(IOpenIssues openIssues, IssueFinder issues, IIssueTracker tracker, IRotaFeeds feeds, IDagPictures pictures, NextThing next)
{
    private const string ForMembersOnly = "That is for the squad's members. Type what happened, and the one on duty gets it.";

    private const string NoDag = "No nightly run is set up for this squad: its file has no pipeline.";

    public async Task AnswerAsync(ITurnContext context, Command command, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        switch (command)
        {
            case Command.Help:
                await SendAsync(context, HelpCard.Build(turn.Moment, turn.Person), cancellationToken);
                break;
            case Command.Who:
                await SendAsync(context, WhoCard.Build(turn.Moment, turn.Person), cancellationToken);
                break;
            case Command.Incomplete incomplete:
                await SayAsync(context, $"Write it like this: {incomplete.Hint}", cancellationToken);
                break;
            case Command.Dag:
                await DagAsync(context, turn, cancellationToken);
                break;
            case var _ when turn.Person.IsGuest:
                await SayAsync(context, ForMembersOnly, cancellationToken);
                break;
            case Command.Rota:
                await SendAsync(context, await RotaAsync(turn, cancellationToken), cancellationToken);
                break;
            case Command.RotaPicture:
                await SendAsync(context, RotaPictureCard.Build(turn.Moment, await feeds.PictureAsync(turn.Squad, turn.Moment.Now, cancellationToken)), cancellationToken);
                break;
            case Command.Fairness:
                await SendAsync(context, FairnessCard.Build(turn.Moment), cancellationToken);
                break;
            case Command.HandOff:
                await HandOffAsync(context, turn, cancellationToken);
                break;
            case Command.HandOffs:
                await SendAsync(context, HandOffsCard.Build(await turn.HandOffs.BegunAsync(cancellationToken), turn.Moment), cancellationToken);
                break;
            case Command.Swap or Command.Cover or Command.TakeOver or Command.HandOver or Command.Ill or Command.Well:
                await RotaCommands.AnswerAsync(context, command, cancellationToken);
                break;
            case Command.DagHistory:
                await DagHistoryAsync(context, turn, cancellationToken);
                break;
            case Command.Next:
                await SendAsync(context, await next.CardAsync(turn, cancellationToken), cancellationToken);
                break;
            case Command.Issues list:
                await SendAsync(context, await IssuesAsync(turn, list.Backlog, cancellationToken), cancellationToken);
                break;
            case Command.Cases:
                await SendAsync(context, CasesCard.Build(await turn.Cases.OpenAsync(cancellationToken), turn.Moment), cancellationToken);
                break;
            case Command.Show show:
                await ShowAsync(context, show.Target, cancellationToken);
                break;
            case Command.Note note:
                await ChangeAsync(context, note.Number, c => ServiceIssues.AddNote(c, note.Text, turn.Person, turn.Moment), cancellationToken);
                break;
            case Command.Give give:
                await GiveAsync(context, give, cancellationToken);
                break;
            case Command.SetPriority set:
                await ChangeAsync(context, set.Number, c => ServiceIssues.SetPriority(c, set.Priority, turn.Person, turn.Moment), cancellationToken);
                break;
        }
    }

    /// <summary>The case's card, as a message that stays up to date.</summary>
    public static Task ShowAsync(ITurnContext context, Case @case, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var message = @case.Kind == CaseKind.ServiceIssue
            ? turn.Message(IssueCard.Build(@case, turn.Moment, turn.Person), @case)
            : turn.Message(QuestionCard.Build(@case, turn.Moment), @case, PostKind.Question);
        return context.SendActivityAsync(message, cancellationToken);
    }

    private async Task ShowAsync(ITurnContext context, string target, CancellationToken cancellationToken)
    {
        if (await issues.CaseAsync(context.Turn(), target, cancellationToken) is { } found)
            await ShowAsync(context, found, cancellationToken);
        else
            await SayNotKnownAsync(context, target, cancellationToken);
    }

    private Task GiveAsync(ITurnContext context, Command.Give give, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var member = RotaCommands.Named(turn.Squad, give.To);
        return member is null
            ? SayAsync(context, RotaCommands.NotKnown(turn.Squad, give.To), cancellationToken)
            : ChangeAsync(context, give.Number, c => ServiceIssues.Give(c, member.Id, turn.Person, turn.Moment), cancellationToken);
    }

    private async Task ChangeAsync(ITurnContext context, int number, Func<Case, Case> decide, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var target = number.ToString(CultureInfo.InvariantCulture);
        var found = await issues.CaseAsync(turn, target, cancellationToken);
        if (found is null)
            await SayNotKnownAsync(context, target, cancellationToken);
        else
            await ShowAsync(context, (await turn.Cases.ApplyAsync(found.Id, decide, cancellationToken))!, cancellationToken);
    }

    /// <summary>The last one that began, and where there is none yet, when the next one comes.</summary>
    private static async Task HandOffAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (await turn.HandOffs.LastAsync(cancellationToken) is { } last)
            await SendAsync(context, HandOffCard.Build(last, turn.Moment, turn.Viewer), cancellationToken);
        else
            await SendAsync(context, NextHandOffCard.Build(turn.Moment), cancellationToken);
    }

    /// <summary>While yesterday's run goes on it is shown too, and first.</summary>
    private static async Task DagAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        var days = turn.Squad.Pipeline is null ? [] : await turn.Pipeline.ShownAsync(cancellationToken);
        if (days.Count == 0)
            await SayAsync(context, turn.Squad.Pipeline is null ? NoDag : "I have not read the nightly run yet. Try again in a minute.", cancellationToken);
        foreach (var day in days.Reverse())
            await context.SendActivityAsync(turn.Message(DagCard.Build(day, turn.Moment, turn.Viewer, changes: !turn.IsPassing), day), cancellationToken);
    }

    private async Task DagHistoryAsync(ITurnContext context, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Squad.Pipeline is null)
        {
            await SayAsync(context, NoDag, cancellationToken);
            return;
        }
        var days = await turn.Pipeline.HistoryAsync(Usual.Days, cancellationToken);
        await SendAsync(context, DagHistoryCard.Build(turn.Moment, await pictures.HistoryAsync(turn.Moment, days, cancellationToken), days), cancellationToken);
    }

    /// <summary>In a room nobody's own shifts or calendar are shown.</summary>
    private async Task<AdaptiveCard> RotaAsync(Turn turn, CancellationToken cancellationToken) =>
        RotaCard.Build(turn.Moment, turn.Viewer, await feeds.AddressAsync(turn.Squad, turn.Viewer, cancellationToken));

    private async Task<AdaptiveCard> IssuesAsync(Turn turn, bool backlog, CancellationToken cancellationToken)
    {
        var listed = await openIssues.ListAsync(turn.Squad, cancellationToken);
        var cases = await turn.Cases.OpenAsync(cancellationToken);
        return IssuesCard.Build(listed, cases, turn.Moment, label => tracker.OpenIssuesPage(turn.Squad.Issues, label), tracker.Name, backlog);
    }

    /// <param name="target">As somebody typed it or a link has it, so only what can be a number or an id is repeated.</param>
    public static string NotKnown(string target) => Command.Parse(target) is Command.Show
        ? $"I know no open issue or case {target}. Type issues for the open ones."
        : "That names no issue and no case. Type issues for the open ones.";

    /// <summary>Where the tracker does not answer, it may well know the issue.</summary>
    private async Task SayNotKnownAsync(ITurnContext context, string target, CancellationToken cancellationToken)
    {
        var trouble = (await openIssues.ListAsync(context.Turn().Squad, cancellationToken)).Trouble;
        await SayAsync(context, trouble is null ? NotKnown(target) : $"I know no open issue or case {target}. {trouble} Try again later.", cancellationToken);
    }

    private static Task SendAsync(ITurnContext context, AdaptiveCard card, CancellationToken cancellationToken) =>
        context.SendActivityAsync(context.Turn().Message(card), cancellationToken);

    private static Task SayAsync(ITurnContext context, string text, CancellationToken cancellationToken) =>
        context.SendActivityAsync(Turn.Line(text), cancellationToken);
}
