using Hausmeister.Domain.Cases;

namespace Hausmeister.Bot.Duties;

/// <summary>Addresses of our own that other systems keep.</summary>
internal sealed record Links(Uri PublicAddress)
{
    /// <summary>The chat page with the case's card.</summary>
    public Uri ToCase(Case @case) => new(PublicAddress, $"/?show={Uri.EscapeDataString(@case.Id)}");
}
