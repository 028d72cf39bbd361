using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>The feeds' addresses: <c>/calendar/{code}/{squad}.ics</c>, <c>/calendar/{code}/{squad}/{member}.ics</c> and <c>/calendar/{code}/{squad}.png</c>.</summary>
internal sealed class RotaFeeds(SecretKey key, Uri publicAddress) : IRotaFeeds
{
    /// <summary>Of a code, in bytes: as many as nobody guesses, and an address stays short.</summary>
    private const int CodeLength = 15;

    public async Task<Uri> AddressAsync(Squad squad, string? member, CancellationToken cancellationToken)
    {
        var code = await CodeAsync(squad, member, cancellationToken);
        return new Uri(publicAddress, $"/calendar/{code}/{squad.Id}{(member is null ? "" : $"/{member}")}.ics");
    }

    public async Task<Uri> PictureAsync(Squad squad, Instant now, CancellationToken cancellationToken)
    {
        var code = await CodeAsync(squad, null, cancellationToken);
        return new Uri(publicAddress, $"/calendar/{code}/{squad.Id}.png?v={RotaPicture.Version(squad, now)}");
    }

    /// <summary>Whether whoever has the code was told this address.</summary>
    public async Task<bool> IsKnownAsync(string code, Squad squad, string? member, CancellationToken cancellationToken)
    {
        var known = await CodeAsync(squad, member, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(known));
    }

    private async Task<string> CodeAsync(Squad squad, string? member, CancellationToken cancellationToken)
    {
        var signature = await key.SignAsync(Encoding.UTF8.GetBytes($"calendar/{squad.Id}/{member}"), cancellationToken);
        return Base64Url.EncodeToString(signature.AsSpan(0, CodeLength));
    }
}
