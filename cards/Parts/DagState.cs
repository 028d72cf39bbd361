using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>What a morning's run comes to, for everybody.</summary>
/// <param name="Style">Null: nothing is wrong or done.</param>
/// <param name="Short">Within a line: <c>on time, 4 of 5 loaded</c>. Plain text.</param>
internal sealed record DagState(AdaptiveContainerStyle? Style, Markdown Words, string Short)
{
    public AdaptiveElement Element => Style is { } style ? Block.Notice(style, Words) : Text.Line(Words);

    public static DagState Of(PipelineDay day, Moment moment)
    {
        var open = day.Stages.Where(s => !s.IsLoaded).ToList();
        var failed = open.Where(s => s.Failure is not null).ToList();
        return day switch
        {
            { Unseen: { } unseen } => NotSeen(day, unseen, moment),
            { SeenAt: null } => new(null, $"**Not read yet.** Look again in a minute.", "not read yet"),
            { CompleteAt: { } at } => Complete(day, at, moment),
            _ when day.Run?.StartedAt is null && open.TrueForAll(s => s.StartedAt is null) => NotStarted(day, moment),
            _ when failed.Count > 0 => Failed(day, failed, moment),
            { Paused: true } => new(AdaptiveContainerStyle.Warning, $"**Paused in Airflow.** Nothing new starts until somebody lets it go on.", "paused in Airflow"),
            _ => Late(day, open, moment) ?? Going(day, moment),
        };
    }

    private static DagState NotSeen(PipelineDay day, Unseen unseen, Moment moment)
    {
        var since = $"Airflow not seen since {StageTimes.Clock(unseen.Since, day, moment)}";
        var known = day.SeenAt is null ? "Nothing is known of this run yet." : "Below is the last known state, not the present one.";
        return new(AdaptiveContainerStyle.Warning, $"**{since}.** {unseen.Why} {known}", since);
    }

    private static DagState Complete(PipelineDay day, Instant at, Moment moment)
    {
        var complete = StageTimes.Clock(at, day, moment);
        var last = day.Stages.Max(s => StageTimes.Of(s, day, moment).Target);
        return new(
            AdaptiveContainerStyle.Good,
            Markdown.Join(" ", [
                Markdown.Of($"**Complete {complete}.**"),
                last is { } target ? Markdown.Of($"{Against(at - target)}, {StageTimes.Clock(target, day, moment)}.") : null,
                day.Paused ? Markdown.Of($"Paused in Airflow: no other run starts.") : null]),
            $"complete {complete}");
    }

    private static string Against(Duration late) => StageTimes.Words(late) switch
    {
        "on time" => "Just at the last target",
        _ when late > Duration.Zero => $"{SquadTime.Age(late)} after the last target",
        _ => $"{SquadTime.Age(-late)} before the last target",
    };

    private static DagState NotStarted(PipelineDay day, Moment moment)
    {
        var trouble = day.TroubleOf(null) is { EndedAt: null } open ? open : null;
        AdaptiveContainerStyle? style = trouble switch
        {
            { Kind: TroubleKind.PastSla } => AdaptiveContainerStyle.Attention,
            null when !day.Paused => null,
            _ => AdaptiveContainerStyle.Warning,
        };
        return new(
            style,
            Markdown.Join(" ", [
                Markdown.Of($"**{(style is null ? "Not started yet." : "The run has not started.")}**"),
                day.Due is { } due ? Markdown.Of($"It {(due <= moment.Now ? "was" : "is")} due {StageTimes.Clock(due, day, moment)}.") : Markdown.Of($"Nobody knows yet when it is due."),
                OnIt(trouble, moment),
                day.Paused ? Markdown.Of($"It is paused in Airflow.") : null]),
            "not started");
    }

