using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;

namespace Hausmeister.Cards;

/// <summary>Until when whoever hands over stays on the P4.</summary>
public static class HandOffStayForm
{
    /// <summary>The field's id.</summary>
    public const string Hours = "hours";

    /// <summary>After the shift's end.</summary>
    public static IReadOnlyList<int> Choices { get; } = [1, 2, 4, 8];

    public static AdaptiveCard Build(HandOff handOff, Moment moment) => Card.Of("Until when do you stay on it?",
        [
            Text.Head($"Hand-off · P4", $"Until when do you stay on it?"),
            new AdaptiveChoiceSetInput
            {
                Id = Hours,
                Label = "Until",
                Style = AdaptiveChoiceInputStyle.Expanded,
                Value = "2",
                Choices = [.. Choices.Select(hours => Field.Choice(CaseWords.When(handOff.Start + NodaTime.Duration.FromHours(hours), moment), $"{hours}"))],
            }.First(),
            Text.Foot($"Then it is {HandOffWords.To(handOff, moment)}'s, and you both hear of it. Everything else passes at the hand-off."),
        ],
        Target.Of(handOff).Positive("I stay on it", Verbs.HandOff.StaySave),
        Target.Of(handOff).Leave("Cancel", Verbs.Issue.FormCancel));
}
