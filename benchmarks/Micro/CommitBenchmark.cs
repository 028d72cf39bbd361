using BenchmarkDotNet.Attributes;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;

namespace Hausmeister.Benchmarks.Micro;

/// <summary>A turn's document replaced in the store, by somebody who has it to himself.</summary>
public class CommitBenchmark
{
    private const string Key = "conversation/msteams/a%3A1/29%3A1";
    private readonly byte[] document = new byte[2_000];
    private DirectoryInfo folder = null!;
    private SqliteDocumentStore store = null!;
    private string etag = Put.Absent;

    [ParamsAllValues]
    public Synchronous Synchronous { get; set; }

    [GlobalSetup]
    public void Open()
    {
        folder = Directory.CreateTempSubdirectory("hausmeister-bench");
        store = SqliteDocumentStore.Open(new SqliteStoreOptions(Path.Combine(folder.FullName, "hausmeister.db")) { Synchronous = Synchronous });
    }

    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Benchmark]
    public async Task CommitAsync()
    {
        var committed = await store.CommitAsync(new Commit([new Put(Key, document, etag)], [], []), CancellationToken.None);
        etag = committed.ETags[0];
    }
}
