using System.Text;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Pipeline;

/// <summary>
/// What is wrong, said once to who can act, and edited until it is over. A run and a stage make one trouble: ten tasks that fail, what waits
/// for them, and being late before or after, are the same.
/// </summary>
public static class TroubleRules
{
    /// <summary>A run may start that long after it was due: a scheduler looks around every few seconds, and a pool may be full for a while.</summary>
    public static Duration StartGrace { get; } = Duration.FromMinutes(15);

    /// <summary>Nobody says that they are on it: Level 2 hears of it.</summary>
    public static Duration Level2After { get; } = Duration.FromMinutes(30);

    /// <summary>Finds what is wrong now, and tells what is new or worse.</summary>
    /// <param name="same">The open issues about what has failed just now, by stage.</param>
    public static PipelineDay Look(PipelineDay day, IReadOnlyDictionary<string, SameNode> same, Moment moment)
    {
        var found = Find(day, moment);
        var ended = day.Troubles.Where(t => t.EndedAt is null && IsOver(t, day) && found.TrueForAll(f => f.Id != t.Id)).Aggregate(day, (d, trouble) => End(d, trouble, moment));
        return found.Aggregate(ended, (d, trouble) => Tell(d, trouble with { Same = same.GetValueOrDefault(trouble.Stage ?? "") }, moment));
    }

    /// <summary>The day is over: what was wrong with it is the next one's, or nobody's.</summary>
    public static PipelineDay End(PipelineDay day, Moment moment) => day.Troubles.Where(t => t.EndedAt is null).Aggregate(day, (d, trouble) => End(d, trouble, moment));

    /// <summary>The first one who says so is on it.</summary>
    public static PipelineDay TakeOn(PipelineDay day, string id, string member, Moment moment) =>
        day.Troubles.FirstOrDefault(t => t.Id == id) is { OnIt: null, EndedAt: null } open
            ? PipelineRules.Show(With(day, open with { OnIt = new Asked(member, moment.Now) }).Settle(Escalation(id)), moment)
            : day;

    /// <summary>Nobody is on it.</summary>
    public static PipelineDay Escalate(PipelineDay day, Duty duty, Moment moment)
    {
        var settled = day.Settle(duty.Id);
        if (day.Troubles.FirstOrDefault(t => t.Id == duty.Text) is not { OnIt: null, EndedAt: null } open)
            return settled;
        var level2 = moment.HelpFor(moment.OnDuty);
        return PipelineRules.Show(With(settled, open with { Level2 = new Asked(level2, moment.Now) }).Tell(Recipient.Of(level2), PostKind.TroubleLevel2, moment.Now, open.Id), moment);
    }

    public static PipelineDay With(PipelineDay day, StageTrouble trouble) => day with { Troubles = [.. day.Troubles.Where(t => t.Id != trouble.Id), trouble] };

    /// <summary>When Level 2 hears of it; null where that has happened, or somebody is on it.</summary>
    public static Instant? EscalatesAt(PipelineDay day, StageTrouble trouble) => day.Duties.FirstOrDefault(d => d.Id == Escalation(trouble.Id))?.Due;

    /// <summary>The stages that wait for this one.</summary>
    public static IReadOnlyList<Stage> HeldUpBy(PipelineDay day, StageTrouble trouble) => [.. day.Stages.Where(s => trouble.Stage is { } stage && s.WaitsFor.Contains(stage))];

    /// <summary>The stages that nothing is wrong with: loaded, or on their way and waiting for nothing.</summary>
    public static IReadOnlyList<Stage> FineBeside(PipelineDay day, StageTrouble trouble) =>
        [.. day.Stages.Where(s => s.Name != trouble.Stage && (s.IsLoaded || (s.StartedAt is not null && s is { Failure: null, HeldUp: false } && day.TroubleOf(s.Name) is not { EndedAt: null })))];

    private static List<StageTrouble> Find(PipelineDay day, Moment moment)
    {
        if (day.Due is { } due && day.Run?.StartedAt is null)
            return moment.Now < due + StartGrace ? [] : [new StageTrouble(StageTrouble.OfRun, null, IsPastSla(day, moment) ? TroubleKind.PastSla : TroubleKind.NotStarted, due)];
        if (day.Run is null)
            return [];
        var own = new List<StageTrouble>();
        foreach (var (stage, settings) in day.Stages.Zip(moment.Squad.Pipeline!.Stages))
            if (OfStage(day, stage, settings, moment) is not { } trouble)
                continue;
            else if (Root(day, stage, own) is not { } root)
                own.Add(trouble);
            else if (trouble.Kind == TroubleKind.PastSla && root.Kind < trouble.Kind)
                own[own.IndexOf(root)] = root with { Kind = trouble.Kind, Since = trouble.Since };
        return own;
    }

