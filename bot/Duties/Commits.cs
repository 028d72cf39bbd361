using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Duties;

/// <summary>Changes outside of turns: each is one commit, decided again for as long as somebody else is faster.</summary>
internal sealed class Commits(IDocumentStore store, LiveSquads squads, DutyBell bell)
{
    /// <param name="change">Works from fresh state, as often as needed.</param>
    /// <returns>What the change that was committed returned.</returns>
    public async Task<T> MakeAsync<T>(Func<Work, Task<T>> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var work = Begin();
            var changed = await change(work);
            if (work.IsEmpty)
                return changed;
            if (!await work.TryCommitAsync(cancellationToken))
                continue;
            squads.See(work);
            bell.Ring();
            return changed;
        }
    }

    /// <summary>For a look that changes nothing.</summary>
    public Work Begin() => new(store);
}
