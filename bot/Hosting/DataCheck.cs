using Hausmeister.Bot.Configuration;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Hosting;

/// <summary>
/// Before anything is served: refuses data that a newer program wrote, and sets the clock that the data was written by. A restart
/// so goes on where the data is, instead of living the same minute again.
/// </summary>
internal sealed partial class DataCheck(
    IDocumentStore store, HouseClock clock, AppOptions options, IReadOnlyList<Squad> squads, ILogger<DataCheck> logger) : IHostedLifecycleService
{
    /// <exception cref="NewerDocumentException">A newer program has been here.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await CheckVersionsAsync(cancellationToken);
        await SetClockAsync(cancellationToken);
    }

    private async Task CheckVersionsAsync(CancellationToken cancellationToken)
    {
        var work = new Work(store);
        var found = await work.LoadAsync(HostDocuments.Versions, Keys.Versions, cancellationToken);
        var known = DocumentVersions.Known.Kinds;
        foreach (var (kind, version) in known)
            if (found?.Kinds.GetValueOrDefault(kind) > version)
                throw new NewerDocumentException(kind, found.Kinds[kind], version);
        if (found is not null && known.All(kind => found.Kinds.GetValueOrDefault(kind.Key) == kind.Value))
            return;
        // A kind that this program does not know stays in the list, for the program that does.
        var merged = new Dictionary<string, int>(found?.Kinds ?? known);
        foreach (var (kind, version) in known)
            merged[kind] = version;
        work.Save(HostDocuments.Versions, Keys.Versions, new DocumentVersions(merged));
        await work.CommitAsync(cancellationToken);
    }

    private async Task SetClockAsync(CancellationToken cancellationToken)
    {
        var work = new Work(store);
        var stored = await work.LoadAsync(HostDocuments.Clock, Keys.Clock, cancellationToken);
        if (stored is null && options.ClockStart is { } start)
        {
            var ahead = start.In(squads[0].TimeZone) - Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
            stored = new DataClock(ahead.ToTimeSpan().Ticks);
            work.Save(HostDocuments.Clock, Keys.Clock, stored);
            await work.CommitAsync(cancellationToken);
        }

        if (stored is null)
            return;
        clock.Offset = TimeSpan.FromTicks(stored.OffsetTicks);
        Log.ClockSet(logger, clock.GetUtcNow());
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "This data has a clock of its own, which says {Now:O}")]
        public static partial void ClockSet(ILogger logger, DateTimeOffset now);
    }
}
