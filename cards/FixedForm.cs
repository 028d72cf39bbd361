using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>A case is fixed: what fixed it?</summary>
public static class FixedForm
{
    public static AdaptiveCard Build(Case @case) => CaseForm.Of(@case, $"Fixed?",
        [Field.Optional("what", "What fixed it?").Multiline().First(), Text.Foot($"The issue is closed; what fixed it becomes a comment there.")],
        Target.Of(@case).Positive("It is fixed", Verbs.Issue.FixedSave));
}
