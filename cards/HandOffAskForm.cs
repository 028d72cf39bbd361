using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;

namespace Hausmeister.Cards;

/// <summary>What whoever handed an item over is asked.</summary>
public static class HandOffAskForm
{
    /// <summary>The field's id.</summary>
    public const string Question = "question";

    /// <summary>Of a question and of its answer, in UTF-16 units: it stands in a card among others.</summary>
    public const int Longest = 500;

    public static AdaptiveCard Build(HandOff handOff, HandOffItem item, Moment moment)
    {
        var from = HandOffWords.From(handOff, moment);
        return Card.Of($"Ask {from} about {HandOffWords.Short(item)}",
            [
                Text.Head($"Hand-off · {HandOffWords.Short(item)}", $"Ask {from}"),
                Field.Required(Question, "Your question", "Type a question.", maxLength: Longest).Multiline().First(),
                Text.Foot($"The answer comes into your card. The duty does not wait for it."),
            ],
            Target.Of(handOff, item).Positive("Ask", Verbs.HandOff.AskSend),
            Target.Of(handOff, item).Leave("Cancel", Verbs.Issue.FormCancel));
    }
}
