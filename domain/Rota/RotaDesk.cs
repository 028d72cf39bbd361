using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Domain.Rota;

/// <summary>Loads and saves what was agreed on about the rota. Commits nothing: that is the turn's or the duty's.</summary>
public sealed class RotaDesk(Work work, Moment moment)
{
    public async Task<RotaBook> BookAsync(CancellationToken cancellationToken) =>
        await work.LoadAsync(DocumentTypes.RotaBook, Keys.Rota(moment.Squad.Id), cancellationToken) ?? new RotaBook { Squad = moment.Squad.Id };

    /// <summary>Follows the squad's file, and tells a lead of gaps.</summary>
    public Task LookAsync(CancellationToken cancellationToken) => ChangeAsync(book => RotaWatch.Look(book, moment), cancellationToken);

    /// <returns>The squad with what is agreed on now.</returns>
    public async Task<Squad> ChangeAsync(Func<RotaBook, RotaBook> change, CancellationToken cancellationToken)
    {
        var before = await BookAsync(cancellationToken);
        var after = change(before);
        if (!ReferenceEquals(before, after))
            work.Save(DocumentTypes.RotaBook, Keys.Rota(moment.Squad.Id), RotaTopics.Changed(before, after, moment).Without(moment.Now) with { Revision = before.Revision + 1 });
        return after.Over(moment.Squad);
    }
}
