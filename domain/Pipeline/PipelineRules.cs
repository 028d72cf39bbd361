using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Pipeline;

/// <summary>What was read of a day's run.</summary>
/// <param name="Reading">Null where the day has no run yet.</param>
public sealed record Sight(DagLook Look, RunReading? Reading)
{
    public bool IsRecording { get; init; }

    /// <summary>The run's page.</summary>
    public Uri? Page { get; init; }

    /// <summary>Where it was asked for.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Upstream { get; init; }

    /// <summary>Where it was asked for.</summary>
    public IReadOnlyList<StageUsual>? Usual { get; init; }

    /// <summary>The open issues about what has failed just now, by stage.</summary>
    public IReadOnlyDictionary<string, SameNode> Same { get; init; } = new Dictionary<string, SameNode>();
}

/// <summary>How a day goes: its run is read again and again, told once, and shown as it is until the next one begins.</summary>
public static class PipelineRules
{
    /// <summary>What is older than this is not told as the present state.</summary>
    public static Duration Fresh { get; } = Duration.FromMinutes(5);

    /// <summary>Posted later than this it says so.</summary>
    public static Duration Punctual { get; } = Duration.FromMinutes(5);

    /// <summary>After that many readings in a row that failed, a person hears of it.</summary>
    public const int Patience = 3;

    private static readonly Duration Often = Duration.FromMinutes(1);

    /// <summary>A reading takes some seconds.</summary>
    private static readonly Duration Soon = Duration.FromSeconds(10);

    private static readonly Duration Seldom = Duration.FromMinutes(10);

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
        seen = TroubleRules.Look(Fulfil(seen, moment), sight.Same, moment);
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

    /// <summary>Soon it goes out: where something is abnormal, the one on duty may add to it.</summary>
    public static PipelineDay Preview(PipelineDay day, Moment moment)
    {
        var settled = day.Settle(DutyKind.PreviewPost);
        return settled.PostedAt is null && IsAbnormal(settled) ? settled.Tell(Recipient.Of(moment.OnDuty), PostKind.DagPreview, moment.Now) : settled;
    }

    /// <summary>It goes out once, and never with what was true some time ago.</summary>
    public static PipelineDay Post(PipelineDay day, Moment moment)
    {
        if (day.PostedAt is not null || moment.Now >= Mornings.PostAt(day.Date, moment.Squad) + Duration.FromDays(1))
            return day.Settle(DutyKind.PostStatus);
        if (day.Unseen is null && day.SeenAt >= moment.Now - Fresh)
            return Show((day with { PostedAt = moment.Now }).Settle(DutyKind.PostStatus, DutyKind.PreviewPost).Tell(Recipient.Announcements, PostKind.DagPost, moment.Now), moment);
        return day.Unseen is null
            ? Refresh(day.Owe(new Duty("post", DutyKind.PostStatus, moment.Now + Soon)), moment)
            : Due(day, moment).Owe(new Duty("post", DutyKind.PostStatus, moment.Now + Often));
    }

    /// <summary>Its time has come, and whoever saw that it would go out now reads why it does not.</summary>
    private static PipelineDay Due(PipelineDay day, Moment moment) => moment.Now < Mornings.PostAt(day.Date, moment.Squad) + Often ? Show(day, moment) : day;

    /// <summary>The one on duty does not wait for the time.</summary>
    public static PipelineDay PostNow(PipelineDay day, Moment moment) =>
        day.PostedAt is null && !day.Duties.Any(d => d.Kind == DutyKind.PostStatus && d.Due <= moment.Now) ? day.Owe(new Duty("post", DutyKind.PostStatus, moment.Now)) : day;

    public static PipelineDay Note(PipelineDay day, string text, Person by, Moment moment) =>
        day.Notes is [.., var last] && last.Text == text ? day : Show(day with { Notes = [.. day.Notes, new DayNote(by, moment.Now, text)] }, moment);

    /// <summary>Somebody wants to know when a stage is loaded; where it is, they are told at once.</summary>
    public static PipelineDay Wish(PipelineDay day, string stage, Recipient to, Moment moment) => day.Stages.FirstOrDefault(s => s.Name == stage) switch
    {
        null => day,
        { IsLoaded: true } => day.Tell(to, PostKind.DagLoaded, moment.Now, stage),
        _ => day.Wishes.Contains(new Wish(stage, to)) ? day : day with { Wishes = [.. day.Wishes, new Wish(stage, to)] },
    };

    public static bool IsAbnormal(PipelineDay day) =>
        day.Run is null || day.Unseen is not null || day.Paused || day.Troubles.Any(t => t.EndedAt is null) || day.Stages.Any(s => s.Missing.Count > 0);

    /// <summary>Every message that shows the day is written anew.</summary>
    internal static PipelineDay Show(PipelineDay day, Moment moment) => (day with { ShownAt = moment.Now }).Refresh(moment.Now);

    private static Instant? CompleteAt(PipelineDay day, Moment moment) => day.IsComplete ? day.Stages.Max(s => s.FinishedAt) ?? moment.Now : null;

    private static PipelineDay Fulfil(PipelineDay day, Moment moment)
    {
        var loaded = day.Stages.Where(s => s.IsLoaded).Select(s => s.Name).ToHashSet();
        var told = day.Wishes.Where(w => loaded.Contains(w.Stage)).ToList();
        return told.Aggregate(
            day with { Wishes = [.. day.Wishes.Except(told)] },
            (d, wish) => d.Tell(wish.To, PostKind.DagLoaded, moment.Now, wish.Stage));
    }

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
