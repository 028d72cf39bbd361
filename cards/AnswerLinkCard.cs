using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Where a question was answered; the link is kept.</summary>
public static class AnswerLinkCard
{
    private const int LongestLink = 2_000;

    public static AdaptiveCard Build(TriageDraft draft)
    {
        var link = Field.Required("link", "Link", "The whole address, from https:// on.", maxLength: LongestLink).First();
        link.Style = AdaptiveTextInputStyle.Url;
        link.Placeholder = "https://";
        return TriageForm.Of(draft, $"Triage · user question", $"Where was it answered?", [Text.Said(draft.What), link], "Keep the link", Verbs.Question.Link);
    }
}
