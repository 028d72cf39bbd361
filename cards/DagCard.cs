using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>The nightly run: its stages against their targets, and what that comes to.</summary>
public static class DagCard
{
    /// <param name="viewer">Who reads it; null in a room. Nodes' names are for members alone.</param>
    /// <param name="isPost">It is the day's post, which is read as the squad's lines, and says so where it came late.</param>
    /// <param name="changes">False where it stays as it is until somebody refreshes it.</param>
    public static AdaptiveCard Build(PipelineDay day, Moment moment, string? viewer, bool isPost = false, bool changes = true)
    {
        var state = DagState.Of(day, moment);
        var card = Card.Of(
            $"{DagWords.Name(day, moment)}: {(day.Unseen is null ? state.Short : $"{state.Short}. Last known state")}.",
            [
                Text.Head($"{moment.Squad.Name} · {day.DagId}", $"{DagWords.Title(day, moment)}"),
                state.Element,
                .. moment.Squad.Find(viewer) is null ? [] : ForMembers(day),
                DagNotes.Last(day, moment),
                // Before the first reading there is nothing to show, and "have to be calculated" might be wrong.
                .. day.SeenAt is null ? [] : day.Stages.Select(s => StageRow.Of(s, day, moment)),
                Text.Foot(Foot(day, moment, isPost, changes)),
            ],
            day.IsComplete || day.OverAt is not null ? null : Target.Of(day).Button("Tell me when…", Verbs.Dag.Tell),
            day.OverAt is null ? Refresh(day) : null,
            viewer == moment.OnDuty && HasPost(day, moment) ? DagNotes.Button(day) : null,
            day.Page is { } page ? new AdaptiveOpenUrlAction { Title = "Airflow", Url = page } : null);
        if (isPost && day is { SeenAt: not null, Unseen: null })
            card.Speak = DagText.Of(day, moment.Squad);
        if (!IsOver(day))
            card.Refresh = new AdaptiveRefresh { Action = Refresh(day) };
        return card;
    }

    private static AdaptiveExecuteAction Refresh(PipelineDay day) => Target.Of(day).Button("Refresh", Verbs.Dag.Refresh);

    private static IEnumerable<AdaptiveElement> ForMembers(PipelineDay day)
    {
        foreach (var node in day.Stages.SelectMany(s => s.Missing).Distinct())
            yield return Text.Line($"**{day.DagId} has no node {node}:** check the stages in the squad's file.");
        if (day.OthersFailed > 0)
            yield return Text.Line($"**{English.Plural(day.OthersFailed, "task")} outside of the stages failed.**");
    }

    private static Markdown Foot(PipelineDay day, Moment moment, bool isPost, bool changes)
    {
        var postAt = Mornings.PostAt(day.Date, moment.Squad);
        var isLate = isPost && day.PostedAt - postAt > PostRules.Punctual;
        return Markdown.Join(" ", [
            day.IsRecording ? Markdown.Of($"{DagWords.Recording}") : null,
            isLate ? Markdown.Of($"This was due at {SquadTime.Clock(moment.Squad, postAt)}.") : null,
            Seen(day, moment, changes)]);
    }

    private static Markdown? Seen(PipelineDay day, Moment moment, bool changes)
    {
        var seen = day.SeenAt is { } at ? StageTimes.Clock(at, day, moment) : null;
        return day switch
        {
            { Unseen: not null } => Markdown.Join(" ", [
                seen is null ? null : Markdown.Of($"As of {seen}."),
                day.PostedAt is null ? Markdown.Of($"Nothing is posted until Airflow answers.") : !changes ? null : Markdown.Of($"Changes by itself when Airflow answers.")]),
            _ when seen is null => null,
            _ when IsOver(day) || !changes => Markdown.Of($"Seen {seen}."),
            _ => Markdown.Of($"Seen {seen}. Changes by itself."),
        };
    }

    /// <summary>It goes out soon, or has.</summary>
    private static bool HasPost(PipelineDay day, Moment moment) =>
        day.PostedAt is not null
        || (day.Duties.Any(d => d.Kind == DutyKind.PostStatus) && moment.Now >= Mornings.PostAt(day.Date, moment.Squad) - moment.Squad.Pipeline!.PreviewBefore);

    private static bool IsOver(PipelineDay day) => day.OverAt is not null || day is { IsComplete: true, IsOpen: false, Unseen: null };
}
