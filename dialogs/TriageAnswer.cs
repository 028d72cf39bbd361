using Hausmeister.Cards;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Hausmeister.Dialogs;

/// <summary>An answer to a triage question, the same whether it was tapped or typed.</summary>
/// <param name="Verb">The button that was tapped or that the words mean.</param>
/// <param name="Inputs">The fields that came with it, by id.</param>
internal sealed record TriageAnswer(string Verb, IReadOnlyDictionary<string, string> Inputs)
{
    private static readonly IReadOnlyDictionary<string, string> NoInputs = new Dictionary<string, string>();

    private static readonly List<Choice> KindChoices =
    [
        Choice(Verbs.Triage.Question, "user question", "question", "how somebody uses our service"),
        Choice(Verbs.Triage.Service, "service issue", "issue", "our service itself", "service", "bug"),
        Choice(Verbs.Triage.Unsure, "not sure", "unsure", "don't know"),
    ];

    private static readonly List<Choice> TestChoices =
    [
        Choice(Verbs.Triage.Question, "no", "user question", "question"),
        Choice(Verbs.Triage.Service, "yes", "service issue", "issue", "service"),
    ];

    private static readonly List<Choice> PriorityChoices =
    [
        Choice(Verbs.Triage.P4, "4", "p4", "stop everything"),
        Choice(Verbs.Triage.P3, "3", "p3"),
        Choice(Verbs.Triage.P2, "2", "p2"),
        Choice(Verbs.Triage.P1, "1", "p1"),
        Choice(Verbs.Triage.Unknown, "don't know", "dont know", "don’t know", "unknown", "not sure"),
    ];

    private static readonly List<Choice> SeverityChoices = [Choice(Verbs.Triage.SeverityYes, "yes", "y"), Choice(Verbs.Triage.SeverityNo, "no", "n")];

    private static readonly List<Choice> OutcomeChoices =
    [
        Choice(Verbs.Question.Type, "type the answer", "type"),
        Choice(Verbs.Question.Elsewhere, "answered elsewhere", "elsewhere", "I answered myself", "myself"),
        Choice(Verbs.Question.Level2, "ask level 2", "level 2", "level2"),
        Choice(Verbs.Question.Service, "it is our service after all", "our service", "service"),
    ];

    // Numbers are priorities there, and the matches' places here: neither is the place in our list of choices.
    private static readonly FindChoicesOptions ByWords = new() { RecognizeNumbers = false, RecognizeOrdinals = false, NoValue = true };

    private static readonly FindChoicesOptions ByWordsOrPlace = new() { RecognizeNumbers = true, RecognizeOrdinals = true, NoValue = true };

    /// <summary>A place is named in so many words at most: "the second one". In prose a number is one: "2 tables are missing" chooses nothing.</summary>
    private const int LongestPlace = 3;

    public string? Input(string id) => Inputs.TryGetValue(id, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public static TriageAnswer Of(Tap tap) => new(tap.Verb, tap.Inputs);

    /// <summary>What the words mean at this step; null where they do not fit.</summary>
    /// <param name="sources">What is offered by place at this step: matches or look-alikes.</param>
    public static TriageAnswer? Of(string text, TriageStep step, IReadOnlyList<string> sources) => step switch
    {
        TriageStep.Kind => Choose(text, KindChoices, Options(text)),
        TriageStep.KindTest => Choose(text, TestChoices, Options(text)),
        TriageStep.Priority => Choose(text, PriorityChoices, ByWords),
        TriageStep.Severity => Choose(text, SeverityChoices, Options(text)),
        TriageStep.QuestionText => ReviewWords.AskedBy(text) ?? With(Verbs.Triage.Text, "question", text),
        TriageStep.Title => With(Verbs.Triage.Text, "title", text),
        TriageStep.TypedAnswer => With(Verbs.Question.Typed, "answer", text),
        TriageStep.AnswerLink => With(Verbs.Question.Link, "link", text),
        // The words first: there is a number in "level 2".
        TriageStep.Matches => ReviewWords.AskedBy(text) ?? Choose(text, OutcomeChoices, ByWords) ?? ByPlace(text, sources, Verbs.Question.Page),
        TriageStep.LookAlikes => LookAlike(text, sources),
        TriageStep.Review => ReviewWords.Parse(text),
        _ => null,
    };

    internal static TriageAnswer With(string verb, string id, string value) => new(verb, new Dictionary<string, string> { [id] = value });

    private static TriageAnswer? LookAlike(string text, IReadOnlyList<string> sources)
    {
        var trimmed = text.Trim().TrimStart('#');
        if (trimmed.Equals("none", StringComparison.OrdinalIgnoreCase) || trimmed.Equals("none of these", StringComparison.OrdinalIgnoreCase) || trimmed.Equals("no", StringComparison.OrdinalIgnoreCase))
            return new TriageAnswer(Verbs.Triage.New, NoInputs);
        return sources.Contains(trimmed) ? With(Verbs.Triage.Same, "source", trimmed) : ByPlace(text, sources, Verbs.Triage.Same);
    }

    private static TriageAnswer? ByPlace(string text, IReadOnlyList<string> sources, string verb)
    {
        var found = ChoiceRecognizers.RecognizeChoices(text, [.. sources.Select(source => new Choice(source))], Options(text));
        return found is [{ Resolution.Index: var index }] ? With(verb, "source", sources[index]) : null;
    }

    private static FindChoicesOptions Options(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > LongestPlace ? ByWords : ByWordsOrPlace;

    private static TriageAnswer? Choose(string text, List<Choice> choices, FindChoicesOptions options) =>
        ChoiceRecognizers.RecognizeChoices(text, choices, options) is [{ Resolution.Value: var verb }, ..] ? new TriageAnswer(verb, NoInputs) : null;

    private static Choice Choice(string verb, params List<string> words) => new(verb) { Synonyms = words };
}
