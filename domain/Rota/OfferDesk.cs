using System.Globalization;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>Changes of the rota by chat: offers, and what somebody takes at once. Commits nothing: that is the turn's or the duty's.</summary>
public sealed class OfferDesk(Work work, Moment moment)
{
    /// <summary>How many offers back the same one is looked for.</summary>
    private const int Recent = 10;

    private readonly RotaDesk rota = new(work, moment);
    private readonly HandOffDesk handOffs = new(work, moment);

    public Task<Offer?> FindAsync(string id, CancellationToken cancellationToken) =>
        work.LoadAsync(DocumentTypes.Offer, Keys.Offer(moment.Squad.Id, id), cancellationToken);

    public async Task<Offer?> ApplyAsync(string id, Func<Offer, Offer> decide, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } before)
            return null;
        var after = decide(before);
        return ReferenceEquals(before, after) ? before : Save(after);
    }

    /// <summary>Offers a span of somebody's shift. What is offered already, as after a double tap, is not offered again.</summary>
    /// <param name="asked">Who may accept.</param>
    public async Task<Offer> OpenAsync(OfferKind kind, Shift shift, Span span, Person by, IEnumerable<string> asked, CancellationToken cancellationToken)
    {
        List<string> members = [.. asked];
        if (await SameAsync(kind, shift, span, members, cancellationToken) is { } open)
            return open;
        var offer = await NewAsync(kind, shift, span, by, cancellationToken);
        return Save(OfferRules.Ask(offer with { Asked = members }, moment));
    }

    /// <summary>The first who accepts has it.</summary>
    /// <param name="by">The member themselves, or whoever appoints them.</param>
    public async Task<Offer?> TakeAsync(string id, string member, Person by, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { IsOpen: true } open)
            return await FindAsync(id, cancellationToken);
        var taken = Save(OfferRules.Take(open, member, by, moment));
        await AgreeAsync(taken, cancellationToken);
        return taken;
    }

    /// <summary>Somebody takes what others hold in a span. Whose it was hear of it.</summary>
    public async Task CoverAsync(Span span, Person by, CancellationToken cancellationToken)
    {
        foreach (var shift in RotaCalendar.Between(moment.Squad, span.From, span.To).Where(s => s.Holder != by.Id).ToList())
        {
            var piece = new Span(Instant.Max(shift.Start, span.From), Instant.Min(shift.End, span.To));
            var offer = await NewAsync(OfferKind.Cover, shift, piece, by, cancellationToken);
            await AgreeAsync(Save(OfferRules.Take(offer, by.Id, by, moment)), cancellationToken);
        }
    }

    /// <summary>Somebody has it from now on: themselves, or whom the one on duty gives it to.</summary>
    public Task<HandOff> PassAsync(string member, Person by, CancellationToken cancellationToken)
    {
        var shift = moment.Shift;
        var kind = member == by.Id ? AgreementKind.TakeOver : AgreementKind.ByHand;
        return handOffs.PassNowAsync(new Agreement($"pass/{HandOffRules.IdOf(moment.Now)}", kind, moment.Now, shift.End, member, shift.Holder, by, moment.Now), member == by.Id, cancellationToken);
    }

    /// <summary>The one on duty is ill: Level 2 holds it at once, and it is offered to all others.</summary>
    public async Task<Offer> FallIllAsync(Person who, CancellationToken cancellationToken)
    {
        var shift = moment.Shift;
        var level2 = moment.HelpFor(who.Id);
        var others = moment.Squad.Members.Select(m => m.Id).Where(id => id != who.Id && id != level2);
        await rota.ChangeAsync(book => book with { Absences = [.. book.Absences, new Absence(who.Id, moment.Now, shift.End)] }, cancellationToken);
        var offer = await OpenAsync(OfferKind.Ill, shift, new Span(moment.Now, shift.End), who, others, cancellationToken);
        var agreement = new Agreement(IdOf(offer), AgreementKind.Ill, moment.Now, shift.End, level2, who.Id, who, moment.Now);
        await handOffs.PassNowAsync(agreement, knows: false, cancellationToken);
        return offer;
    }

    /// <summary>Until when the one who is ill is away.</summary>
    public async Task<Offer?> AwayUntilAsync(string id, Instant until, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { Kind: OfferKind.Ill } offer || offer.To == until || until <= moment.Now)
            return await FindAsync(id, cancellationToken);
        await rota.ChangeAsync(book => Until(book, offer, until), cancellationToken);
        await handOffs.EnsureAsync(moment.Now, cancellationToken);
        return Save(OfferRules.Until(offer, until));
    }

    /// <summary>Whoever was ill is well, and has the shift again where it is still theirs. Null: they were not ill.</summary>
    public async Task<Offer?> GetWellAsync(Person who, CancellationToken cancellationToken)
    {
        var book = await rota.BookAsync(cancellationToken);
        var away = book.Agreements.LastOrDefault(a => a.Kind == AgreementKind.Ill && a.For == who.Id && a.To > moment.Now);
        if (away is null || await FindAsync(NumberOf(away.Id), cancellationToken) is not { } offer)
            return null;
        var squad = await rota.ChangeAsync(b => Until(b, offer, moment.Now), cancellationToken);
        if (RotaCalendar.At(squad, moment.Now).Holder == who.Id)
            await handOffs.ReturnAsync(who, cancellationToken);
        return Save(OfferRules.End(offer, moment));
    }

    /// <summary>An open offer of the same to the same members. What is offered of a shift that runs already begins a little later with each try.</summary>
    private async Task<Offer?> SameAsync(OfferKind kind, Shift shift, Span span, List<string> asked, CancellationToken cancellationToken)
    {
        var last = (await rota.BookAsync(cancellationToken)).Offers;
        for (var number = last; number > Math.Max(0, last - Recent); number--)
            if (await FindAsync(number.ToString(CultureInfo.InvariantCulture), cancellationToken) is { IsOpen: true } open
                && (open.Kind, open.For, open.To) == (kind, shift.Holder, span.To) && open.From <= span.From && open.Asked.SequenceEqual(asked))
                return open;
        return null;
    }

    private async Task<Offer> NewAsync(OfferKind kind, Shift shift, Span span, Person by, CancellationToken cancellationToken)
    {
        var number = 0;
        await rota.ChangeAsync(book => book with { Offers = number = book.Offers + 1 }, cancellationToken);
        return new Offer
        {
            Id = number.ToString(CultureInfo.InvariantCulture),
            Squad = moment.Squad.Id,
            Kind = kind,
            By = by,
            For = shift.Holder,
            Role = shift.Role,
            From = span.From,
            To = span.To,
        };
    }

    /// <summary>What was taken is agreed on; where it has begun, duty passes now.</summary>
    private async Task AgreeAsync(Offer offer, CancellationToken cancellationToken)
    {
        var taken = offer.Taken!;
        var kind = offer.Kind switch { OfferKind.Swap => AgreementKind.Swap, OfferKind.Ill => AgreementKind.Ill, _ => AgreementKind.Cover };
        var agreement = new Agreement($"{IdOf(offer)}taken", kind, Instant.Max(offer.From, moment.Now), offer.To, taken.Member, offer.For, taken.By, moment.Now);
        if (taken.Back is { } back)
            await rota.ChangeAsync(book => book.Agree(new Agreement($"{IdOf(offer)}back", kind, back.From, back.To, offer.For, taken.Member, taken.By, moment.Now)), cancellationToken);
        await rota.ChangeAsync(book => book.End(IdOf(offer), moment.Now), cancellationToken);
        if (offer.From <= moment.Now)
            await handOffs.PassNowAsync(agreement, taken.By.Id == taken.Member, cancellationToken);
        else
        {
            await rota.ChangeAsync(book => book.Agree(agreement), cancellationToken);
            await handOffs.EnsureAsync(moment.Now, cancellationToken);
        }
    }

    private static RotaBook Until(RotaBook book, Offer offer, Instant until) => book with
    {
        Agreements = [.. book.Agreements.Select(a => a.Id.StartsWith(IdOf(offer), StringComparison.Ordinal) && a.To == offer.To ? a with { To = Instant.Max(until, a.From) } : a)],
        Absences = [.. book.Absences.Select(a => a.Member == offer.For && a.From == offer.From ? a with { To = until } : a)],
    };

    /// <summary>Of the agreement that the offer begins with, and the beginning of those that follow from it.</summary>
    private static string IdOf(Offer offer) => $"offer/{offer.Id}/";

    private static string NumberOf(string agreement) => agreement.Split('/')[1];

    private Offer Save(Offer offer)
    {
        var saved = offer with { Revision = offer.Revision + 1 };
        work.Save(DocumentTypes.Offer, Keys.Offer(saved.Squad, saved.Id), saved);
        return saved;
    }
}
