using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>A stage against the clock.</summary>
/// <param name="Target">Null where the squad's file does not name the stage any more.</param>
/// <param name="Sla">When somebody outside of the squad waits for it.</param>
/// <param name="Late">How long after its target it was loaded, or how long that is past; below zero where it was loaded before. Null: neither.</param>
internal sealed record StageTimes(Instant? Target, Instant? Sla, Duration? Late)
{
    private static readonly Duration Noticed = Duration.FromMinutes(1);

    public bool IsLate => Late >= Noticed;

    public static StageTimes Of(Stage stage, PipelineDay day, Moment moment)
    {
        if (moment.Squad.Pipeline?.Stages.FirstOrDefault(s => s.Name == stage.Name) is not { } settings)
            return new(null, null, null);
        var target = Mornings.TimeOf(settings.Target, day, moment.Squad);
        var late = (stage.FinishedAt ?? AsOf(day, moment)) - target;
        Instant? sla = settings.ExternalSla is { } promised ? Mornings.TimeOf(promised, day, moment.Squad) : null;
        return new(target, sla, stage.IsLoaded || late >= Duration.Zero ? late : null);
    }

    /// <summary>What was not seen is not known to be late.</summary>
    public static Instant AsOf(PipelineDay day, Moment moment) => day is { Unseen: not null, SeenAt: { } seen } ? seen : moment.Now;

    /// <summary><c>38 min late</c>, <c>22 min early</c></summary>
    public static string Words(Duration late) => late >= Noticed
        ? $"{SquadTime.Age(late)} late"
        : late <= -Noticed ? $"{SquadTime.Age(-late)} early" : "on time";

    /// <summary>The time alone within a day of when the run was due, which every card says; later with the day: <c>Fri 03:12</c>.</summary>
    public static string Clock(Instant at, PipelineDay day, Moment moment) => at - (day.Due ?? at) < Duration.FromDays(1)
        ? SquadTime.Clock(moment.Squad, at)
        : DutyWords.ShortWeekday(moment, at);
}
