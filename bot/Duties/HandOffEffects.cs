using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Rota;

namespace Hausmeister.Bot.Duties;

/// <summary>Begins hand-offs with what is open, and moves cases where they move by themselves.</summary>
internal sealed class HandOffEffects(HandOffCommits handOffs, CaseCommits cases)
{
    public async Task<Func<HandOff, HandOff>> BeginAsync(HandOff handOff, Moment moment, CancellationToken cancellationToken)
    {
        var book = await handOffs.BookAsync(moment, cancellationToken);
        if (Passing.Last(book.OverWithoutHolds(moment.Squad), moment.Now) is not { } passing || passing.At != handOff.Start)
            return h => HandOffRules.Drop(h, moment.Now);
        var previous = book.HandOff is { } last && last != handOff.Id
            ? await handOffs.DecideAsync(moment, last, h => HandOffRules.End(h, new Ending(moment.Now)), cancellationToken)
            : null;
        var items = HandOffItems.Of(await cases.OpenAsync(moment, cancellationToken), [.. handOff.Items, .. previous?.Items ?? []]);
        return h => HandOffRules.Begin(h, passing, WhoHad(previous, passing), items, moment);
    }

    /// <summary>What the one before had is the new holder's, without a word to take it.</summary>
    public async Task<Func<HandOff, HandOff>> MoveAsync(HandOff handOff, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var to = handOff.Held?.By.Id ?? handOff.To;
        var person = new Person(to, moment.Squad.NameOf(to), IsGuest: false);
        string?[] owners = [handOff.From, handOff.Held is null ? RotaCalendar.At(moment.Squad, handOff.Start - NodaTime.Duration.Epsilon).Holder : handOff.To];
        foreach (var open in await cases.OpenAsync(moment, cancellationToken))
            if (owners.Contains(open.Owner))
                await cases.DecideAsync(moment, open.Id, c => c.IsOpen && owners.Contains(c.Owner) ? ServiceIssues.Give(c, to, person, moment) : c, cancellationToken);
        return h => HandOffRules.Moved(h, duty, to, owners);
    }

    /// <summary>Who really had the duty until now: whoever never confirmed does not know what to hand over.</summary>
    private static string WhoHad(HandOff? previous, Passing passing) => previous switch
    {
        { Held: { } held, Confirmed: null } => held.By.Id,
        { Confirmed: null, BegunAt: not null } => previous.From,
        _ => passing.From,
    };
}
