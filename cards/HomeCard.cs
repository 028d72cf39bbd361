using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>A squad as one of its people wants to see it first.</summary>
/// <param name="Own">The person's open cases.</param>
/// <param name="Days">The nightly runs that are shown now, the newest first.</param>
public sealed record HomeSquad(Moment Moment, IReadOnlyList<Case> Own, IReadOnlyList<PipelineDay> Days);

/// <summary>A person's own page: who is on duty, their open cases, the nightly run, the next hand-off. A guest reads whom they can ask.</summary>
public static class HomeCard
{
    private const int LongestTitle = 120;

    /// <param name="squads">Those that are the person's; at least one.</param>
    public static AdaptiveCard Build(IReadOnlyList<HomeSquad> squads, Person viewer)
    {
        var first = squads[0].Moment;
        var target = Target.Of(first.Squad);
        return Card.Of($"{string.Join(". ", squads.Select(squad => WhoLines.Now(squad.Moment)))}.",
            [
                .. squads.SelectMany(squad => viewer.IsGuest ? [WhoLines.Head(squad.Moment)] : Of(squad)),
                viewer.IsGuest ? Text.Line($"**Something is wrong, or not clear?** Tap Ask: two questions, then somebody has it.") : null,
                Text.Foot($"As of {SquadTime.Day(first.Squad, first.Now)}. What you tap here is answered in Messages."),
            ],
            viewer.IsGuest ? [target.Positive("Ask", Verbs.Guest.Ask)] :
            [
                target.Positive("Triage", Verbs.Command.Triage),
                target.Button("Issues", Verbs.Command.Issues),
                target.Button("Rota", Verbs.Command.Rota),
                target.Button("Help", Verbs.Command.Help),
            ]);
    }

    private static IEnumerable<AdaptiveElement> Of(HomeSquad squad)
    {
        var moment = squad.Moment;
        yield return WhoLines.Head(moment);
        if (WhoLines.Unconfirmed(moment) is { } unconfirmed)
            yield return Block.Notice(AdaptiveContainerStyle.Warning, unconfirmed);
        yield return Text.Line(WhoLines.Level2(moment));
        yield return Text.Line(WhoLines.NextHandOff(moment) is { } next
            ? Markdown.Of($"Next hand-off: **{SquadTime.Day(moment.Squad, next.At)}**, {moment.Squad.NameOf(next.From)} to {moment.Squad.NameOf(next.To)}.")
            : Markdown.Of($"Next hand-off: none in the next three months."));
        foreach (var line in Cases(squad))
            yield return line;
        foreach (var line in squad.Days.Reverse().SelectMany(day => Dag(day, moment)))
            yield return line;
    }

    private static IEnumerable<AdaptiveElement> Cases(HomeSquad squad)
    {
        var inOrder = squad.Own.OrderByDescending(c => c.Kind == CaseKind.ServiceIssue ? c.Priority : Priority.P3).ThenBy(c => c.OpenedAt).ToList();
        yield return Text.Section($"Your open cases");
        if (inOrder.Count == 0)
            yield return Text.Line($"None.");
        foreach (var @case in inOrder.Take(Rows.Most))
            yield return Text.Line(Markdown.Join(" · ",
            [
                CaseWords.Number(@case) ?? Markdown.Of($"{(@case.Kind == CaseKind.ServiceIssue ? "not created yet" : @case.Kind.ToString())}"),
                CaseWords.Priority(@case),
                Markdown.Of($"{CaseWords.Age(@case, squad.Moment)}"),
                Markdown.Of($"{PeoplesText.FirstLine(@case.Title, LongestTitle)}"),
            ]));
        if (inOrder.Count > Rows.Most)
            yield return Text.Line($"and {inOrder.Count - Rows.Most} more");
    }

    private static IEnumerable<AdaptiveElement> Dag(PipelineDay day, Moment moment)
    {
        yield return Text.Section($"{DagWords.Title(day, moment)}");
        yield return DagState.Of(day, moment).Element;
        foreach (var stage in day.SeenAt is null ? [] : day.Stages)
            yield return Text.Line($"{StageWords.Symbol(stage)} {StageWords.Line(stage, day, moment.Squad)}");
    }
}
