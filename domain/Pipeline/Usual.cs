using NodaTime;

namespace Hausmeister.Domain.Pipeline;

/// <summary>How long stages take and when they were loaded, from the days before.</summary>
public static class Usual
{
    /// <summary>How many days back count.</summary>
    public const int Days = 30;

    private const int Fewest = 3;

    /// <param name="days">In any order; those after <paramref name="date"/> do not count.</param>
    public static IReadOnlyList<StageUsual> Of(LocalDate date, IReadOnlyList<PipelineDay> days)
    {
        var before = days.Where(d => d.Date < date && d.Date >= date.PlusDays(-Days)).OrderBy(d => d.Date).ToList();
        var yesterday = before.LastOrDefault(d => d.Date == date.PlusDays(-1));
        var names = before.SelectMany(d => d.Stages).Select(s => s.Name).Distinct();
        return [.. names.Select(name => new StageUsual(name, Median(before, name), yesterday?.Stages.FirstOrDefault(s => s.Name == name)?.FinishedAt))];
    }

    private static Duration? Median(List<PipelineDay> days, string name)
    {
        var took = days.SelectMany(d => d.Stages)
            .Where(s => s.Name == name && s is { StartedAt: not null, FinishedAt: not null })
            .Select(s => s.FinishedAt!.Value - s.StartedAt!.Value)
            .Order()
            .ToList();
        return took.Count < Fewest ? null : took[took.Count / 2];
    }
}
