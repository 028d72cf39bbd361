using System.Collections;
using System.Collections.Concurrent;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Turns;

/// <summary>The squads as configured, each with what its members agreed on in chat. Read once at the start, and then told of every commit.</summary>
internal sealed class LiveSquads(IReadOnlyList<Squad> configured) : IReadOnlyList<Squad>
{
    private readonly ConcurrentDictionary<string, RotaBook> books = new();

    public int Count => configured.Count;

    public Squad this[int index] => books.TryGetValue(configured[index].Id, out var book) ? book.Over(configured[index]) : configured[index];

    public IEnumerator<Squad> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

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
    private void Take(RotaBook book) => books.AddOrUpdate(book.Squad, book, (_, known) => known.Revision > book.Revision ? known : book);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
