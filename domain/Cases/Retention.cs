using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using NodaTime;

namespace Hausmeister.Domain.Cases;

/// <summary>When what was kept is over. Nothing that is open or owes something ever is.</summary>
public static class Retention
{
    /// <summary>At night, in the squad's zone.</summary>
    private static readonly LocalTime Hour = new(4, 0);

    public static bool IsOver(Case @case, Moment moment) => @case is { IsOpen: false, Duties.Count: 0, EndedAt: { } ended } && IsOver(ended, moment.Squad.Retention?.Cases, moment);

    public static bool IsOver(HandOff handOff, Moment moment) => handOff.Duties.Count == 0 && IsOver(handOff.Until, moment.Squad.Retention?.Cases, moment);

    public static bool IsOver(PipelineDay day, Moment moment) =>
        day.Duties.Count == 0 && IsOver(moment.Squad.TimeZone.AtStartOfDay(day.Date).ToInstant(), moment.Squad.Retention?.PipelineDays, moment);

    /// <summary>A conversation in which nobody, Hausmeister included, has written since then.</summary>
    public static bool IsOver(Instant lastUse, Moment moment) => IsOver(lastUse, moment.Squad.Retention?.Conversations, moment);

    /// <summary>Once a day.</summary>
    public static Instant Next(Moment moment)
    {
        var today = moment.Now.InZone(moment.Squad.TimeZone).Date;
        return moment.Squad.TimeZone.AtLeniently(today.PlusDays(1) + Hour).ToInstant();
    }

    private static bool IsOver(Instant since, Period? kept, Moment moment) =>
        kept is not null && moment.Squad.TimeZone.AtLeniently(since.InZone(moment.Squad.TimeZone).LocalDateTime + kept).ToInstant() <= moment.Now;
}
