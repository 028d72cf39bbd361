using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>A guest's two questions, before anything was asked.</summary>
public static class GuestBeginForm
{
    public const string Did = "did";
    public const string Expected = "expected";

    /// <param name="draft">What is filled in before anybody types.</param>
    /// <param name="squads">Those that can be meant; at least one.</param>
    public static AdaptiveCard Build(TriageDraft draft, IReadOnlyList<Moment> squads)
    {
        var (kicker, title) = squads is [var only]
            ? ($"Two questions, then {only.Squad.NameOf(only.OnDuty)} has it", $"Ask {only.Squad.Name}")
            : ("Two questions, then somebody has it", "Ask");
        var target = Target.Of(draft);
        return Card.Of("What did you do? What did you expect?",
            [
                Text.Head($"{kicker}", $"{title}"),
                SquadField.Of(squads),
                .. GuestFields.Of(draft),
                Text.Foot($"The answer comes in our direct message."),
            ],
            target.Positive("Send", Verbs.Guest.Begin),
            target.Leave("Cancel", Verbs.Guest.Cancel));
    }
}
