using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about the nightly run, which is named by the morning that it serves.</summary>
internal static class DagWords
{
    public const string Recording = "A recorded run, played again: Airflow is not configured.";

    /// <summary><c>DAG for Thu 26 Nov</c></summary>
    public static string Name(PipelineDay day, Moment moment) =>
        $"DAG for {SquadTime.Date(moment.Squad, moment.Squad.TimeZone.InstantOf(day.Date.AtMidnight()))}";

    /// <summary><c>DAG for Thu 26 Nov (due Wed 23:00)</c></summary>
    public static string Title(PipelineDay day, Moment moment) => Bold(day, moment).Plain;

    /// <summary><c>**DAG for Fri 27 Nov** (due Thu 23:00): complete 10:52.</c></summary>
    public static Markdown Line(PipelineDay day, Moment moment) => $"{Bold(day, moment)}: {DagState.Of(day, moment).Short}.";

    /// <summary><c>**DAG for Fri 27 Nov** (due Thu 23:00)</c></summary>
    public static Markdown Bold(PipelineDay day, Moment moment) => Markdown.Join(" ", [
        Markdown.Of($"**{Name(day, moment)}**"),
        day.Due is { } due ? Markdown.Of($"(due {DutyWords.ShortWeekday(moment, due)})") : null]);

    /// <summary>Under it: <c>Complete 10:52 · failed once, 03:12</c></summary>
    public static Markdown Small(PipelineDay day, Moment moment)
    {
        var state = DagState.Of(day, moment).Short;
        return Markdown.Join(" · ", [Markdown.Of($"{char.ToUpperInvariant(state[0]) + state[1..]}"), FailedBefore(day, moment)]);
    }

    /// <summary>Null where nothing failed, or what failed is the present state.</summary>
    private static Markdown? FailedBefore(PipelineDay day, Moment moment)
    {
        var failed = day.Troubles.Where(t => t is { Kind: TroubleKind.Failed } && day.Stages.All(s => s.Name != t.Stage || s.Failure is null)).ToList();
        return failed.Count switch
        {
            0 => null,
            1 => Markdown.Join(", ", [Markdown.Of($"failed once"), Markdown.Of($"{StageWords.At(failed[0].Since, day, moment.Squad)}")]),
            var n => Markdown.Of($"{n} stages had failed"),
        };
    }
}
