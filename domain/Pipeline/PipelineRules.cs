using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Pipeline;

/// <summary>How a day goes: its run is read again and again, and shown as it is until the next one goes on.</summary>
public static class PipelineRules
{
    /// <summary>After that many readings in a row that failed, a person hears of it.</summary>
    public const int Patience = 3;

    internal static readonly Duration Often = Duration.FromMinutes(1);

    /// <summary>A reading takes some seconds.</summary>
    internal static readonly Duration Soon = Duration.FromSeconds(10);

    private static readonly Duration Seldom = Duration.FromMinutes(10);

    /// <summary>What is read has been read within this, unless nobody was at work.</summary>
    private static readonly Duration Recent = Seldom + Duration.FromMinutes(5);

    /// <summary>Messages that show a run that goes on are written anew at least this often: what is late becomes later.</summary>
    private static readonly Duration ShownFor = Duration.FromMinutes(5);

    /// <summary>Before something is told, it is looked at.</summary>
    private static readonly Duration LookBefore = Duration.FromSeconds(30);

    /// <summary>A run that no other one follows may be cleared and go on; for so long after its morning somebody looks.</summary>
    private static readonly Duration Watched = Duration.FromDays(7);

    /// <param name="since">When the squad began to live here: a morning before is not told.</param>
    public static PipelineDay Plan(LocalDate date, Instant since, Moment moment)
    {
        var settings = moment.Squad.Pipeline!;
        var day = new PipelineDay { Squad = moment.Squad.Id, Date = date, DagId = settings.DagId, Stages = StageReader.Unstarted(settings) }
            .Owe(new Duty("read", DutyKind.ReadRun, moment.Now));
        var postAt = Mornings.PostAt(date, moment.Squad);
        if (postAt < since)
            return day;
        day = day.Owe(new Duty("post", DutyKind.PostStatus, postAt));
        return postAt < moment.Now ? day : day.Owe(new Duty("preview", DutyKind.PreviewPost, postAt - settings.PreviewBefore));
    }

    /// <summary>The day of a run that had ended before the bot came: nothing is owed for it.</summary>
    public static PipelineDay Recall(RunReading reading, bool isRecording, Moment moment)
    {
        var settings = moment.Squad.Pipeline!;
        var day = new PipelineDay
        {
            Squad = moment.Squad.Id,
            Date = Mornings.Of(reading.Run.Due, moment.Squad),
            DagId = settings.DagId,
            Run = reading.Run,
            Due = reading.Run.Due,
            Stages = StageReader.Read(settings, reading, null),
            IsRecording = isRecording,
            SeenAt = moment.Now,
            OverAt = moment.Now,
        };
        return day with { CompleteAt = CompleteAt(day, moment) };
    }

    /// <summary>The run to read: the bound one while it goes on, else the newest that serves the morning. Null: there is none.</summary>
    public static PipelineRun? RunOf(PipelineDay day, DagLook look, Squad squad)
    {
        // One older than all that are listed is still there, as far as anybody knows.
        var bound = look.Runs.FirstOrDefault(r => r.Id == day.Run?.Id) ?? (look.Runs is [.., var oldest] && day.Run?.Due < oldest.Due ? day.Run : null);
        return bound is { HasEnded: false } ? bound : look.Runs.FirstOrDefault(r => Mornings.Of(r.Due, squad) == day.Date);
    }

    public static PipelineDay See(PipelineDay day, Sight sight, Moment moment)
    {
        var settings = moment.Squad.Pipeline!;
        var upstream = sight.Upstream ?? day.Upstream;
        var seen = day with
        {
            Run = sight.Reading?.Run,
            Due = sight.Reading?.Run.Due ?? DueOf(day, sight.Look, moment.Squad),
            Paused = sight.Look.Paused,
            IsRecording = sight.IsRecording,
            Page = sight.Page,
            Stages = sight.Reading is { } reading ? StageReader.Read(settings, reading, upstream) : StageReader.Unstarted(settings),
            OthersFailed = sight.Reading?.Others.Failed ?? 0,
            Upstream = upstream,
            Usual = sight.Usual ?? day.Usual,
            SeenAt = moment.Now,
            Unseen = null,
        };
        seen = seen with { CompleteAt = CompleteAt(seen, moment) };
        seen = TroubleRules.Look(PostRules.Fulfil(seen, moment), sight.Same, moment);
        return IsFollowed(seen, sight.Look, moment) ? End(seen, moment) : GoOn(day, seen, moment);
    }

