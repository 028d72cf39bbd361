using AdaptiveCards;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards.Parts;

/// <summary>A step of a triage that is answered in words.</summary>
internal static class TriageForm
{
    public static AdaptiveCard Of(TriageDraft draft, Markdown kicker, Markdown title, IEnumerable<AdaptiveElement?> content, string submit, string verb)
    {
        var target = Target.Of(draft);
        return Card.Of(title,
            [Text.Head(kicker, title), .. content],
            target.Positive(submit, verb),
            target.Leave("Back", Verbs.Triage.Back),
            target.Leave("Cancel", Verbs.Triage.Cancel));
    }
}
