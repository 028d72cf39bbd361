using Hausmeister.Cards;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Dialogs;

/// <summary>The taking half of a triage: the draft with an answer in it that leads to another question.</summary>
/// <param name="Done">What the answered card becomes; null: it stays.</param>
internal sealed record TriageTaken(TriageDraft Draft, DoneStep? Done)
{
    private const int LongestReporter = 200;

    /// <summary>Null where the answer does not fit the step, or ends the triage.</summary>
    /// <param name="level2">Who is asked where the priority is not known.</param>
    public static TriageTaken? Of(TriageDraft draft, TriageStep step, TriageAnswer answer, string level2) => (step, answer.Verb) switch
    {
        (TriageStep.Kind or TriageStep.KindTest, Verbs.Triage.Question) => Past(step, draft with { Kind = TriageDraft.Question }, new("It is", "a user question")),
        (TriageStep.Kind or TriageStep.KindTest, Verbs.Triage.Service) => Past(step, draft with { Kind = TriageDraft.Service }, new("It is", "our service itself")),
        (TriageStep.Kind, Verbs.Triage.Unsure) => Past(step, draft with { Unsure = true }, new("It is", "not sure")),
        (TriageStep.QuestionText or TriageStep.Title, Verbs.Triage.Text) => OfText(step, draft, answer) ?? OfReporter(draft, answer),
        (TriageStep.Matches, Verbs.Triage.Text) => OfReporter(draft, answer),
        (TriageStep.Matches, Verbs.Question.Type) => Past(step, draft with { Answering = TriageDraft.ByTyping }),
        (TriageStep.Matches, Verbs.Question.Elsewhere) when draft.ToOrigin() is null => Past(step, draft with { Answering = TriageDraft.ByLink }),
        (TriageStep.Matches, Verbs.Question.Service) => Past(step, draft with { Kind = TriageDraft.Service }, new("It is", "our service after all")),
        (TriageStep.LookAlikes, Verbs.Triage.New) => Past(step, draft with { IsNew = true }, new("Open issues that look alike", "none of these")),
        (TriageStep.Priority, Verbs.Triage.P4 or Verbs.Triage.P3 or Verbs.Triage.P2 or Verbs.Triage.P1 or Verbs.Triage.Unknown) => OfPriority(step, draft, ReviewWords.PriorityOf(answer.Verb), level2),
        (TriageStep.Severity, Verbs.Triage.SeverityYes) => Past(step, draft with { Severity = TriageDraft.Yes }, new("Severity level", "yes, the procedure comes first")),
        (TriageStep.Severity, Verbs.Triage.SeverityNo) => Past(step, draft with { Severity = TriageDraft.No }, new("Severity level", "no")),
        (TriageStep.Review, Verbs.Triage.Text) => new(Reviewed(draft, answer), null),
        _ => null,
    };

    /// <summary>The draft with what the review's fields say. An empty title does not replace the one there is.</summary>
    public static TriageDraft Reviewed(TriageDraft draft, TriageAnswer answer) => draft with
    {
        What = Optional(answer.Input("title"), TriageDesk.LongestTitle) is { } title ? Titled(draft.What, title) : draft.What,
        Priority = answer.Input("priority") is "P1" or "P2" or "P3" or "P4" or TriageDraft.Unknown ? answer.Input("priority") : draft.Priority,
        Details = answer.Inputs.ContainsKey("details") ? Optional(answer.Input("details"), TriageDesk.LongestDetails) : draft.Details,
        Reporter = answer.Inputs.ContainsKey("reporter") ? Optional(answer.Input("reporter"), LongestReporter) : draft.Reporter,
        Severity = answer.Input("severity") is TriageDraft.Yes or TriageDraft.No ? answer.Input("severity") : draft.Severity,
    };

    /// <summary>The title is the first line, which a field may have cut. What was written below it is not lost.</summary>
    private static string Titled(string? what, string title)
    {
        if (PeoplesText.FirstLine(what, TriageDesk.LongestTitle) == title)
            return what!;
        var below = what?.Trim().Split('\n', 2) is [_, var rest] ? rest : null;
        return below is null ? title : $"{title}\n{below}";
    }

    private static TriageTaken? OfText(TriageStep step, TriageDraft draft, TriageAnswer answer)
    {
        var what = PeoplesText.Clean(answer.Input("question") ?? answer.Input("title"), TriageDesk.LongestDetails);
        if (what.Length == 0)
            return null;
        var reporter = Optional(answer.Input("reporter"), LongestReporter) ?? draft.Reporter;
        var label = draft.Kind == TriageDraft.Question ? "Question" : "Title";
        return Past(step, draft with { What = what, Reporter = reporter }, new(label, PeoplesText.FirstLine(what, TriageDesk.LongestTitle)));
    }

    /// <summary>Who asks was said by itself: the question comes again with it.</summary>
    private static TriageTaken? OfReporter(TriageDraft draft, TriageAnswer answer) =>
        Optional(answer.Input("reporter"), LongestReporter) is { } reporter ? new(draft with { Reporter = reporter }, null) : null;

    private static TriageTaken OfPriority(TriageStep step, TriageDraft draft, string priority, string level2) => Past(
        step, draft with { Priority = priority, Severity = null }, new("Priority", priority == TriageDraft.Unknown ? $"don't know, ask {level2}" : priority));

    private static TriageTaken Past(TriageStep step, TriageDraft draft, DoneStep? done = null) => new(TriageFlow.Past(draft, step), done);

    private static string? Optional(string? text, int longest) => PeoplesText.Clean(text, longest) is { Length: > 0 } cleaned ? cleaned : null;
}
