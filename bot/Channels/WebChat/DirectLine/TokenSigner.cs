using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Hausmeister.Bot.Hosting;
using NodaTime;

namespace Hausmeister.Bot.Channels.WebChat.DirectLine;

/// <summary>
/// Tokens as text: what they say and a signature over it, both in base64url, with a dot between. They live by the real clock: pages refresh them
/// by that, also where the house's is set forward.
/// </summary>
internal sealed class TokenSigner(SecretKey key, [FromKeyedServices(HouseClock.Real)] TimeProvider time)
{
    /// <returns>The token, good from now on for its whole life.</returns>
    public async ValueTask<string> WriteAsync(DirectLineToken token, CancellationToken cancellationToken)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(token.FromNow(Now), WebChatJson.Default.DirectLineToken);
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(await key.SignAsync(payload, cancellationToken))}";
    }

    /// <returns>Null for anything that we have not signed, or whose time is over.</returns>
    public async ValueTask<DirectLineToken?> ReadAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Split('.') is not [var first, var second] || Decode(first) is not { } payload || Decode(second) is not { } signature)
            return null;
        var expected = await key.SignAsync(payload, cancellationToken);
        if (!CryptographicOperations.FixedTimeEquals(signature, expected))
            return null;
        var token = JsonSerializer.Deserialize(payload, WebChatJson.Default.DirectLineToken);
        return token is null || token.IsExpired(Now) ? null : token;
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static byte[]? Decode(string text) => Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
