using System.Globalization;
using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>Something is wrong with the nightly run: what exactly, how long there is, and who is on it. For members alone.</summary>
public static class TroubleCard
{
    /// <param name="kind"><see cref="PostKind.TroubleLevel2"/>: to Level 2, since nobody is on it.</param>
    public static AdaptiveCard Build(PipelineDay day, StageTrouble trouble, Moment moment, string? viewer, PostKind kind = PostKind.Trouble)
    {
        var head = Text.Head(
            Markdown.Join(" · ", [kind == PostKind.TroubleLevel2 ? Markdown.Of($"To you as Level 2") : null, Markdown.Of($"{DagWords.Title(day, moment)}")]),
            $"Trouble: {TroubleWords.Name(trouble)}");
        if (trouble.EndedAt is not null)
            return Ended(day, trouble, head, moment);
        var stage = TroubleWords.StageOf(day, trouble);
        var isNobodys = kind == PostKind.TroubleLevel2 && trouble.OnIt is null;
        var sentence = Sentence(day, trouble, stage, isNobodys, moment);
        var target = Target.Of(day, trouble);
        return Card.Of(sentence,
            [
                head,
                Block.Notice(IsLoud(trouble, stage) ? AdaptiveContainerStyle.Attention : AdaptiveContainerStyle.Warning, sentence),
                Facts(day, trouble, stage, moment),
                trouble.Same is { } same ? Text.Line(SameNode(same, moment), AdaptiveSpacing.Medium) : null,
                Foot(day, trouble, moment, viewer, isNobodys) is { Plain.Length: > 0 } foot ? Text.Foot(foot) : null,
            ],
            trouble.OnIt is null ? target.Positive("On it", Verbs.Trouble.OnIt) : null,
            stage?.Failure is null ? null : target.Button("Log", Verbs.Trouble.Log),
            trouble.Same is { } issue ? target.Button($"Add to #{issue.Number}", Verbs.Trouble.Add) : null,
            target.Button("Triage", Verbs.Trouble.Triage));
    }

    private static AdaptiveCard Ended(PipelineDay day, StageTrouble trouble, AdaptiveContainer head, Moment moment)
    {
        var words = TroubleNews.Ended(day, trouble, moment);
        var isGood = trouble.Stage is null ? day.Run?.StartedAt is not null : TroubleWords.StageOf(day, trouble)?.IsLoaded == true;
        var was = TroubleWords.Was(day, trouble, moment);
        return Card.Of(words,
            [
                head,
                isGood ? Block.Notice(AdaptiveContainerStyle.Good, words) : Block.Quiet(Text.Line(words, AdaptiveSpacing.Default)),
                Text.Foot(Markdown.Join(" · ", [
                    Markdown.Of($"{char.ToUpperInvariant(was[0]) + was[1..]}"),
                    trouble.OnIt is { } onIt ? Markdown.Of($"{moment.Squad.NameOf(onIt.Member)} was on it") : null])),
            ]);
    }

    /// <summary>Failed and not on its way again, or past what others wait for.</summary>
    private static bool IsLoud(StageTrouble trouble, Stage? stage) => trouble.Kind == TroubleKind.PastSla || stage?.Failure is not null;

    private static Markdown Sentence(PipelineDay day, StageTrouble trouble, Stage? stage, bool isNobodys, Moment moment)
    {
        var what = TroubleWords.What(day, trouble, moment);
        var nodes = stage?.Failure is { } failure ? $": {TroubleWords.Nodes(failure)}" : "";
        return Markdown.Join(" ", [
            isNobodys ? Markdown.Of($"**Nobody is on it.** {what}{nodes}.") : Bold(what, nodes, trouble.Stage),
            trouble.Stage is null && day.Due is { } due ? Markdown.Of($"It was due {StageTimes.Clock(due, day, moment)}.") : null,
            day.Paused ? Markdown.Of($"It is paused in Airflow.") : null,
            TroubleWords.Beside(day, trouble)]);
    }

    /// <summary>The stage's name stands out, as in every line about it.</summary>
    private static Markdown Bold(string what, string nodes, string? stage) => stage is not null && what.StartsWith(stage, StringComparison.Ordinal)
        ? Markdown.Of($"**{stage}** {what[stage.Length..]}{nodes}.")
        : Markdown.Of($"**{what}.**");

    private static AdaptiveFactSet? Facts(PipelineDay day, StageTrouble trouble, Stage? stage, Moment moment)
    {
        var times = stage is null ? null : StageTimes.Of(stage, day, moment);
        List<AdaptiveFact> facts = [];
        Add("Target", times?.Target is { } target ? Time(target) : null);
        Add("External SLA", times?.Sla is { } sla ? Time(sla) : null);
        Add("Usually takes", day.UsualOf(trouble.Stage ?? "")?.Takes is { } takes ? Markdown.Of($"{SquadTime.Age(takes)}") : null);
        Add("Now", stage is { Failure: null } ? Markdown.Of($"{TroubleWords.Now(stage, day, moment)}") : null);
        Add("Tries", stage?.Failure is { Count: 1, Tasks: [var task] } ? TroubleWords.Tries(task, day, moment, "last ") : null);
        return facts.Count == 0 ? null : new() { Spacing = AdaptiveSpacing.Medium, Facts = facts };

        void Add(string title, Markdown? value)
        {
            if (value is not null)
                facts.Add(new AdaptiveFact(title, value.Source));
        }

        Markdown Time(Instant at) => $"{StageTimes.Clock(at, day, moment)}, {(at > moment.Now ? $"in {SquadTime.Age(at - moment.Now)}" : SquadTime.Ago(moment.Now - at))}";
    }

    private static Markdown SameNode(SameNode same, Moment moment)
    {
        var aside = Markdown.Join(", ", [same.Priority is { } priority ? Markdown.Of($"{priority}") : null, Markdown.Of($"{moment.Squad.NameOf(same.Owner)}")]);
        var number = string.Create(CultureInfo.InvariantCulture, $"#{same.Number}");
        return $"Same node: {Markdown.Link(number, same.Url)} {same.Title} ({aside})";
    }

    private static Markdown Foot(PipelineDay day, StageTrouble trouble, Moment moment, string? viewer, bool isNobodys) => Markdown.Join(" ", [
        day.IsRecording ? Markdown.Of($"{DagWords.Recording}") : null,
        day.Unseen is { } unseen ? Markdown.Of($"Airflow not seen since {StageTimes.Clock(unseen.Since, day, moment)}.") : null,
        trouble switch
        {
            { OnIt: { } onIt } => Markdown.Of($"{(onIt.Member == viewer ? "You are" : $"{moment.Squad.NameOf(onIt.Member)} is")} on it since {StageTimes.Clock(onIt.At, day, moment)}."),
            _ when isNobodys => Phones.Call(moment.Squad, moment.OnDuty),
            { Level2: { } asked } => Markdown.Of($"{moment.Squad.NameOf(asked.Member)} was called {StageTimes.Clock(asked.At, day, moment)}."),
            _ when TroubleRules.EscalatesAt(day, trouble) is { } at =>
                Markdown.Of($"No On it by {StageTimes.Clock(at, day, moment)}, and {moment.Squad.NameOf(moment.HelpFor(moment.OnDuty))} is called."),
            _ => null,
        }]);
}
