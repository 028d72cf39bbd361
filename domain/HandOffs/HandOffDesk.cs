using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.HandOffs;

/// <summary>Loads hand-offs, saves what was decided, and keeps the rota's book true about them. Commits nothing: that is the turn's or the duty's.</summary>
public sealed class HandOffDesk(Work work, Moment moment)
{
    /// <summary>Some years of them.</summary>
    private const int Most = 1_000;

    /// <summary>A hand-off is prepared on the working day before, and a weekend with a holiday lies between.</summary>
    private static readonly Duration Ahead = Duration.FromDays(8);

    private readonly RotaDesk rota = new(work, moment);

    public Task<HandOff?> FindAsync(string id, CancellationToken cancellationToken) =>
        work.LoadAsync(DocumentTypes.HandOff, Keys.HandOff(moment.Squad.Id, id), cancellationToken);

    /// <summary>Those that began, the newest first.</summary>
    public async Task<IReadOnlyList<HandOff>> BegunAsync(CancellationToken cancellationToken) =>
    [
        .. (await work.Store.ListAsync(Keys.HandOff(moment.Squad.Id), Most, cancellationToken))
            .Select(stored => DocumentTypes.HandOff.Read(stored.Body))
            .Where(h => h.BegunAt is not null)
            .OrderByDescending(h => h.Start),
    ];

    /// <summary>The last one that began; null where none has.</summary>
    public async Task<HandOff?> LastAsync(CancellationToken cancellationToken) =>
        (await rota.BookAsync(cancellationToken)).HandOff is { } id ? await FindAsync(id, cancellationToken) : null;

