using Hausmeister.Domain.Ports;

namespace Hausmeister.Tests.Storage;

public sealed class InMemoryDocumentStoreTests : DocumentStoreContract
{
    protected override IDocumentStore Store { get; } = new InMemoryDocumentStore();
}
