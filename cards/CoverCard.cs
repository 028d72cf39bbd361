using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>What covering a span means, before it is done: what is the viewer's own is offered, what others hold is taken.</summary>
public static class CoverCard
{
    public static AdaptiveCard Build(Span span, Moment moment, string viewer)
    {
        List<Shift> shifts = [.. RotaCalendar.Between(moment.Squad, span.From, span.To)];
        var isOwn = shifts.TrueForAll(s => s.Holder == viewer);
        List<Shift> meant = [.. shifts.Where(s => isOwn || s.Holder != viewer)];
        var words = OfferWords.Span(span.From, span.To, moment);
        var title = isOwn ? "Offer it to all?" : meant is [var only] ? $"You take it from {moment.Squad.NameOf(only.Holder)}?" : "You take it?";
        return Card.Of($"{words}. {title}",
            [
                Text.Head($"Rota · {words}", $"{title}"),
                .. meant.Count == 1 ? [] : meant.Take(Rows.Most).Select(s => Text.Line(Piece(s, span, moment, isOwn))),
                isOwn ? null : InARow(span, moment, viewer),
                Text.Foot(isOwn ? Markdown.Of($"The first who accepts has it. Until then it stays yours.") : Markdown.Of($"Whose it is hears of it.")),
            ],
            Target.Of(moment.Squad, span).Positive(isOwn ? "Offer it" : "I take it", isOwn ? Verbs.Rota.CoverOffer : Verbs.Rota.CoverTake),
            Target.Of(moment.Squad, span).Leave("Cancel", Verbs.Issue.FormCancel));
    }

    private static Markdown Piece(Shift shift, Span span, Moment moment, bool isOwn)
    {
        var words = OfferWords.Span(Instant.Max(shift.Start, span.From), Instant.Min(shift.End, span.To), moment);
        return isOwn ? Markdown.Of($"**Yours:** {words}") : Markdown.Of($"**{moment.Squad.NameOf(shift.Holder)}'s:** {words}");
    }

    private static AdaptiveContainer? InARow(Span span, Moment moment, string viewer) => Domain.Rota.InARow.If(moment.Squad, viewer, span.From, span.To) is { } run
        ? Block.Notice(AdaptiveContainerStyle.Warning, RotaWords.InARowForYou(run, moment))
        : null;
}
