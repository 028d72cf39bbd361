using Hausmeister.Cards;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder;

namespace Hausmeister.Bot.Turns;

/// <summary>
/// One switch of verbs. The role is checked here, on the server; every operation is idempotent; the tapped card becomes its
/// present state. What needs words is answered by a card with fields, as a message of its own.
/// </summary>
internal sealed class CardTaps(IssueFinder issues)
{
    private const string ForMembersOnly = "That is for the squad's members.";
    private const string ForLevel2Only = "Level 2 decides that.";
    private const string NotAsked = "That question went to somebody else.";

    /// <param name="toDialogs">Commands and answers to a question go there.</param>
    public Task TakeAsync(ITurnContext context, Tap tap, Func<CancellationToken, Task> toDialogs, CancellationToken cancellationToken)
    {
        if (Command.Parse(tap.Verb) is not null || IsAnswer(tap.Verb))
            return toDialogs(cancellationToken);
        if (context.Turn().IsMember && (tap.Verb.StartsWith(Verbs.HandOff.Prefix, StringComparison.Ordinal) || tap.Verb.StartsWith(Verbs.Ready.Prefix, StringComparison.Ordinal)))
            return HandOffTaps.TakeAsync(context, tap, cancellationToken);
        if (tap.Verb is Verbs.Issue.FormCancel or Verbs.Level2.Cancel)
            return CancelAsync(context.Turn());
        if (DagTaps.AreFor(tap.Verb))
            return new DagTaps(context, context.Turn(), tap).TakeAsync(cancellationToken);
        if (context.Turn().IsMember && TroubleTaps.AreFor(tap.Verb))
            return new TroubleTaps(context, context.Turn(), tap, issues).TakeAsync(cancellationToken);
        if (context.Turn().IsMember && RotaTaps.AreFor(tap.Verb))
            return new RotaTaps(context, context.Turn(), tap).TakeAsync(cancellationToken);
        return context.Turn().IsMember ? OnCaseAsync(context, tap, cancellationToken) : SayAsync(context, ForMembersOnly, cancellationToken);
    }

    private static Task CancelAsync(Turn turn)
    {
        turn.TappedBecomes = NoticeCard.Build("Cancelled.");
        return Task.CompletedTask;
    }

    /// <summary>It begins a dialog or goes on with one: that is between the bot and whoever tapped, wherever they did.</summary>
    public static bool IsOfDialog(string? verb) => verb is not null && (IsAnswer(verb) || Command.Parse(verb) is Command.Triage or Command.StartOver or Command.Cancel);

    private static bool IsAnswer(string verb) =>
        verb.StartsWith(Verbs.Triage.Prefix, StringComparison.Ordinal)
        || (verb.StartsWith(Verbs.Question.Prefix, StringComparison.Ordinal) && verb != Verbs.Question.Show)
        || verb is Verbs.Guest.Ask or Verbs.Guest.Begin or Verbs.Guest.Send or Verbs.Guest.Cancel or Verbs.Guest.Take or Verbs.Trouble.Triage;

