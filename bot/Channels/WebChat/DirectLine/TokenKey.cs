using System.Security.Cryptography;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Channels.WebChat.DirectLine;

/// <summary>The key that signs tokens. It lies in the store, so that a token outlives a restart and is good at every replica.</summary>
internal sealed class TokenKey(IDocumentStore store)
{
    private const string Key = "webchat/token-key";
    private const int Length = 32;
    private static readonly DocumentType<Stored> Type = new("token-key", WebChatJson.Default.Stored);
    private byte[]? key;

    public async ValueTask<byte[]> GetAsync(CancellationToken cancellationToken) =>
        key ??= await ReadAsync(cancellationToken) ?? await CreateAsync(cancellationToken);

    private async Task<byte[]?> ReadAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(Key, cancellationToken) is { } found ? Type.Read(found.Body).Key : null;

    private async Task<byte[]> CreateAsync(CancellationToken cancellationToken)
    {
        var made = new Stored(RandomNumberGenerator.GetBytes(Length));
        try
        {
            await store.CommitAsync(new Commit([new Put(Key, Type.Write(made), Put.Absent)], [], []), cancellationToken);
            return made.Key;
        }
        catch (ConflictException)
        {
            return (await ReadAsync(cancellationToken))!;
        }
    }

    internal sealed record Stored(byte[] Key);
}
