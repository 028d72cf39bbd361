using NodaTime;

namespace Hausmeister.Integrations.Airflow.Recordings;

/// <summary>How a night goes: which moment of the recording comes how long after the run was due.</summary>
internal static class RecordedNights
{
    private static readonly LocalTime DueAt = new(2, 0);

    private static readonly (Duration After, string Moment)[] Healthy =
    [
        (At(0, 0), "01-scheduled"), (At(0, 2), "02-queued"), (At(0, 5), "03-contracts-running"), (At(1, 10), "04-contracts-up-for-retry"), (At(1, 20), "05-contracts-second-try"),
        (At(4, 38), "06-finance-running"), (At(6, 34), "09-dimensional-running"), (At(8, 20), "10-dm-loading-policies-running"), (At(9, 20), "12-rest-mapped-running"),
        (At(9, 41), "14-rest-loading"), (At(11, 52), "16-success"),
    ];

    // A task fails early in the morning, and somebody clears it at work.
    private static readonly (Duration After, string Moment)[] Failing =
    [
        .. Healthy[..5],
        (At(3, 50), "06-finance-running"), (At(4, 12), "07-finance-failed-run-running"), (At(10, 40), "08-finance-cleared"), (At(12, 20), "09-dimensional-running"),
        (At(13, 30), "10-dm-loading-policies-running"), (At(14, 20), "12-rest-mapped-running"), (At(15, 0), "14-rest-loading"), (At(16, 10), "16-success"),
    ];

    /// <summary>When the newest run was due: there is one each day.</summary>
    public static Instant NewestDue(Instant now)
    {
        var due = now.InUtc().Date.At(DueAt).InUtc().ToInstant();
        return due <= now ? due : due - Duration.FromDays(1);
    }

    /// <summary>The same for the same day, whoever asks and when.</summary>
    public static IReadOnlyList<(Duration After, string Moment)> Of(Instant due)
    {
        var date = due.InUtc().Date;
        return date.DayOfWeek == IsoDayOfWeek.Thursday ? Failing : [.. Healthy.Select(step => (Stretched(step.After, date), step.Moment))];
    }

    // From 0.96 to 1.04: without it, a history would be a flat line. Its beginning is what it is.
    private static Duration Stretched(Duration after, LocalDate date)
    {
        var rest = after - Duration.FromHours(1);
        var factor = 0.96 + (0.01 * (date.DayOfYear * 7 % 9));
        return rest <= Duration.Zero ? after : Duration.FromHours(1) + (rest * factor);
    }

    private static Duration At(int hours, int minutes) => Duration.FromMinutes((60 * hours) + minutes);
}