    /// <summary>Airflow did not answer, or not in a way that can be trusted: what was seen last stays, and is shown as such.</summary>
    public static PipelineDay NotSeen(PipelineDay day, string why, Moment moment)
    {
        var unseen = new Unseen(day.Unseen?.Since ?? day.SeenAt ?? moment.Now, why, (day.Unseen?.Times ?? 0) + 1);
        var known = (day with { Unseen = unseen }).Owe(new Duty("read", DutyKind.ReadRun, moment.Now + Often));
        if (day.Unseen?.Why != why || day.ShownAt is null)
            known = Show(known, moment);
        // Of the days that are read at the same time, one tells.
        return unseen.Times == Patience && day.Date == Mornings.Of(moment.Now, moment.Squad)
            ? known.TellInWorkHours(moment, Recipient.Of(moment.OnDuty), PostKind.DagUnseen)
            : known;
    }

    /// <summary>The squad's file has no nightly run any more.</summary>
    public static PipelineDay Drop(PipelineDay day) => day with { Duties = [] };

    /// <summary>Somebody wants to see it as it is now; who wants it again and again does not make Airflow busy.</summary>
    public static PipelineDay Refresh(PipelineDay day, Moment moment) =>
        day.OverAt is not null || day.SeenAt > moment.Now - Soon || day.Duties.Any(d => d.Kind == DutyKind.ReadRun && d.Due <= moment.Now)
            ? day
            : (day with { ShownAt = null }).Owe(new Duty("read", DutyKind.ReadRun, moment.Now));

    /// <summary>It is as it was seen; else nobody may be told so.</summary>
    public static bool IsRecent(PipelineDay day, Instant now) => day.SeenAt > now - Recent;

    /// <summary>Every message that shows the day is written anew.</summary>
    internal static PipelineDay Show(PipelineDay day, Moment moment) => (day with { ShownAt = moment.Now }).Refresh(moment.Now);

    private static Instant? CompleteAt(PipelineDay day, Moment moment) => day.IsComplete ? day.Stages.Max(s => s.FinishedAt) ?? moment.Now : null;

    /// <summary>The run has ended, its morning is over, and the next one has begun: nothing changes any more. One that never ends is left after a week.</summary>
    private static bool IsFollowed(PipelineDay day, DagLook look, Moment moment)
    {
        var over = Mornings.PostAt(day.Date, moment.Squad);
        return moment.Now > over + Watched
            || (!day.IsOpen && moment.Now > over && look.Runs.Any(r => r.StartedAt is not null && Mornings.Of(r.Due, moment.Squad) > day.Date));
    }

    private static PipelineDay End(PipelineDay day, Moment moment) =>
        Show(TroubleRules.End(day, moment) with { OverAt = moment.Now, Wishes = [] }, moment).Settle(DutyKind.ReadRun);

    private static PipelineDay GoOn(PipelineDay before, PipelineDay seen, Moment moment)
    {
        var next = seen.Owe(new Duty("read", DutyKind.ReadRun, NextRead(seen, moment)));
        var isOld = seen.ShownAt is null || (seen.IsOpen && seen.ShownAt + ShownFor <= moment.Now);
        return isOld || Shows(before) != Shows(seen) ? Show(next, moment) : next;
    }

    private static Instant NextRead(PipelineDay day, Moment moment)
    {
        var pause = day.IsOpen || (day.Run is null && day.Due <= moment.Now) ? Often : Seldom;
        var postAt = Mornings.PostAt(day.Date, moment.Squad);
        Instant?[] before = [day.Run is null ? day.Due : null, postAt - LookBefore, postAt - moment.Squad.Pipeline!.PreviewBefore - LookBefore];
        return before.Where(at => at > moment.Now).Append(moment.Now + pause).Min()!.Value;
    }

    private static Instant? DueOf(PipelineDay day, DagLook look, Squad squad) => look.NextDue is { } next ? Mornings.DueOn(day.Date, next, squad) : day.Due;

    /// <summary>What of a day people see in a message.</summary>
    private static string Shows(PipelineDay day) => string.Join('\n', [
        $"{day.Run?.State}/{day.Due}/{day.Paused}/{day.Unseen?.Since}/{day.OthersFailed > 0}/{day.CompleteAt}",
        .. day.Troubles.Select(t => t.ToString()),
        .. day.Stages.Select(s => $"{s.State}/{s.Since}/{s.FinishedAt}/{s.Failure?.At}/{s.Failure?.Count}/{s.Moves}/{s.HeldUp}/{string.Join(',', s.WaitsFor)}"),
    ]);
}
