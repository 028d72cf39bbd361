using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;

namespace Hausmeister.Cards;

/// <summary>Each message about the rota itself.</summary>
public static class RotaMessages
{
    /// <param name="text">Of a gap: its id.</param>
    public static AdaptiveCard Build(PostKind kind, RotaBook book, Moment moment, string viewer, string? text) => kind switch
    {
        PostKind.RotaMoved => NoticeCard.Of(
            $"**The rota has changed.** Your shifts: {RotaWords.Own(viewer, moment) ?? "none in the next three months"}.",
            Target.Of(moment.Squad).Button("Rota", Verbs.Command.Rota)),
        PostKind.RotaGap when book.Gaps.FirstOrDefault(g => g.Id == text) is { } gap => NoticeCard.Of(Gap(gap, moment, viewer), Target.Of(moment.Squad).Button("Rota", Verbs.Command.Rota)),
        PostKind.RotaGap => NoticeCard.Build("The rota had a gap, which is closed."),
        PostKind.TrackerRefused => NoticeCard.Build(text ?? ""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such message."),
    };

    private static Markdown Gap(Gap gap, Moment moment, string viewer)
    {
        var span = OfferWords.Span(gap.From, gap.To, moment);
        var who = gap.Member == viewer ? "You" : moment.Squad.NameOf(gap.Member);
        return gap.Kind switch
        {
            GapKind.Nobody => Markdown.Of($"**Nobody holds {span}:** {who} has left the squad. Type cover and the days, or change the squad's file."),
            GapKind.Away => Markdown.Of($"**{who} may be away** for the shift {span}. Type swap for {gap.Member}, or cover and the days."),
            _ => RotaWords.InARow(new InARow(gap.Member, Math.Max(2, Shifts(gap, moment)), gap.From, gap.To), moment),
        };
    }

    private static int Shifts(Gap gap, Moment moment) => RotaCalendar.Between(moment.Squad, gap.From, gap.To).Count();
}
