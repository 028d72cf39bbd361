using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>Another priority for a case.</summary>
public static class PriorityForm
{
    public static AdaptiveCard Build(Case @case, Moment moment) => CaseForm.Of(@case, $"How urgent is it?",
        [
            .. PriorityWords.Rows(Target.Of(@case), Verb),
            @case.PriorityChange is { } change ? Text.Foot($"{change.By.Name} set {change.From} to {change.To} at {CaseWords.When(change.At, moment)}.") : null,
        ],
        submit: null);

    private static string Verb(Priority priority) => priority switch
    {
        Priority.P4 => Verbs.Issue.P4,
        Priority.P3 => Verbs.Issue.P3,
        Priority.P2 => Verbs.Issue.P2,
        _ => Verbs.Issue.P1,
    };
}
