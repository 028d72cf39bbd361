using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Into a thread in a channel of people: what became of what was written there. One line that everybody reads, with nothing to tap.</summary>
public static class ThreadNewsCard
{
    public static AdaptiveCard Build(PostKind kind, Case @case, Moment moment) => NoticeCard.Of(kind switch
    {
        PostKind.ThreadAnswer => Answer(@case.Answer),
        PostKind.ThreadFixed => OutcomeWords.Fixed(@case),
        PostKind.ThreadReopened => Markdown.Of($"**{CaseWords.Number(@case)} is open again.**"),
        _ => @case.IsOpen ? OutcomeWords.OnOurSide(@case, moment) : Markdown.Of($"**This was on our side:** {CaseWords.Number(@case)} is fixed."),
    });

    /// <summary>Whoever typed an answer wants all of it read.</summary>
    private static Markdown Answer(Answer? answer) => answer switch
    {
        { Kind: AnswerKind.Typed, Text: { } text } => Markdown.Of($"**{answer.By.Name} answers:** {Markdown.Paragraphs(text, TriageDesk.LongestDetails)}"),
        { } found => Markdown.Of($"**This answers it:** {AnswerWords.Of(found)}"),
        null => Markdown.Of($"It was answered."),
    };
}
