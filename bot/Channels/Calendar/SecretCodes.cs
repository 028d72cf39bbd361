using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hausmeister.Bot.Hosting;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>The part of an address that nobody guesses: one for each thing that is shown.</summary>
internal sealed class SecretCodes(SecretKey key)
{
    /// <summary>In bytes: as many as nobody guesses, and an address stays short.</summary>
    private const int Length = 15;

    public async Task<string> OfAsync(string thing, CancellationToken cancellationToken)
    {
        var signature = await key.SignAsync(Encoding.UTF8.GetBytes(thing), cancellationToken);
        return Base64Url.EncodeToString(signature.AsSpan(0, Length));
    }

    /// <summary>Whether whoever has the code was told the thing's address.</summary>
    public async Task<bool> IsOfAsync(string code, string thing, CancellationToken cancellationToken)
    {
        var known = await OfAsync(thing, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(known));
    }
}
