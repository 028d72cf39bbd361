using System.Security.Cryptography;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Hosting;

/// <summary>
/// The key under which tokens and addresses are made that nobody else can make. It lies in the store, so that they outlive a restart and are
/// good at every replica.
/// </summary>
internal sealed class SecretKey(IDocumentStore store)
{
    /// <summary>Of the document. It was the web chat's alone before: under another key all tokens and addresses that are out would end.</summary>
    public const string Key = "webchat/token-key";

    private const int Length = 32;
    private byte[]? key;

    /// <summary>The code of a text, 32 bytes, which only this deployment can make.</summary>
    public async ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        key ??= await ReadAsync(cancellationToken) ?? await CreateAsync(cancellationToken);
        return HMACSHA256.HashData(key, text.Span);
    }

    private async Task<byte[]?> ReadAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(Key, cancellationToken) is { } found ? HostDocuments.SecretKey.Read(found.Body).Key : null;

    private async Task<byte[]> CreateAsync(CancellationToken cancellationToken)
    {
        var made = new StoredKey(RandomNumberGenerator.GetBytes(Length));
        try
        {
            await store.CommitAsync(new Commit([new Put(Key, HostDocuments.SecretKey.Write(made), Put.Absent)], [], []), cancellationToken);
            return made.Key;
        }
        catch (ConflictException)
        {
            return (await ReadAsync(cancellationToken))!;
        }
    }
}
