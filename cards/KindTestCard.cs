using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Triage: the test for those who are not sure what it is.</summary>
public static class KindTestCard
{
    internal const string Test = "If somebody else did the same thing, correctly, would it still go wrong?";
    internal const string IfNot = "“My new dataset does not show up”, and it was never added to the run.";
    internal const string IfSo = "“Contracts has duplicated rows”, and every reader sees them.";

    public static AdaptiveCard Build(TriageDraft draft)
    {
        var target = Target.Of(draft);
        return Card.Of("Would it still go wrong if somebody else did the same? Then it is our service itself.",
            [
                Text.Head($"Triage", $"Does it go wrong for everybody?"),
                Text.Line($"{Test}"),
                .. Rows.Spaced([
                    target.Row($"No, it is how somebody uses our service", $"{IfNot}", Verbs.Triage.Question, "A user question"),
                    target.Row($"Yes, it is our service itself", $"{IfSo}", Verbs.Triage.Service, "A service issue"),
                ]),
                Text.Foot($"Typed works too. back, cancel and help at any step."),
            ]);
    }
}
