using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Tests.Cards;

/// <summary>Offers and changes of the rota, with a member whose name is those words.</summary>
internal static partial class CardSamples
{
    private static IEnumerable<(string Name, AdaptiveCard Card)> OffersOf(string words)
    {
        var moment = Now with { Squad = Nasty(words) };
        var davi = moment.Squad.Find("davi")!;
        foreach (var kind in Enum.GetValues<OfferKind>())
        {
            var open = Offered(kind);
            (string Name, Offer Offer)[] states =
            [
                ("open", open),
                ("to one", open with { Asked = ["bruno"] }),
                ("refused", open with { Cant = ["bruno"] }),
                ("taken", open with { Taken = new Taken("davi", Ana, Now.Now, new Span(SampleSquad.At(2026, 12, 7, 11), SampleSquad.At(2026, 12, 11, 17))) }),
                ("ended", open with { EndedAt = Now.Now }),
            ];
            foreach (var (name, offer) in states)
            {
                yield return ($"{kind} {name}", OfferCard.Build(offer, moment, "bruno"));
                yield return ($"{kind} {name} to appoint", OfferAppointCard.Build(offer, moment, "ana"));
                yield return ($"{kind} {name}: nobody", OfferMessages.Build(PostKind.OfferNobody, offer, moment, "davi", null));
                if (offer.Taken is not null)
                    foreach (var viewer in new[] { "davi", "ana", "bruno" })
                        yield return ($"{kind} {name} for {viewer}", OfferMessages.Build(PostKind.OfferTaken, offer, moment, viewer, null));
            }
        }

        var book = new RotaBook { Squad = "data-infra", Gaps = [.. Enum.GetValues<GapKind>().Select(k => new Gap($"{k}", k, "davi", SampleSquad.At(2026, 11, 27, 17), SampleSquad.At(2026, 11, 30, 11)))] };
        foreach (var gap in book.Gaps)
            yield return ($"gap {gap.Id}", RotaMessages.Build(PostKind.RotaGap, book, moment, "ana", gap.Id));
        yield return ("gap closed", RotaMessages.Build(PostKind.RotaGap, book, moment, "ana", "?"));
        yield return ("rota moved", RotaMessages.Build(PostKind.RotaMoved, book, moment, "davi", null));
        yield return ("ill", IllCard.Build(Offered(OfferKind.Ill), moment, words));
        yield return ("ill until", IllCard.Until(Offered(OfferKind.Ill), moment));
        yield return ("swap form", SwapForm.Build(moment, davi, "ana"));
        yield return ("swap form of one's own", SwapForm.Build(moment, davi, "davi"));
        yield return ("cover form", CoverForm.Build(moment));
        yield return ("cover", CoverCard.Build(new Span(SampleSquad.At(2026, 11, 27, 12), SampleSquad.At(2026, 12, 1, 12)), moment, "bruno"));
        yield return ("cover of one's own", CoverCard.Build(new Span(SampleSquad.At(2026, 11, 28, 12), SampleSquad.At(2026, 11, 28, 13)), moment, "davi"));
        yield return ("take over", PassCard.Build(moment, davi, "davi"));
        yield return ("hand over", PassCard.Build(moment, davi, "ana"));
    }

    private static Offer Offered(OfferKind kind) => new()
    {
        Id = "4",
        Squad = "data-infra",
        Kind = kind,
        By = new Person("davi", "Davi", false),
        For = "davi",
        Role = DutyRole.WeekendOnCall,
        From = SampleSquad.At(2026, 11, 27, 17),
        To = SampleSquad.At(2026, 11, 30, 11),
        Asked = ["ana", "bruno", "clara"],
    };
}
