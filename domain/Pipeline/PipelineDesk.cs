using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using NodaTime;

namespace Hausmeister.Domain.Pipeline;

/// <summary>Loads the nightly run's days and saves what was decided. Commits nothing: that is the turn's or the duty's.</summary>
public sealed class PipelineDesk(Work work, Moment moment)
{
    /// <summary>Some years of them.</summary>
    private const int Most = 1_500;

    /// <param name="id">A date as <c>2026-11-26</c>.</param>
    public Task<PipelineDay?> FindAsync(string id, CancellationToken cancellationToken) =>
        work.LoadAsync(DocumentTypes.PipelineDay, Keys.Dag(moment.Squad.Id, id), cancellationToken);

    /// <summary>The days to show: the newest whose run is there or was due, and the one before while its run goes on. The newest first.</summary>
    public async Task<IReadOnlyList<PipelineDay>> ShownAsync(CancellationToken cancellationToken)
    {
        var next = Mornings.Of(moment.Now, moment.Squad);
        var days = new List<PipelineDay>();
        foreach (var date in new[] { next, next.PlusDays(-1), next.PlusDays(-2) })
            if (await FindAsync(PipelineDay.IdOf(date), cancellationToken) is { } day)
                days.Add(day);
        var present = days.Find(d => d.Run is not null || d.Due <= moment.Now) ?? days.FirstOrDefault();
        return [.. days.Where(d => d == present || (d.Date < present?.Date && d.IsOpen))];
    }

    /// <summary>The days of the last <paramref name="days"/>, oldest first.</summary>
    public async Task<IReadOnlyList<PipelineDay>> HistoryAsync(int days, CancellationToken cancellationToken)
    {
        var oldest = Keys.Dag(moment.Squad.Id, PipelineDay.IdOf(Mornings.Of(moment.Now, moment.Squad).PlusDays(-days)));
        var stored = await work.Store.ListAsync(Keys.Dag(moment.Squad.Id), Most, cancellationToken);
        return [.. stored.Where(d => string.CompareOrdinal(d.Key, oldest) >= 0).Select(d => DocumentTypes.PipelineDay.Read(d.Body))];
    }

    /// <summary>Loads the day, applies the decision and saves the outcome. Null: no such day.</summary>
    public async Task<PipelineDay?> ApplyAsync(string id, Func<PipelineDay, PipelineDay> decide, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } before)
            return null;
        var after = decide(before);
        return ReferenceEquals(before, after) ? before : Save(after);
    }

    /// <summary>The next morning's day and the one before it.</summary>
    /// <param name="since">When the squad began to live here.</param>
    public async Task EnsureAsync(Instant since, CancellationToken cancellationToken)
    {
        var next = Mornings.Of(moment.Now, moment.Squad);
        var before = await FindAsync(PipelineDay.IdOf(next.PlusDays(-1)), cancellationToken) ?? Save(PipelineRules.Plan(next.PlusDays(-1), since, moment));
        if (await FindAsync(PipelineDay.IdOf(next), cancellationToken) is null)
            // Who heard that Airflow does not answer need not hear it again for another day.
            Save(PipelineRules.Plan(next, since, moment) with { Unseen = before.Unseen });
    }

    /// <summary>A day of before; where there is one already, that one stays.</summary>
    public async Task<PipelineDay> KeepAsync(PipelineDay day, CancellationToken cancellationToken) => await FindAsync(day.Id, cancellationToken) ?? Save(day);

    private PipelineDay Save(PipelineDay day)
    {
        var saved = day with { Revision = day.Revision + 1 };
        work.Save(DocumentTypes.PipelineDay, Keys.Dag(saved.Squad, saved.Id), saved);
        return saved;
    }
}
