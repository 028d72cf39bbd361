using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>Whom to pull into a P4.</summary>
public static class PullInForm
{
    public static AdaptiveCard Build(Case @case, Moment moment, Person asker) => CaseForm.Of(@case, $"Pull in whom?",
        [
            new AdaptiveChoiceSetInput
            {
                Id = "members",
                Label = "Members",
                Style = AdaptiveChoiceInputStyle.Expanded,
                IsMultiSelect = true,
                IsRequired = true,
                ErrorMessage = "Choose whom to ask.",
                Choices = [.. moment.Squad.Members.Where(m => m.Id != asker.Id && @case.Helpers.All(h => h.Member != m.Id)).Select(m => Field.Choice(m.Name, m.Id))],
            }.First(),
            CaseWords.Helpers(@case, moment) is { } helpers ? Text.Line(helpers) : null,
            Text.Foot($"They are asked to drop their work, at any hour."),
        ],
        Target.Of(@case).Positive("Ask them", Verbs.Issue.PullInAsk));
}
