using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Hosting;

/// <summary>Sets the clock forward while the bot runs. What becomes due by it is done at once, and the data stays in its new time, also after a restart.</summary>
internal sealed partial class ClockSteps(IDocumentStore store, HouseClock clock, DutyBell bell, IReadOnlyList<Squad> squads, ILogger<ClockSteps> logger) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <returns>What the clock says then, by the first squad's clocks; or why it stays as it is.</returns>
    public async Task<(OffsetDateTime Now, string? Problem)> StepAsync(ClockStep step, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
            if (step.Read(now, squads[0].TimeZone, out var by) is { } problem)
                return (default, problem);
            await StepAsync(by, cancellationToken);
            return (Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(squads[0].TimeZone).ToOffsetDateTime(), null);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>Kept before it counts: what is done at the new time must not be done again at a start that does not know it.</summary>
    private async Task StepAsync(Duration by, CancellationToken cancellationToken)
    {
        var offset = clock.Offset + by.ToTimeSpan();
        var work = new Work(store);
        await work.LoadAsync(HostDocuments.Clock, Keys.Clock, cancellationToken);
        work.Save(HostDocuments.Clock, Keys.Clock, new DataClock(offset.Ticks));
        await work.CommitAsync(cancellationToken);
        clock.Offset = offset;
        bell.Ring();
        Log.ClockStepped(logger, clock.GetUtcNow());
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The clock was set forward and says {Now:O}")]
        public static partial void ClockStepped(ILogger logger, DateTimeOffset now);
    }
}
