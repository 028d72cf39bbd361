using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>A guest's two questions.</summary>
public static class GuestQuestionsCard
{
    private const int LongestAnswer = 2_000;

    public static AdaptiveCard Build(Moment moment, TriageDraft draft)
    {
        var target = Target.Of(draft);
        var expected = Field.Optional("expected", "What did you expect?", placeholder: "And what came instead", maxLength: LongestAnswer).Multiline();
        var did = Field.Required("did", "What did you do?", "One line is enough.", draft.What, LongestAnswer).Multiline().First();
        did.Placeholder = "Which table, which link, since when";
        return Card.Of("What did you do? What did you expect?",
            [Text.Head($"Ask {moment.Squad.Name}", $"Two questions, then {moment.Squad.NameOf(moment.OnDuty)} has it"), did, expected],
            target.Positive("Send", Verbs.Guest.Send, "Answer…"),
            target.Leave("Cancel", Verbs.Guest.Cancel));
    }
}