    private async Task OnCaseAsync(ITurnContext context, Tap tap, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (await issues.CaseAsync(turn, tap.Id, cancellationToken) is not { } @case)
        {
            await SayAsync(context, CommandAnswers.NotKnown(tap.Id), cancellationToken);
            return;
        }
        var taps = new CaseTap(context, turn, tap, @case);
        await (tap.Verb switch
        {
            Verbs.Issue.Show or Verbs.Question.Show => CommandAnswers.ShowAsync(context, @case, cancellationToken),
            Verbs.Issue.Note => taps.FormAsync(NoteForm.Build(@case), cancellationToken),
            Verbs.Issue.NoteSave => taps.NoteAsync(cancellationToken),
            Verbs.Issue.Give => taps.FormAsync(GiveForm.Build(@case, turn.Moment), cancellationToken),
            Verbs.Issue.GiveTo => taps.GiveAsync(cancellationToken),
            Verbs.Issue.Priority => taps.FormAsync(PriorityForm.Build(@case, turn.Moment), cancellationToken),
            Verbs.Issue.P4 => taps.PriorityAsync(Priority.P4, cancellationToken),
            Verbs.Issue.P3 => taps.PriorityAsync(Priority.P3, cancellationToken),
            Verbs.Issue.P2 => taps.PriorityAsync(Priority.P2, cancellationToken),
            Verbs.Issue.P1 => taps.PriorityAsync(Priority.P1, cancellationToken),
            Verbs.Issue.Level2 => taps.FormAsync(Level2Form.Build(@case, turn.Moment, turn.Person), cancellationToken),
            Verbs.Issue.Fixed or Verbs.Progress.Fixed => taps.FormAsync(FixedForm.Build(@case), cancellationToken),
            Verbs.Issue.FixedSave => taps.FixAsync(cancellationToken),
            Verbs.Issue.Reopen => taps.ReopenAsync(cancellationToken),
            Verbs.Issue.Retry => taps.RetryAsync(cancellationToken),
            Verbs.Issue.PullIn => taps.FormAsync(PullInForm.Build(@case, turn.Moment, turn.Person), cancellationToken),
            Verbs.Issue.PullInAsk => taps.PullInAsync(cancellationToken),
            Verbs.Issue.Crash => taps.CrashAsync(cancellationToken),
            Verbs.Issue.CrashTell => taps.TellCrashAsync(cancellationToken),
            Verbs.Progress.Moving => taps.MovingAsync(cancellationToken),
            Verbs.Progress.Stuck => taps.StuckAsync(cancellationToken),
            Verbs.Progress.Waiting => taps.FormAsync(WaitingForm.Build(@case, turn.Moment), cancellationToken),
            Verbs.Progress.WaitingSave => taps.WaitAsync(cancellationToken),
            Verbs.Level2.Ask => taps.AskLevel2Async(cancellationToken),
            Verbs.Level2.Join => OfAskedAsync(Level2Answer.JoiningNow),
            Verbs.Level2.Later => OfAskedAsync(Level2Answer.In30Minutes),
            Verbs.Level2.Take => OfAskedAsync(Level2Answer.TakingOver),
            Verbs.Level2.P4 => OfLevel2Async(Priority.P4),
            Verbs.Level2.P3 => OfLevel2Async(Priority.P3),
            Verbs.Level2.P2 => OfLevel2Async(Priority.P2),
            Verbs.Level2.P1 => OfLevel2Async(Priority.P1),
            Verbs.Help.Coming => OfHelperAsync(HelpAnswer.Coming),
            Verbs.Help.Cant => OfHelperAsync(HelpAnswer.Cant),
            Verbs.Docs.Create => taps.CreateDocsAsync(cancellationToken),
            Verbs.Docs.Later => taps.DocsLaterAsync(),
            _ => SayAsync(context, "I do not know that button any more. Type help for what I can do.", cancellationToken),
        });

        Task OfAskedAsync(Level2Answer answer) => @case.Level2 is { } request && (turn.Person.Id == request.Asked || turn.Person.Id == request.Lead)
            ? taps.AnswerLevel2Async(answer, cancellationToken)
            : SayAsync(context, NotAsked, cancellationToken);

        Task OfLevel2Async(Priority priority) => turn.Squad.Find(turn.Person.Id) is { Level2: true } or { Lead: true }
            ? taps.DecidePriorityAsync(priority, cancellationToken)
            : SayAsync(context, ForLevel2Only, cancellationToken);

        Task OfHelperAsync(HelpAnswer answer) => @case.Helpers.Any(h => h.Member == turn.Person.Id)
            ? taps.AnswerHelpAsync(answer, cancellationToken)
            : SayAsync(context, NotAsked, cancellationToken);
    }

    private static Task SayAsync(ITurnContext context, string text, CancellationToken cancellationToken) =>
        context.SendActivityAsync(Turn.Line(text), cancellationToken);
}
