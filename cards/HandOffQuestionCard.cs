using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;

namespace Hausmeister.Cards;

/// <summary>To whoever handed it over: a question about an item.</summary>
public static class HandOffQuestionCard
{
    /// <summary>The field's id.</summary>
    public const string Answer = "answer";

    public static AdaptiveCard Build(HandOff handOff, HandOffItem item, int number, Moment moment)
    {
        var question = item.Questions[number];
        var asker = moment.Squad.NameOf(question.Asker);
        if (question.Answer is { } answer)
            return Card.Done($"{asker} asked about {HandOffWords.Short(item)}: {question.Text} **You:** {answer}", $"Answered");
        return Card.Of($"{asker} asks about {HandOffWords.Short(item)}: {question.Text}",
            [
                Text.Head(Kicker(asker, item), $"{asker} asks about {HandOffWords.Short(item)}"),
                Text.Said(question.Text),
                Field.Required(Answer, "Your answer", "Type an answer.", maxLength: HandOffAskForm.Longest).Multiline().First(),
                Text.Foot($"It comes into {asker}'s card. The duty does not wait for it."),
            ],
            Target.Of(handOff, item, number).Positive("Answer", Verbs.HandOff.Answer));
    }

    private static Markdown Kicker(string asker, HandOffItem item) =>
        Markdown.Join(" · ", [Markdown.Of($"Hand-off to {asker}"), item.Issue is { } issue ? Markdown.Link($"#{issue.Number}", issue.Url) : null]);
}
