using Hausmeister.Cards;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Dialogs;

/// <summary>The review, typed: <c>create</c>, or a field's name and its new value.</summary>
internal static class ReviewWords
{
    public const string Hint = "Type create, or change a field: title …, details …, priority P3, reported by …";

    public static TriageAnswer? Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Equals("create", StringComparison.OrdinalIgnoreCase) || trimmed.Equals("yes", StringComparison.OrdinalIgnoreCase) || trimmed.Equals("ok", StringComparison.OrdinalIgnoreCase))
            return new TriageAnswer(Verbs.Triage.Create, new Dictionary<string, string>());
        return Field(trimmed, "title", "title") ?? Field(trimmed, "details", "details") ?? Field(trimmed, "reported by", "reporter")
            ?? Field(trimmed, "reporter", "reporter") ?? Priority(trimmed);
    }

    private static TriageAnswer? Priority(string text) =>
        Field(text, "priority", "priority") is { } answer && TriageAnswer.Of(answer.Input("priority")!, TriageStep.Priority, []) is { Verb: var verb }
            ? TriageAnswer.With(Verbs.Triage.Text, "priority", PriorityOf(verb))
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
        text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && text[word.Length..].TrimStart(':', ' ', '\n') is { Length: > 0 } value
            ? TriageAnswer.With(Verbs.Triage.Text, id, value)
            : null;
}
