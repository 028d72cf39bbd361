using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Dialogs;

/// <summary>What holds of the rota, its offers and its hand-offs, whoever changed them in whatever order.</summary>
internal sealed class WholeRota(DialogHouse house)
{
    private readonly List<HandOff> handOffs = [];
    private readonly List<Offer> offers = [];
    private RotaBook book = new() { Squad = house.Squad.Id };

    /// <summary>Every one of them with its key.</summary>
    public IEnumerable<(string Key, Owing Document)> All =>
    [
        .. handOffs.Select(h => (Keys.HandOff(h.Squad, h.Id), (Owing)h)),
        .. offers.Select(o => (Keys.Offer(o.Squad, o.Id), (Owing)o)),
        (Keys.Rota(book.Squad), book),
    ];

    /// <summary>False where it is a document of another kind.</summary>
    public bool Takes(string key, ReadOnlyMemory<byte> body)
    {
        if (key.StartsWith(Keys.HandOff(house.Squad.Id), StringComparison.Ordinal))
            handOffs.Add(DocumentTypes.HandOff.Read(body));
        else if (key.StartsWith(Keys.Offer(house.Squad.Id, ""), StringComparison.Ordinal))
            offers.Add(DocumentTypes.Offer.Read(body));
        else if (key == Keys.Rota(house.Squad.Id))
            book = DocumentTypes.RotaBook.Read(body);
        else
            return false;
        return true;
    }

    public void Check(Instant now)
    {
        var squad = book.Over(house.Squad);
        foreach (var shift in RotaCalendar.Between(squad, now, now + Duration.FromDays(14)))
            shift.Level2.ShouldNotBe(shift.Holder);
        Offers(squad, now);
        HandOffs(squad, now);
    }

    private void Offers(Squad squad, Instant now)
    {
        offers.Select(o => o.Id).ShouldBe(Enumerable.Range(1, book.Offers).Select(n => $"{n}"), ignoreOrder: true);
        foreach (var offer in offers.Where(o => o.Taken is not null && o.To > now && o.From > now))
            Agreed(offer.From).ShouldNotBeNull($"offer {offer.Id} was taken and is agreed on");
        foreach (var open in offers.Where(o => o.IsOpen))
            open.Duties.ShouldContain(d => d.Kind == DutyKind.EndOffer, $"offer {open.Id} ends some day");

        Override? Agreed(Instant at) => squad.Rota.Agreed.LastOrDefault(o => o.From <= at && at < o.To);
    }

    private void HandOffs(Squad squad, Instant now)
    {
        var begun = handOffs.Where(h => h.BegunAt is not null).OrderBy(h => h.Start).ToList();
        handOffs.Where(h => h.BegunAt is null && h.Ended is null).ShouldAllBe(h => h.Start > now, "one that is due has begun, or is dropped");
        begun.SkipLast(1).ShouldAllBe(h => h.Confirmed != null || h.Ended != null || h.Held != null, "only the last one may wait for a word");
        begun.ShouldAllBe(h => h.From != h.To);
        book.HandOff.ShouldBe(begun.LastOrDefault()?.Id);
        (book.Unconfirmed?.HandOff).ShouldBe(begun.LastOrDefault() is { IsUnconfirmed: true } open ? open.Id : null);
        if (begun is [.., { Ended: null, Held: null } last] && last.Until > now)
            RotaCalendar.At(squad, now).Holder.ShouldBe(last.To, "whoever was told last has the duty");
    }
}
