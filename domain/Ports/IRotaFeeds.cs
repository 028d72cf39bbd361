using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Ports;

/// <summary>Where the rota is read outside the chat: by calendar programs, and as a picture.</summary>
public interface IRotaFeeds
{
    /// <summary>An address that only those know who were told.</summary>
    /// <param name="member">Whose shifts; null: the whole squad's.</param>
    Task<Uri> AddressAsync(Squad squad, string? member, CancellationToken cancellationToken);

    /// <summary>Where the squad's coming weeks are drawn. Another address when they have changed, so that no client shows an old picture.</summary>
    Task<Uri> PictureAsync(Squad squad, Instant now, CancellationToken cancellationToken);
}
