using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;

namespace Hausmeister.Tests.Storage;

public sealed class SqliteDocumentStoreTests : DocumentStoreContract, IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDocumentStore store;

    public SqliteDocumentStoreTests() => store = SqliteDocumentStore.Open(new(folder.File("bot.db")));

    protected override IDocumentStore Store => store;

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }
}
