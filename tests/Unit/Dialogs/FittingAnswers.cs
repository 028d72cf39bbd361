using System.Globalization;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Tests.Dialogs;

/// <summary>Typed answers that fit the open question: by number, by word, by the beginning of a phrase.</summary>
internal static class FittingAnswers
{
    /// <summary>No question follows a longer way: each is asked once.</summary>
    public static readonly int MostQuestions = Enum.GetValues<TriageStep>().Length;

    /// <summary>Answers that lead to another question, or to the end.</summary>
    /// <param name="words">Where the question is answered in words.</param>
    public static IReadOnlyList<string> Onward(TriageDraft draft, string words) => StepOf(draft) switch
    {
        TriageStep.Kind => ["1", "2", "3", "question", "service issue", "it is our service itself", "not sure", "the second one"],
        TriageStep.KindTest => ["1", "2", "yes", "No", "the first"],
        TriageStep.Matches => [.. Places(draft), "type", "Type the answer", "elsewhere", "level 2", "it is our service after all"],
        TriageStep.AnswerLink => ["https://wiki.example/x", "http://wiki.example/a?b=c#d"],
        TriageStep.LookAlikes => [.. Places(draft), .. Offered(draft).Select(number => $"#{number}"), "none", "none of these"],
        TriageStep.Priority => ["4", "3", "2", "1", "p4", "P3", "don't know"],
        TriageStep.Severity => ["yes", "no", "1", "2"],
        TriageStep.Review => ["create", "Yes", "ok"],
        _ => [words],
    };

    /// <summary>Answers that change what the open question shows; it comes again.</summary>
    /// <param name="turn">So that it is a change.</param>
    public static IReadOnlyList<string> Changes(TriageDraft draft, int turn) => StepOf(draft) switch
    {
        TriageStep.QuestionText or TriageStep.Matches => [$"asked by Maria {turn}"],
        TriageStep.Review => [$"title Another one {turn}", $"details since {turn}", $"reported by Maria {turn}"],
        _ => [],
    };

    public static TriageStep StepOf(TriageDraft draft) => TriageFlow.Next(draft, hasSeverity: true);

    /// <summary>Whether the words answer a question that takes words.</summary>
    public static bool AreWords(string words) => PeoplesText.Clean(words, TriageDesk.LongestDetails).Length > 0;

    private static IEnumerable<string> Places(TriageDraft draft) =>
        Enumerable.Range(1, Offered(draft).Length).Select(place => place.ToString(CultureInfo.InvariantCulture));

    private static string[] Offered(TriageDraft draft) => draft.Offered?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
