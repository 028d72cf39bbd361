using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>
/// A data file with many conversations in it, each in the middle of a triage. The bot makes one, and the product's own store puts all
/// documents of it in again and again under other keys.
/// </summary>
internal static class ManyConversations
{
    /// <summary>The conversation that is copied; nobody talks in it, nor in the copies, when the file is measured.</summary>
    private const int Original = 0;

    private const int MostDocuments = 1_000;
    private const int Together = 100;

    public static async Task WriteAsync(string file, BenchmarkOptions options, Connector connector)
    {
        await MakeOriginalAsync(file, options, connector);
        await using var store = SqliteDocumentStore.Open(new SqliteStoreOptions(file) { Synchronous = Synchronous.Normal });
        var all = await store.ListAsync("", MostDocuments, CancellationToken.None);
        var documents = all.Where(document => document.Key.Contains(Part(Talk.ConversationOf(Original)), StringComparison.Ordinal)).ToList();
        foreach (var numbers in Enumerable.Range(BenchmarkSquad.Members, options.Pace.ManyConversations).Chunk(Together))
            await store.CommitAsync(new Commit([.. numbers.SelectMany(number => documents.Select(document => Copy(document, number)))], [], []), CancellationToken.None);
    }

    private static async Task MakeOriginalAsync(string file, BenchmarkOptions options, Connector connector)
    {
        await using var bot = Server.StartBot(options, "NORMAL");
        using var client = new Client(bot, connector, [Original]);
        await client.FirstTurnAsync();
        foreach (var words in client.Talks[0].Triage().SkipLast(1))
            await client.Talks[0].TurnAsync(words);
        // The stop also writes down that all replies were sent, so that none is sent again for each copy.
        await bot.StopAsync();
        File.Copy(bot.DataFile, file);
    }

    private static Put Copy(StoredDocument document, int number) => new(
        document.Key
            .Replace(Part(Talk.ConversationOf(Original)), Part(Talk.ConversationOf(number)), StringComparison.Ordinal)
            .Replace(Part(Talk.AccountOf(Original)), Part(Talk.AccountOf(number)), StringComparison.Ordinal),
        document.Body,
        Put.Absent);

    /// <summary>As it stands in a key.</summary>
    private static string Part(string id) => Uri.EscapeDataString(id);
}