    /// <summary>Loads the hand-off, applies the decision and saves the outcome. Null: no such hand-off.</summary>
    public async Task<HandOff?> ApplyAsync(string id, Func<HandOff, HandOff> decide, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } before)
            return null;
        var after = decide(before);
        return ReferenceEquals(before, after) ? before : await SaveAsync(after, cancellationToken);
    }

    /// <summary>The hand-offs that the rota makes: the present one, where it began after <paramref name="since"/>, and those of the next days.</summary>
    public async Task EnsureAsync(Instant since, CancellationToken cancellationToken)
    {
        await rota.LookAsync(cancellationToken);
        var squad = (await rota.BookAsync(cancellationToken)).OverWithoutHolds(moment.Squad);
        foreach (var passing in Passing.Between(squad, moment.Now, moment.Now + Ahead).Where(p => p.At >= since))
            if (await FindAsync(HandOffRules.IdOf(passing.At), cancellationToken) is not { } known || (known.Ended is not null && known.BegunAt is null))
                await SaveAsync(HandOffRules.Plan(passing, moment), cancellationToken);
            else if (HandOffRules.Replan(known, passing, moment) is var replanned && !ReferenceEquals(replanned, known))
                await SaveAsync(replanned, cancellationToken);
    }

    /// <summary>Somebody gets it now by an agreement, which makes a hand-off of its own.</summary>
    /// <param name="knows">They agreed to it themselves, so it is confirmed.</param>
    public async Task<HandOff> PassNowAsync(Agreement agreement, bool knows, CancellationToken cancellationToken)
    {
        var squad = await rota.ChangeAsync(book => book.Agree(agreement), cancellationToken);
        var passing = Passing.Last(squad, agreement.From) ?? throw new InvalidOperationException($"{agreement.Id} passes nothing.");
        var planned = HandOffRules.Plan(passing, moment with { Squad = squad }, agreement.Kind);
        return await SaveAsync(knows ? planned with { Confirmed = new Confirmation(agreement.By, moment.Now) } : planned, cancellationToken);
    }

    /// <summary>Whoever was away has it again from now on, as the rota says, and knows it.</summary>
    public async Task<HandOff?> ReturnAsync(Person who, CancellationToken cancellationToken)
    {
        var squad = (await rota.BookAsync(cancellationToken)).Over(moment.Squad);
        if (Passing.Last(squad, moment.Now) is not { } passing || passing.At != moment.Now)
            return null;
        return await SaveAsync(HandOffRules.Plan(passing, moment, AgreementKind.TakeOver) with { Confirmed = new Confirmation(who, moment.Now) }, cancellationToken);
    }

    /// <summary>The new holder has it and its items. A tap that comes again takes nothing back that was given on since.</summary>
    public async Task<HandOff?> ConfirmAsync(string id, Person by, CancellationToken cancellationToken)
    {
        var before = await FindAsync(id, cancellationToken);
        if (await ApplyAsync(id, h => HandOffRules.Confirm(h, by, moment), cancellationToken) is not { } confirmed || ReferenceEquals(confirmed, before))
            return before;
        if (confirmed.Held is not null)
            await rota.ChangeAsync(book => book.End(HoldOf(confirmed), moment.Now), cancellationToken);
        foreach (var item in confirmed.Items.Where(i => i.Taken && i.StaysUntil is null && before?.Items.Contains(i) != true))
            await GiveAsync(item.Id, confirmed.To, cancellationToken);
        return confirmed;
    }

    public async Task<HandOff?> TakeAsync(string id, string item, CancellationToken cancellationToken)
    {
        var before = await FindAsync(id, cancellationToken);
        if (await ApplyAsync(id, h => HandOffRules.Take(h, item, moment), cancellationToken) is not { } taken || ReferenceEquals(taken, before))
            return before;
        await GiveAsync(item, taken.To, cancellationToken);
        return taken;
    }

    public async Task<HandOff?> HoldAsync(string id, Person by, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is { } found && !await IsTheirsAsync(found, cancellationToken))
            return found;
        var held = await ApplyAsync(id, h => HandOffRules.Hold(h, by, moment), cancellationToken);
        if (held?.Held is { } hold && hold.By.Id == by.Id && held.Confirmed is null)
            await rota.ChangeAsync(book => book.Agree(new Agreement(HoldOf(held), AgreementKind.Hold, hold.At, held.Until, by.Id, held.To, by, hold.At)), cancellationToken);
        return held;
    }

    /// <summary>Another member gets it in the new holder's place.</summary>
    public async Task<HandOff?> AppointAsync(string id, string member, Person by, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { IsUnconfirmed: true } open || !await IsTheirsAsync(open, cancellationToken))
            return await FindAsync(id, cancellationToken);
        var ended = await ApplyAsync(id, h => HandOffRules.End(h, new Ending(moment.Now, member, by)).Tell(Recipient.Of(h.To), PostKind.HandOffAppointed, moment.Now), cancellationToken);
        await PassNowAsync(new Agreement($"appointed/{id}", AgreementKind.Appointed, moment.Now, open.Until, member, open.To, by, moment.Now), member == by.Id, cancellationToken);
        return ended;
    }

    public async Task<HandOff> SaveAsync(HandOff handOff, CancellationToken cancellationToken)
    {
        var before = await FindAsync(handOff.Id, cancellationToken);
        var saved = handOff with { Revision = (before?.Revision ?? 0) + 1 };
        work.Save(DocumentTypes.HandOff, Keys.HandOff(saved.Squad, saved.Id), saved);
        await rota.ChangeAsync(book => Told(book, saved), cancellationToken);
        return saved;
    }

    /// <summary>Whoever is asked still has the duty: somebody may have taken it just now, whose own hand-off is about to begin.</summary>
    private async Task<bool> IsTheirsAsync(HandOff handOff, CancellationToken cancellationToken) =>
        new Moment((await rota.BookAsync(cancellationToken)).Over(moment.Squad), moment.Now).OnDuty == handOff.To;

    private static string HoldOf(HandOff handOff) => $"hold/{handOff.Id}";

    /// <summary>The book knows of the last one, and whether it is confirmed: nobody has to read it to know who else hears of what is urgent.</summary>
    private static RotaBook Told(RotaBook book, HandOff handOff)
    {
        if (handOff.BegunAt is null || string.CompareOrdinal(handOff.Id, book.HandOff) < 0)
            return book;
        var unconfirmed = handOff.IsUnconfirmed ? new Unconfirmed(handOff.Id, handOff.From, handOff.To, handOff.Start) : null;
        return (book.HandOff, book.Unconfirmed) == (handOff.Id, unconfirmed) ? book : book with { HandOff = handOff.Id, Unconfirmed = unconfirmed };
    }

    private Task<Case?> GiveAsync(string caseId, string member, CancellationToken cancellationToken) =>
        new CaseDesk(work, moment).ApplyAsync(
            caseId,
            c => c.IsOpen ? ServiceIssues.Give(c, member, new Person(member, moment.Squad.NameOf(member), IsGuest: false), moment) : c,
            cancellationToken);
}
