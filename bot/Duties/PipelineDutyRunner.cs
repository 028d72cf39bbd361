using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Bot.Duties;

/// <summary>Carries out what a day of the nightly run owes: it is read, told, and shown as it is.</summary>
internal sealed class PipelineDutyRunner(
    Commits commits,
    ThisProcess process,
    PipelineReadings readings,
    PipelineMessageEffects messages,
    KeyedLocks locks,
    TimeProvider time,
    ILogger<PipelineDutyRunner> logger) : DutyRunner<PipelineDay>(process, locks, time, logger)
{
    protected override Task<PipelineDay?> DecideAsync(Moment moment, string id, Func<PipelineDay, PipelineDay> decide, CancellationToken cancellationToken) =>
        commits.MakeAsync(work => new PipelineDesk(work, moment).ApplyAsync(id, decide, cancellationToken), cancellationToken);

    protected override PipelineDay TimersDue(PipelineDay document, Moment moment) => moment.Squad.Pipeline is null
        ? PipelineRules.Drop(document)
        : document.Duties.Where(d => d.IsDue(moment.Now)).Aggregate(document, (day, duty) => duty.Kind switch
        {
            DutyKind.PreviewPost => PostRules.Preview(day, moment),
            DutyKind.PostStatus => PostRules.Post(day, moment),
            DutyKind.EscalateTrouble => TroubleRules.Escalate(day, duty, moment),
            _ => day,
        });

    protected override Task<Func<PipelineDay, PipelineDay>> EffectAsync(PipelineDay document, Duty duty, Moment moment, CancellationToken cancellationToken) => duty.Kind switch
    {
        DutyKind.Tell => messages.TellAsync(document, duty, moment, cancellationToken),
        DutyKind.UpdatePosts => messages.UpdateAsync(document, duty, moment, cancellationToken),
        DutyKind.ReadRun => readings.ReadAsync(document, moment, cancellationToken),
        _ => throw new ArgumentException($"{duty.Kind} is nothing that a day of the nightly run owes.", nameof(duty)),
    };

    protected override PipelineDay Unreached(PipelineDay document, Duty duty, UnreachableException error, Moment moment) =>
        MessageFailures.Of(document, duty, error, moment, moment.OnDuty, moment.Level2);
}
