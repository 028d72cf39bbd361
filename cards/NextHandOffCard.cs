using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>Where nothing was handed over yet: when the next hand-off comes.</summary>
public static class NextHandOffCard
{
    public static AdaptiveCard Build(Moment moment)
    {
        var next = Passing.Between(moment.Squad, moment.Now, moment.Now + Duration.FromDays(7 * Fairness.Weeks)).FirstOrDefault(p => p.At > moment.Now);
        return NoticeCard.Of(next is null
            ? Markdown.Of($"Nothing was handed over yet, and the rota passes the duty to nobody else in the next three months.")
            : Markdown.Of($"Nothing was handed over yet. **Next: {SquadTime.Day(moment.Squad, next.At)}**, {moment.Squad.NameOf(next.From)} to {moment.Squad.NameOf(next.To)}."));
    }
}
