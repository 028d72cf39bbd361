using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Domain.Ports;

/// <summary>Where the nightly run is seen as a picture.</summary>
public interface IDagPictures
{
    /// <summary>
    /// When each stage was loaded on the last mornings, at an address that only those know who were told. Another one when anything of it has
    /// changed, so that no client shows an old picture.
    /// </summary>
    /// <param name="days">The oldest first.</param>
    Task<Uri> HistoryAsync(Moment moment, IReadOnlyList<PipelineDay> days, CancellationToken cancellationToken);
}
