using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;

namespace Hausmeister.Domain.Pipeline;

/// <summary>What of a day is said to everybody: the post, once and only while it is true, the note on it, and a word to whoever waits for a stage.</summary>
public static class PostRules
{
    /// <summary>What is older than this is not told as the present state.</summary>
    public static Duration Fresh { get; } = Duration.FromMinutes(5);

    /// <summary>Posted later than this it says so.</summary>
    public static Duration Punctual { get; } = Duration.FromMinutes(5);

    /// <summary>Soon it goes out: where something is abnormal, the one on duty may add to it. After its time it just goes out.</summary>
    public static PipelineDay Preview(PipelineDay day, Moment moment)
    {
        var settled = day.Settle(DutyKind.PreviewPost);
        return settled.PostedAt is null && moment.Now < Mornings.PostAt(day.Date, moment.Squad) && IsAbnormal(settled) ? settled.Tell(Recipient.Of(moment.OnDuty), PostKind.DagPreview, moment.Now) : settled;
    }

    /// <summary>It goes out once, and never with what was true some time ago.</summary>
    public static PipelineDay Post(PipelineDay day, Moment moment)
    {
        if (day.PostedAt is not null || moment.Now >= Mornings.PostAt(day.Date, moment.Squad) + Duration.FromDays(1))
            return day.Settle(DutyKind.PostStatus);
        if (day.Unseen is null && day.SeenAt >= moment.Now - Fresh)
            return PipelineRules.Show((day with { PostedAt = moment.Now }).Settle(DutyKind.PostStatus, DutyKind.PreviewPost).Tell(Recipient.Announcements, PostKind.DagPost, moment.Now), moment);
        return day.Unseen is null
            ? PipelineRules.Refresh(day.Owe(new Duty("post", DutyKind.PostStatus, moment.Now + PipelineRules.Soon)), moment)
            : Overdue(day, moment).Owe(new Duty("post", DutyKind.PostStatus, moment.Now + PipelineRules.Often));
    }

    /// <summary>The one on duty does not wait for the time.</summary>
    public static PipelineDay PostNow(PipelineDay day, Moment moment) =>
        day.PostedAt is null && !day.Duties.Any(d => d.Kind == DutyKind.PostStatus && d.Due <= moment.Now) ? day.Owe(new Duty("post", DutyKind.PostStatus, moment.Now)) : day;

    public static PipelineDay Note(PipelineDay day, string text, Person by, Moment moment) =>
        day.Notes is [.., var last] && last.Text == text ? day : PipelineRules.Show(day with { Notes = [.. day.Notes, new DayNote(by, moment.Now, text)] }, moment);

    /// <summary>Somebody wants to know when a stage is loaded; where it is, they are told at once.</summary>
    public static PipelineDay Wish(PipelineDay day, string stage, Recipient to, Moment moment) => day.Stages.FirstOrDefault(s => s.Name == stage) switch
    {
        null => day,
        { IsLoaded: true } => day.Tell(to, PostKind.DagLoaded, moment.Now, stage),
        _ => day.Wishes.Contains(new Wish(stage, to)) ? day : day with { Wishes = [.. day.Wishes, new Wish(stage, to)] },
    };

    public static bool IsAbnormal(PipelineDay day) =>
        day.Run is null || day.Unseen is not null || day.Paused || day.Troubles.Any(t => t.EndedAt is null) || day.Stages.Any(s => s.Missing.Count > 0);

    /// <summary>Whoever waits for a stage that is loaded now is told.</summary>
    internal static PipelineDay Fulfil(PipelineDay day, Moment moment)
    {
        var loaded = day.Stages.Where(s => s.IsLoaded).Select(s => s.Name).ToHashSet();
        var told = day.Wishes.Where(w => loaded.Contains(w.Stage)).ToList();
        return told.Aggregate(
            day with { Wishes = [.. day.Wishes.Except(told)] },
            (d, wish) => d.Tell(wish.To, PostKind.DagLoaded, moment.Now, wish.Stage));
    }

    /// <summary>Its time has come, and whoever saw that it would go out now reads why it does not.</summary>
    private static PipelineDay Overdue(PipelineDay day, Moment moment) => moment.Now < Mornings.PostAt(day.Date, moment.Squad) + PipelineRules.Often ? PipelineRules.Show(day, moment) : day;
}
