using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>The feeds' addresses: <c>/calendar/{code}/{squad}.ics</c>, <c>/calendar/{code}/{squad}/{member}.ics</c> and <c>/calendar/{code}/{squad}.png</c>.</summary>
internal sealed class RotaFeeds(SecretCodes codes, Uri publicAddress) : IRotaFeeds
{
    public async Task<Uri> AddressAsync(Squad squad, string? member, CancellationToken cancellationToken)
    {
        var code = await codes.OfAsync(Thing(squad, member), cancellationToken);
        return new Uri(publicAddress, $"/calendar/{code}/{squad.Id}{(member is null ? "" : $"/{member}")}.ics");
    }

    public async Task<Uri> PictureAsync(Squad squad, Instant now, CancellationToken cancellationToken)
    {
        var code = await codes.OfAsync(Thing(squad, null), cancellationToken);
        return new Uri(publicAddress, $"/calendar/{code}/{squad.Id}.png?v={RotaPicture.Version(squad, now)}");
    }

    /// <summary>Whether whoever has the code was told this address.</summary>
    public Task<bool> IsKnownAsync(string code, Squad squad, string? member, CancellationToken cancellationToken) =>
        codes.IsOfAsync(code, Thing(squad, member), cancellationToken);

    private static string Thing(Squad squad, string? member) => $"calendar/{squad.Id}/{member}";
}
