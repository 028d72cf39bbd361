using Hausmeister.Cards;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Dialogs;

/// <summary>The review, typed: <c>create</c>, or a field's name and its new value.</summary>
internal static class ReviewWords
{
    public const string Hint = "Type create, or change a field: title …, details …, priority P3, reported by …, severity yes.";

    public static TriageAnswer? Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Equals("create", StringComparison.OrdinalIgnoreCase) || trimmed.Equals("yes", StringComparison.OrdinalIgnoreCase) || trimmed.Equals("ok", StringComparison.OrdinalIgnoreCase))
            return new TriageAnswer(Verbs.Triage.Create, new Dictionary<string, string>());
        return Field(trimmed, "title", "title") ?? Field(trimmed, "details", "details") ?? Field(trimmed, "reported by", "reporter")
            ?? Field(trimmed, "reporter", "reporter") ?? Priority(trimmed) ?? Severity(trimmed);
    }

    /// <summary><c>asked by Maria in help</c>: who asks a question, and where.</summary>
    public static TriageAnswer? AskedBy(string text) => Field(text.Trim(), "asked by", "reporter");

    private static TriageAnswer? Priority(string text) =>
        Field(text, "priority", "priority") is { } answer && TriageAnswer.Of(answer.Input("priority")!, TriageStep.Priority, []) is { Verb: var verb }
            ? TriageAnswer.With(Verbs.Triage.Text, "priority", PriorityOf(verb))
            : null;

    private static TriageAnswer? Severity(string text) =>
        Field(text, "severity", "severity") is { } answer && TriageAnswer.Of(answer.Input("severity")!, TriageStep.Severity, []) is { Verb: var verb }
            ? TriageAnswer.With(Verbs.Triage.Text, "severity", verb == Verbs.Triage.SeverityYes ? TriageDraft.Yes : TriageDraft.No)
            : null;

    /// <summary>The draft's word for a priority button.</summary>
    public static string PriorityOf(string verb) => verb switch
    {
        Verbs.Triage.P4 => "P4",
        Verbs.Triage.P3 => "P3",
        Verbs.Triage.P2 => "P2",
        Verbs.Triage.P1 => "P1",
        _ => TriageDraft.Unknown,
    };

    private static TriageAnswer? Field(string text, string word, string id) =>
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && text[word.Length..] is [':' or ' ' or '\n', ..] rest && rest.TrimStart(':', ' ', '\n') is { Length: > 0 } value
            ? TriageAnswer.With(Verbs.Triage.Text, id, value)
            : null;
}