    private static DagState Failed(PipelineDay day, List<Stage> failed, Moment moment)
    {
        var names = failed.Select(s => s.Name).ToHashSet();
        var heldUp = day.Stages.Count(s => s.WaitsFor.Any(names.Contains));
        var holds = heldUp == 0 ? null : Markdown.Of($"{(failed.Count == 1 ? "It holds" : "They hold")} up {English.Plural(heldUp, "stage")}.");
        var paused = day.Paused ? Markdown.Of($"Paused in Airflow.") : null;
        if (failed is not [var only])
            return new(
                AdaptiveContainerStyle.Attention,
                Markdown.Join(" ", [
                    Markdown.Of($"**{failed.Count} stages failed:**"),
                    Markdown.Of($"{Markdown.Join(", ", failed.Select(s => WithWho(s, $"{s.Name}{StageWords.At(s.Failure!.At, day, moment.Squad)}", day, moment)))}."),
                    holds,
                    paused]),
                $"{failed.Count} stages failed");
        var what = $"{only.Name} {TroubleWords.Failed(only.Failure!)}{StageWords.At(only.Failure!.At, day, moment.Squad)}";
        return new(AdaptiveContainerStyle.Attention, Markdown.Join(" ", [Markdown.Of($"**{what}.**"), OnIt(day.TroubleOf(only.Name), moment), holds, paused]), what);
    }

    private static DagState? Late(PipelineDay day, List<Stage> open, Moment moment)
    {
        var late = open.Where(s => StageTimes.Of(s, day, moment).IsLate).ToList();
        // What waits for a late one is not late by itself.
        var roots = late.Where(s => s.StartedAt is not null || !late.Exists(other => day.Upstream?.GetValueOrDefault(s.Name)?.Contains(other.Name) == true)).ToList();
        if (roots.Count == 0)
            return null;
        var slas = late.Select(s => (s.Name, StageTimes.Of(s, day, moment).Sla)).Where(s => s.Sla is not null).ToList();
        var style = slas.Exists(s => s.Sla <= moment.Now) ? AdaptiveContainerStyle.Attention : AdaptiveContainerStyle.Warning;
        var only = roots is [var one] ? one : null;
        var promises = slas.Select(s => Sla(s.Name == only?.Name ? "The external SLA" : $"The external SLA of {s.Name}", s.Sla!.Value, day, moment));
        if (only is null)
            return new(
                style,
                Markdown.Join(" ", [
                    Markdown.Of($"**{roots.Count} stages are late:** {Markdown.Join(", ", roots.Select(s => WithWho(s, $"{s.Name} {Age(s, day, moment)}", day, moment)))}."),
                    .. promises]),
                $"{roots.Count} stages are late");
        var what = $"{only.Name} are {Age(only, day, moment)} late";
        return new(style, Markdown.Join(" ", [Markdown.Of($"**{what}.**"), OnIt(day.TroubleOf(only.Name), moment), .. promises]), what);
    }

    private static Markdown Sla(string whose, Instant sla, PipelineDay day, Moment moment)
    {
        var clock = StageTimes.Clock(sla, day, moment);
        return sla <= moment.Now ? Markdown.Of($"{whose} was {clock}.") : Markdown.Of($"{whose} is {clock}, in {SquadTime.Age(sla - moment.Now)}.");
    }

    private static DagState Going(PipelineDay day, Moment moment)
    {
        var loaded = $"{day.Stages.Count(s => s.IsLoaded)} of {day.Stages.Count} loaded";
        var late = day.Stages.Where(s => StageTimes.Of(s, day, moment).IsLate).ToList();
        if (late.Count == 0)
            return new(null, $"**On time.** {loaded}.", $"on time, {loaded}");
        var were = late is [var only] ? $"{only.Name} were {Age(only, day, moment)} late" : $"{late.Count} of them were late";
        return new(null, $"**{loaded}.** {were}.", $"{loaded}, {were}");
    }

    private static string Age(Stage stage, PipelineDay day, Moment moment) => SquadTime.Age(StageTimes.Of(stage, day, moment).Late ?? Duration.Zero);

    private static Markdown? OnIt(StageTrouble? trouble, Moment moment) =>
        trouble is { EndedAt: null, OnIt: { } onIt } ? Markdown.Of($"{moment.Squad.NameOf(onIt.Member)} is on it.") : null;

    private static Markdown WithWho(Stage stage, string words, PipelineDay day, Moment moment) =>
        day.TroubleOf(stage.Name) is { EndedAt: null, OnIt: { } onIt } ? Markdown.Of($"{words} ({moment.Squad.NameOf(onIt.Member)} is on it)") : Markdown.Of($"{words}");
}
