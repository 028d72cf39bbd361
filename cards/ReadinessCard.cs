using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>To whoever takes over next: is everything at hand? It is also the test that they can be reached.</summary>
public static class ReadinessCard
{
    public static AdaptiveCard Build(HandOff handOff, Moment moment, string? viewer)
    {
        var (to, from) = (HandOffWords.To(handOff, moment), HandOffWords.From(handOff, moment));
        var when = DutyWords.Weekday(moment, handOff.Start);
        if (viewer != handOff.To)
            return Card.Done($"**{to} takes over {when}**", $"The rota has changed");
        if (handOff.Ready is { } ready)
            return Answered(handOff, ready, moment, when);
        if (handOff.BegunAt is not null)
            return Card.Done($"You took over {when}", $"You did not say whether you were ready");
        var asked = handOff.ReadyAskedAt ?? moment.Now;
        return Card.Of($"You take over {when} from {from}. {Checklist(moment).Plain}",
            [
                Text.Head($"Before your shift · until {SquadTime.Day(moment.Squad, handOff.Until)}", $"You take over {when} from {from}."),
                Text.Line(Checklist(moment)),
                Text.Foot($"No answer by {CaseWords.When(Preparation.EndOfWork(moment.Squad, asked), moment)} goes to {moment.Squad.NameOf(moment.HelpFor(handOff.To))}."),
            ],
            Target.Of(handOff).Positive("Ready", Verbs.Ready.Yes),
            Target.Of(handOff).Button("Not ready", Verbs.Ready.No),
            Target.Of(handOff).Button("I need a swap", Verbs.Ready.Swap));
    }

    private static AdaptiveCard Answered(HandOff handOff, Readiness ready, Moment moment, string when) => ready.IsReady
        ? Card.Done($"**Ready** for {when}", $"You, {CaseWords.When(ready.At, moment)}")
        : Card.Of($"Not ready for {when}. {moment.Squad.NameOf(moment.HelpFor(handOff.To))} knows.",
            [
                Text.Line($"**Not ready** for {when}. {moment.Squad.NameOf(moment.HelpFor(handOff.To))} knows.", AdaptiveSpacing.Default),
                Text.Meta($"You, {CaseWords.When(ready.At, moment)}"),
            ],
            handOff.BegunAt is null ? Target.Of(handOff).Button("I am ready now", Verbs.Ready.Yes) : null);

    /// <summary><c>Pager, laptop, VPN fine?</c></summary>
    private static Markdown Checklist(Moment moment)
    {
        var items = moment.Squad.HandOff.Checklist.Select((item, i) => i == 0 || item.All(char.IsUpper) ? item : $"{char.ToLowerInvariant(item[0])}{item[1..]}");
        return $"{string.Join(", ", items)} fine?";
    }
}
