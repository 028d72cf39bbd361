using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>At start and every hour each squad's calendar makes sure that its next duties are enqueued.</summary>
internal sealed class Calendars(IReadOnlyList<Squad> squads, CalendarRunner calendars, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            foreach (var squad in squads)
                await calendars.EnsureAsync(squad, Instant.FromDateTimeOffset(time.GetUtcNow()), stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
