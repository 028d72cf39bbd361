using AdaptiveCards;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

internal static class SquadField
{
    /// <summary>Which squad it is about; null where that is known.</summary>
    public static AdaptiveChoiceSetInput? Of(IReadOnlyList<Moment> squads) => squads.Count == 1 ? null : new AdaptiveChoiceSetInput
    {
        Id = TriageBeginForm.Squad,
        Label = "Which squad is it about?",
        Style = AdaptiveChoiceInputStyle.Compact,
        IsRequired = true,
        ErrorMessage = "Choose a squad.",
        Choices = [.. squads.Select(moment => Field.Choice(moment.Squad.Name, moment.Squad.Id))],
    }.First();
}
