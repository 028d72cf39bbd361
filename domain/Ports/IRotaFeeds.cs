using Hausmeister.Domain.Squads;

namespace Hausmeister.Domain.Ports;

/// <summary>Where a calendar program reads the rota.</summary>
public interface IRotaFeeds
{
    /// <summary>An address that only those know who were told.</summary>
    /// <param name="member">Whose shifts; null: the whole squad's.</param>
    Task<Uri> AddressAsync(Squad squad, string? member, CancellationToken cancellationToken);
}
