using System.Collections;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Turns;

/// <summary>The squads as configured, each with what its members agreed on in chat. Read once at the start, and then told of every commit.</summary>
internal sealed class LiveSquads(IReadOnlyList<Squad> configured) : IReadOnlyList<Squad>
{
    private readonly Lock changing = new();
    private readonly Squad[] live = [.. configured];
    private readonly int[] revisions = new int[configured.Count];

    public int Count => live.Length;

    public Squad this[int index] => live[index];

    public IEnumerator<Squad> GetEnumerator() => live.AsEnumerable().GetEnumerator();

    public async Task LoadAsync(IDocumentStore store, CancellationToken cancellationToken)
    {
        foreach (var squad in configured)
            if (await new Work(store).LoadAsync(DocumentTypes.RotaBook, Keys.Rota(squad.Id), cancellationToken) is { } book)
                Take(book);
    }

    /// <summary>What was committed counts from now on.</summary>
    public void See(Work committed)
    {
        foreach (var book in committed.Saved<RotaBook>())
            Take(book);
    }

    /// <summary>Two commits may be told in another order than they were made.</summary>
    private void Take(RotaBook book)
    {
        lock (changing)
        {
            var index = Array.FindIndex(live, squad => squad.Id == book.Squad);
            if (index < 0 || revisions[index] > book.Revision)
                return;
            revisions[index] = book.Revision;
            live[index] = book.Over(configured[index]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
