using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>Whose case shall it be?</summary>
public static class GiveForm
{
    public static AdaptiveCard Build(Case @case, Moment moment) => CaseForm.Of(@case, $"Give it to whom?",
        [
            new AdaptiveChoiceSetInput
            {
                Id = "member",
                Label = "Member",
                Style = AdaptiveChoiceInputStyle.Expanded,
                IsRequired = true,
                ErrorMessage = "Choose a member of the squad.",
                Choices = [.. moment.Squad.Members.Where(m => m.Id != @case.Owner).Select(m => Field.Choice(m.Name, m.Id))],
            }.First(),
            Text.Foot($"It is {CaseWords.Owner(@case, moment)}'s now. The new owner hears of it."),
        ],
        Target.Of(@case).Positive("Give", Verbs.Issue.GiveTo));
}
