using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Rota;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Begins hand-offs with what is open, and moves cases where they move by themselves.</summary>
internal sealed class HandOffEffects(HandOffCommits handOffs, CaseCommits cases, IOpenIssues openIssues)
{
    public async Task<Func<HandOff, HandOff>> BeginAsync(HandOff handOff, Moment moment, CancellationToken cancellationToken)
    {
        var book = await handOffs.BookAsync(moment, cancellationToken);
        if (Passing.Last(book.OverWithoutHolds(moment.Squad), moment.Now) is not { } passing || passing.At != handOff.Start)
            return h => HandOffRules.Drop(h, moment.Now);
        var previous = book.HandOff is { } last && last != handOff.Id
            ? await handOffs.DecideAsync(moment, last, h => HandOffRules.Pass(h, moment), cancellationToken)
            : null;
        var items = HandOffItems.Of(await OpenAsync(moment, cancellationToken), [.. handOff.Items, .. previous?.Items ?? []]);
        var dag = await handOffs.DagAsync(moment, cancellationToken);
        return h => HandOffRules.Begin(h, passing, handOff.Confirmed is null ? WhoHad(previous, passing) : passing.From, items, dag, moment);
    }

    /// <summary>The draft, while there is still such a passing.</summary>
    public async Task<Func<HandOff, HandOff>> PrepareAsync(HandOff handOff, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var book = await handOffs.BookAsync(moment, cancellationToken);
        if (Passing.Between(book.OverWithoutHolds(moment.Squad), moment.Now, handOff.Start + Duration.Epsilon).FirstOrDefault(p => p.At == handOff.Start) is not { } passing)
            return h => h.Settle(duty.Id);
        var previous = book.HandOff is { } last ? await handOffs.FindAsync(moment, last, cancellationToken) : null;
        var items = HandOffItems.Of(await OpenAsync(moment, cancellationToken), [.. handOff.Items, .. previous?.Items ?? []]);
        var dag = await handOffs.DagAsync(moment, cancellationToken);
        return h => Preparation.Draft(h, passing, items, dag, moment);
    }

    /// <summary>Whoever stayed on something stays no longer.</summary>
    public async Task<Func<HandOff, HandOff>> EndStayAsync(HandOff handOff, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        foreach (var item in handOff.Items.Where(i => i.StaysUntil is not null))
            await GiveAsync(item.Id, c => c.Owner == item.Owner, moment.OnDuty, moment, cancellationToken);
        return h => HandOffRules.Stayed(h, duty, moment);
    }

    /// <summary>What the one before had is the new holder's, without a word to take it.</summary>
    public async Task<Func<HandOff, HandOff>> MoveAsync(HandOff handOff, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var to = handOff.Held?.By.Id ?? handOff.To;
        string?[] owners = [handOff.From, handOff.Held is null ? RotaCalendar.At(moment.Squad, handOff.Start - Duration.Epsilon).Holder : handOff.To];
        var stays = handOff.Items.Where(i => i.StaysUntil is not null).Select(i => i.Id).ToHashSet();
        foreach (var open in (await cases.OpenAsync(moment, cancellationToken)).Where(c => !stays.Contains(c.Id)))
            await GiveAsync(open.Id, c => owners.Contains(c.Owner), to, moment, cancellationToken);
        return h => HandOffRules.Moved(h, duty, to, owners);
    }

    /// <summary>What is open here, and what somebody made in the tracker that can wake people.</summary>
    private async Task<IReadOnlyList<Case>> OpenAsync(Moment moment, CancellationToken cancellationToken)
    {
        var listed = await openIssues.ListAsync(moment.Squad, cancellationToken);
        foreach (var issue in listed.Issues.Where(i => ServiceIssues.PriorityIn(i, moment.Squad) is Priority.P4 or Priority.P3))
            await cases.OfAsync(moment, issue, cancellationToken);
        return await cases.OpenAsync(moment, cancellationToken);
    }

    private Task<Case?> GiveAsync(string caseId, Func<Case, bool> isMeant, string to, Moment moment, CancellationToken cancellationToken) => cases.DecideAsync(
        moment, caseId, c => c.IsOpen && isMeant(c) ? ServiceIssues.Give(c, to, new Person(to, moment.Squad.NameOf(to), IsGuest: false), moment) : c, cancellationToken);

    /// <summary>Who really had the duty until now: whoever never confirmed does not know what to hand over. Nobody hands over to themselves.</summary>
    private static string WhoHad(HandOff? previous, Passing passing)
    {
        var had = previous switch
        {
            { Held: { } held, Confirmed: null } => held.By.Id,
            { Confirmed: null, BegunAt: not null } => previous.From,
            _ => passing.From,
        };
        return had == passing.To ? passing.From : had;
    }
}
