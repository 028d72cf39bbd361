using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Turns;

/// <summary>The threads that open cases came up in.</summary>
internal static class CaseThreads
{
    /// <summary>The squad whose open case came up in the thread that somebody writes in; null: nobody's. One look at the index for each squad that can be meant.</summary>
    public static async Task<Squad?> SquadOfAsync(IDocumentStore store, Sender sender, CancellationToken cancellationToken)
    {
        foreach (var squad in sender.IsRoom ? sender.Squads : [])
            if ((await store.ListAsync(Keys.Thread(squad.Id, sender.Place), 1, cancellationToken)).Count > 0)
                return squad;
        return null;
    }
}
