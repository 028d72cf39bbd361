using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>A question that is kept, until it is answered and after.</summary>
public static class QuestionCard
{
    public static AdaptiveCard Build(Case @case, Moment moment) => Card.Of(
        @case.IsOpen ? $"Question: {@case.Title}" : $"Answered: {@case.Title}",
        [
            Text.Head(Kicker(@case, moment), $"{@case.Title}", Text.QuoteLines),
            .. @case.IsOpen ? Open(@case, moment) : Ended(@case, moment),
        ],
        @case.IsOpen ? Buttons(@case) : []);

    internal static Markdown Kicker(Case @case, Moment moment, string? before = null) => Markdown.Join(" · ",
        [
            before is null ? null : Markdown.Of($"{before}"),
            Markdown.Of($"User question"),
            Markdown.Of($"asked by {@case.Reporter ?? @case.OpenedBy.Name}"),
            @case.IsOpen ? Markdown.Of($"{CaseWords.Owner(@case, moment)}") : null,
            @case.IsOpen ? Markdown.Of($"open {CaseWords.Age(@case, moment)}") : null,
            CaseWords.Thread(@case.Origin),
        ]);

    internal static IEnumerable<AdaptiveElement?> Open(Case @case, Moment moment) =>
    [
        GuestWords.Report(@case),
        Level2Words.State(@case, moment) is { } level2 ? Text.Line(level2) : null,
        .. CaseWords.LastNotes(@case, moment),
        Text.Foot($"It stays open until somebody answers it."),
    ];

    internal static IEnumerable<AdaptiveAction> Buttons(Case @case)
    {
        var target = Target.Of(@case);
        return
        [
            target.Button(@case.Origin is null ? "Answer…" : QuestionWords.TypeAndPost, Verbs.Question.Type),
            target.Button(QuestionWords.Elsewhere(@case.Origin), Verbs.Question.Elsewhere),
            target.Button("Ask Level 2", Verbs.Question.Level2),
            target.Button("It is our service after all", Verbs.Question.Service),
        ];
    }

    private static IEnumerable<AdaptiveElement?> Ended(Case @case, Moment moment) => @case switch
    {
        { Answer: { } answer } =>
        [
            Block.Notice(AdaptiveContainerStyle.Good, Answered(@case, answer, moment)),
            answer.Link is { } link && link != @case.Origin?.Link ? Text.Foot(AnswerWords.Link(link)) : null,
        ],
        { Closed: { } closed } => [Text.Line($"**Closed {CaseWords.When(closed.At, moment)}** by {closed.By.Name}: {closed.What}")],
        _ => [],
    };

    private static Markdown Answered(Case @case, Answer answer, Moment moment)
    {
        var by = Markdown.Of($"**Answered {CaseWords.When(answer.At, moment)}** by {answer.By.Name}");
        return answer switch
        {
            { Text: { } text } => Markdown.Of($"{by}: {text}"),
            _ when @case.Origin is { } origin && answer.Link == origin.Link => Markdown.Of($"{by}, in the thread."),
            _ => Markdown.Of($"{by}."),
        };
    }
}
