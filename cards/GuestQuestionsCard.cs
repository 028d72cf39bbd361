using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>A guest's two questions.</summary>
public static class GuestQuestionsCard
{
    public static AdaptiveCard Build(Moment moment, TriageDraft draft)
    {
        var target = Target.Of(draft);
        return Card.Of("What did you do? What did you expect?",
            [Text.Head($"Ask {moment.Squad.Name}", $"Two questions, then {moment.Squad.NameOf(moment.OnDuty)} has it"), .. GuestFields.Of(draft)],
            target.Positive("Send", Verbs.Guest.Send, "Answer…"),
            target.Leave("Cancel", Verbs.Guest.Cancel));
    }
}