    private static StageTrouble? OfStage(PipelineDay day, Stage stage, StageSettings settings, Moment moment)
    {
        if (stage.IsLoaded)
            return null;
        if (stage.Failure is { } failure)
            return new StageTrouble(IdOf(stage.Name), stage.Name, TroubleKind.Failed, failure.At);
        if (settings.ExternalSla is { } sla && Mornings.TimeOf(sla, day, moment.Squad) is var promised && promised <= moment.Now)
            return new StageTrouble(IdOf(stage.Name), stage.Name, TroubleKind.PastSla, promised);
        var target = TargetOf(day, settings, moment);
        return target <= moment.Now ? new StageTrouble(IdOf(stage.Name), stage.Name, TroubleKind.Late, target) : null;
    }

    /// <summary>Whoever waited for a stage in trouble has as long after it as their targets lie apart: one failure at night is not four alarms.</summary>
    private static Instant TargetOf(PipelineDay day, StageSettings settings, Moment moment)
    {
        var target = Mornings.TimeOf(settings.Target, day, moment.Squad);
        var waitedFor = day.Upstream?.GetValueOrDefault(settings.Name) ?? [];
        return day.Stages.Zip(moment.Squad.Pipeline!.Stages)
            .Where(pair => waitedFor.Contains(pair.First.Name) && day.TroubleOf(pair.First.Name) is not null)
            .Select(pair => pair.First.FinishedAt + (target - Mornings.TimeOf(pair.Second.Target, day, moment.Squad)) ?? target)
            .Append(target)
            .Max();
    }

    /// <summary>The trouble that a stage without one of its own waits for.</summary>
    private static StageTrouble? Root(PipelineDay day, Stage stage, List<StageTrouble> found) => stage.Failure is not null || (stage.StartedAt is not null && !stage.HeldUp)
        ? null
        : found.Find(t => stage.WaitsFor.Contains(t.Stage!)) ?? found.Find(t => day.Upstream?.GetValueOrDefault(stage.Name)?.Contains(t.Stage!) == true);

    private static bool IsPastSla(PipelineDay day, Moment moment) =>
        moment.Squad.Pipeline!.Stages.Any(s => s.ExternalSla is { } sla && Mornings.TimeOf(sla, day, moment.Squad) <= moment.Now);

    private static PipelineDay Tell(PipelineDay day, StageTrouble found, Moment moment)
    {
        var known = day.Troubles.FirstOrDefault(t => t.Id == found.Id);
        if (known is { EndedAt: null } && (known.Kind > found.Kind || (known.Kind, known.Since) == (found.Kind, found.Since)))
            return day;
        // Who is on it stays on it when it gets worse.
        var told = found with { OnIt = known?.EndedAt is null ? known?.OnIt : null, Same = found.Same ?? known?.Same };
        var at = found.Kind == TroubleKind.Late ? moment.InWorkHours : moment.Now;
        var owed = Recipients(told, moment).Aggregate(With(day, told with { ToldAt = at }), (d, to) => TellAt(d, to.To, to.Kind, found.Id, at, moment));
        return told.OnIt is not null ? owed : owed.Owe(new Duty(Escalation(found.Id), DutyKind.EscalateTrouble, at + Level2After) { Text = found.Id });
    }

    /// <summary>Whoever is on it, else the one on duty, and whoever was before while nobody knows that they know it; and the guild.</summary>
    private static IEnumerable<(Recipient To, PostKind Kind)> Recipients(StageTrouble trouble, Moment moment)
    {
        string?[] people = trouble.OnIt is { } onIt ? [onIt.Member] : [moment.OnDuty, moment.Unconfirmed?.From];
        return people.OfType<string>().Distinct().Select(member => (Recipient.Of(member), PostKind.Trouble)).Append((Recipient.Guild, PostKind.TroubleGuild));
    }

    /// <summary>The guild's line is edited when it stands already.</summary>
    private static PipelineDay TellAt(PipelineDay day, Recipient to, PostKind kind, string id, Instant at, Moment moment) =>
        kind == PostKind.TroubleGuild && day.Posts.Any(p => p.Kind == kind && p.Text == id) ? day
        : at > moment.Now ? day.TellInWorkHours(moment, to, kind, id)
        : day.Tell(to, kind, at, id);

    /// <summary>What was not told yet need not be told any more.</summary>
    private static PipelineDay End(PipelineDay day, StageTrouble trouble, Moment moment) => (With(day, trouble with { EndedAt = moment.Now }) with
    {
        Duties = [.. day.Duties.Where(d => d.Id != Escalation(trouble.Id) && !(d is { Kind: DutyKind.Tell, ClaimedUntil: null, Message: PostKind.Trouble or PostKind.TroubleGuild } && d.Text == trouble.Id))],
    });

    private static bool IsOver(StageTrouble trouble, PipelineDay day) => trouble.Stage is { } stage
        ? day.Stages.FirstOrDefault(s => s.Name == stage) is not { IsLoaded: false }
        : day.Run?.StartedAt is not null;

    private static string Escalation(string id) => $"level2/{id}";

    /// <summary><c>Facts and Dimensions</c>: <c>facts-and-dimensions</c></summary>
    private static string IdOf(string stage)
    {
        var id = new StringBuilder();
        foreach (var letter in stage.ToLowerInvariant())
            id.Append(char.IsLetterOrDigit(letter) ? letter : '-');
        return id.ToString();
    }
}
