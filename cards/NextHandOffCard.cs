using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>Where nothing was handed over yet: when the next hand-off comes.</summary>
public static class NextHandOffCard
{
    public static AdaptiveCard Build(Moment moment) => NoticeCard.Of(WhoLines.NextHandOff(moment) is { } next
        ? Markdown.Of($"Nothing was handed over yet. **Next: {SquadTime.Day(moment.Squad, next.At)}**, {moment.Squad.NameOf(next.From)} to {moment.Squad.NameOf(next.To)}.")
        : Markdown.Of($"Nothing was handed over yet, and the rota passes the duty to nobody else in the next three months."));
}
