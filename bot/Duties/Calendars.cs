using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>At start and every hour each squad's calendar makes sure that its next duties are enqueued.</summary>
internal sealed partial class Calendars(IReadOnlyList<Squad> squads, CalendarRunner calendars, TimeProvider time, ILogger<Calendars> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            foreach (var squad in squads)
                await EnsureAsync(squad, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>What fails now is made good within the hour: it must not end the program.</summary>
    private async Task EnsureAsync(Squad squad, CancellationToken stoppingToken)
    {
        try
        {
            await calendars.EnsureAsync(squad, Instant.FromDateTimeOffset(time.GetUtcNow()), stoppingToken);
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            Log.NotEnsured(logger, error, squad.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The calendar of {Squad} was not looked after")]
        public static partial void NotEnsured(ILogger logger, Exception error, string squad);
    }
}
