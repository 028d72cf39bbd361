using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>When a stage was loaded on the last mornings, by the squad's clocks.</summary>
/// <param name="Target">In hours after the morning's midnight; below zero on the evening before.</param>
/// <param name="Finishes">The oldest first; one of which nobody knows how it went is not among them.</param>
public sealed record DagHistory(string Stage, double Target, IReadOnlyList<StageMorning> Finishes)
{
    public const int Days = 30;

    /// <summary>Of each stage that the squad's file names, in its order.</summary>
    public static IReadOnlyList<DagHistory> Of(IReadOnlyList<PipelineDay> days, Moment moment)
    {
        var first = FirstMorning(moment);
        var shown = days.Where(d => d.Date >= first && d.Date <= first.PlusDays(Days - 1)).OrderBy(d => d.Date).ToList();
        return [.. moment.Squad.Pipeline!.Stages.Select(stage => new DagHistory(
            stage.Name,
            shown is [.., var last] ? TargetOf(stage, last, moment.Squad) : Hours(stage.Target),
            [.. shown.Select(day => Morning(stage, day, moment)).OfType<StageMorning>()]))];
    }

    public static LocalDate FirstMorning(Moment moment) => Mornings.Of(moment.Now, moment.Squad).PlusDays(1 - Days);

    private static StageMorning? Morning(StageSettings settings, PipelineDay day, Moment moment)
    {
        if (day.Stages.FirstOrDefault(s => s.Name == settings.Name) is not { } stage)
            return null;
        if (stage.FinishedAt is { } finished)
            return new StageMorning(day.Date, Hours(finished, day.Date, moment.Squad), finished > Mornings.TimeOf(settings.Target, day, moment.Squad));
        var isKnown = day is { SeenAt: not null, Due: not null, IsOpen: false } && Mornings.PostAt(day.Date, moment.Squad) < moment.Now;
        return isKnown ? new StageMorning(day.Date, null, IsLate: true) : null;
    }

    private static double TargetOf(StageSettings stage, PipelineDay day, Squad squad) => Hours(Mornings.TimeOf(stage.Target, day, squad), day.Date, squad);

    private static double Hours(Instant at, LocalDate date, Squad squad)
    {
        var local = at.InZone(squad.TimeZone).LocalDateTime;
        return (Period.DaysBetween(date, local.Date) * 24) + Hours(local.TimeOfDay);
    }

    private static double Hours(LocalTime time) => (double)time.TickOfDay / NodaConstants.TicksPerHour;
}

/// <param name="Hour">When it was loaded, in hours after the morning's midnight; null: it was not.</param>
public sealed record StageMorning(LocalDate Date, double? Hour, bool IsLate);
