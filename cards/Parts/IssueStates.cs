using AdaptiveCards;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

/// <summary>What stands under the title of an issue's card.</summary>
/// <param name="Sentence">The card in one sentence.</param>
internal sealed record IssueState(string Sentence, IEnumerable<AdaptiveElement?> Body, IEnumerable<AdaptiveAction?> Actions);

internal static class IssueStates
{
    public static IssueState Creating(Case @case) => new(
        $"Creating the issue: {@case.Title}.",
        [
            Text.Line($"Creating the issue…"),
            Text.Foot($"Go on with something else. This card changes by itself."),
        ],
        []);

    public static IssueState TrackerDown(Case @case, Trouble trouble, Moment moment)
    {
        var target = Target.Of(@case);
        return new IssueState(
            $"{trouble.Reason} The issue is kept and will be created: {@case.Title}.",
            [
                Block.Notice(
                    AdaptiveContainerStyle.Warning,
                    $"**Not created yet.** {trouble.Reason} It has been so since {CaseWords.When(trouble.Since, moment)}; I try again at {CaseWords.When(trouble.NextTry, moment)} and post the number here."),
                Text.Line($"Nothing is lost: title, details and priority are kept. {Meanwhile(@case)}", AdaptiveSpacing.Default),
                Text.Foot($"Tried {trouble.Attempts} {(trouble.Attempts == 1 ? "time" : "times")} · kept as case {@case.Id}"),
            ],
            [
                target.Button("Try now", Verbs.Issue.Retry),
                @case.Priority == Priority.P4 ? target.Button("Pull in…", Verbs.Issue.PullIn) : null,
                target.Button("Ask Level 2", Verbs.Issue.Level2),
            ]);
    }

    public static IssueState Open(Case @case, Moment moment, Person viewer, bool isTinted)
    {
        var next = NextSteps.Of(@case, moment, viewer, isTinted);
        return new IssueState(
            $"{CaseWords.Short(@case)} {@case.Priority} {@case.Title}. {next.Sentence}",
            [
                @case.Severity ? SeverityWords.ProcedureFirst(moment.Squad) : null,
                CrashWords.State(@case, moment, viewer),
                next.Block,
                Undecided(@case, moment),
                Level2Words.State(@case, moment) is { } level2 ? Text.Line(level2) : null,
                .. Notes(@case, moment),
            ],
            Buttons(@case));
    }

    public static IssueState Fixed(Case @case, Closing closing, Moment moment) => new(
        $"{(@case.Issue is null ? @case.Title : CaseWords.Short(@case))} is fixed.",
        [Block.Notice(AdaptiveContainerStyle.Good, CaseWords.Fixed(@case, closing, moment))],
        [Target.Of(@case).Button("Open again", Verbs.Issue.Reopen)]);

    private static IEnumerable<AdaptiveAction?> Buttons(Case @case)
    {
        var target = Target.Of(@case);
        return
        [
            @case.Priority == Priority.P4 ? target.Positive("Pull in…", Verbs.Issue.PullIn) : null,
            target.Button("Note", Verbs.Issue.Note),
            target.Button("Give to…", Verbs.Issue.Give),
            target.Button("Priority", Verbs.Issue.Priority),
            target.Button("Ask Level 2", Verbs.Issue.Level2),
            target.Button("Fixed", Verbs.Issue.Fixed),
        ];
    }

    private static AdaptiveTextBlock? Undecided(Case @case, Moment moment) => @case.Undecided
        ? Text.Line($"{CaseWords.Decider(@case, moment)} decides the priority; until then it is treated as {@case.Priority}.")
        : null;

    private static IEnumerable<AdaptiveElement> Notes(Case @case, Moment moment)
    {
        if (@case.Notes.Count > 0)
            yield return Text.Section($"Last notes");
        foreach (var note in @case.Notes.TakeLast(CaseWords.NotesShown))
        {
            yield return Text.Line($"{note.Text}", maxLines: Text.QuoteLines);
            yield return Text.Meta($"{note.By.Name}, {CaseWords.When(note.At, moment)}");
        }
    }

    private static Markdown Meanwhile(Case @case) => @case.Priority >= Priority.P3 && @case.Owner is not null
        ? Markdown.Of($"Work on it now.")
        : Markdown.Of($"There is nothing to do for you.");
}
