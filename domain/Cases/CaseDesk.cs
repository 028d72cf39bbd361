using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Domain.Cases;

/// <summary>Loads cases, saves what a decision made of them, and keeps the indexes true. Commits nothing: that is the turn's or the duty's.</summary>
public sealed class CaseDesk(Work work, Moment moment)
{
    /// <summary>More than anybody has open, so that a round asks about all of them at once.</summary>
    private const int Most = 5_000;

    /// <summary>One thread is about one thing, or a few.</summary>
    private const int MostInThread = 5;

    public Moment Moment => moment;

    public Work Work => work;

    public Task<Case?> FindAsync(string id, CancellationToken cancellationToken) =>
        work.LoadAsync(DocumentTypes.Case, Keys.Case(moment.Squad.Id, id), cancellationToken);

    public async Task<Case?> FindByNumberAsync(int number, CancellationToken cancellationToken)
    {
        var entries = await work.Store.ListAsync(Keys.Issue(moment.Squad.Id, number), 1, cancellationToken);
        return entries.Count == 0 ? null : await FindAsync(Keys.LastPart(entries[0].Key), cancellationToken);
    }

    /// <summary>
    /// The case of an issue that the tracker listed. A case of ours may not know yet that its issue was created, as the answer is on its way or
    /// was lost; any other issue becomes a case.
    /// </summary>
    public async Task<Case> OfAsync(TrackedIssue issue, Person by, string conversation, CancellationToken cancellationToken)
    {
        if (await FindByNumberAsync(issue.Number, cancellationToken) is { } known)
            return known;
        return IssueBody.CaseIn(issue.Body, moment.Squad) is { } id && await FindAsync(id, cancellationToken) is { } own && (own.Issue?.Number ?? issue.Number) == issue.Number
            ? own
            : Save(ServiceIssues.Adopt(issue, by, conversation, moment));
    }

    /// <summary>All open cases, the oldest first.</summary>
    public async Task<IReadOnlyList<Case>> OpenAsync(CancellationToken cancellationToken)
    {
        var cases = new List<Case>();
        foreach (var entry in await work.Store.ListAsync(Keys.Open(moment.Squad.Id), Most, cancellationToken))
            if (await FindAsync(Keys.LastPart(entry.Key), cancellationToken) is { IsOpen: true } open)
                cases.Add(open);
        return [.. cases.OrderBy(c => c.OpenedAt)];
    }

    /// <summary>The open cases that hear what is written in a thread.</summary>
    public async Task<IReadOnlyList<Case>> InThreadAsync(string thread, CancellationToken cancellationToken)
    {
        var cases = new List<Case>();
        foreach (var entry in await work.Store.ListAsync(Keys.Thread(moment.Squad.Id, thread), MostInThread, cancellationToken))
            if (await FindAsync(Keys.LastPart(entry.Key), cancellationToken) is { IsOpen: true } open)
                cases.Add(open);
        return cases;
    }

    /// <summary>Loads the case, applies the decision and saves the outcome. Null: no such case.</summary>
    public async Task<Case?> ApplyAsync(string id, Func<Case, Case> decide, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } before)
            return null;
        var after = decide(before);
        return ReferenceEquals(before, after) ? before : Save(after, before);
    }

    /// <summary>Saves a case with its index entries.</summary>
    /// <param name="before">The case as it was loaded; null for a new one.</param>
    /// <returns>The case as saved, with its new revision.</returns>
    public Case Save(Case @case, Case? before = null)
    {
        var saved = @case with { Revision = @case.Revision + 1 };
        work.Save(DocumentTypes.Case, Keys.Case(saved.Squad, saved.Id), saved);
        if (saved.IsOpen && before is not { IsOpen: true })
            work.Enter(Keys.Open(saved.Squad, saved.Id));
        else if (!saved.IsOpen && before is not { IsOpen: false })
            work.Remove(Keys.Open(saved.Squad, saved.Id));
        EnterThreads(saved, before);
        EnterEnd(saved, before);
        if (saved.Issue is { } issue && before?.Issue is null)
            work.Enter(Keys.Issue(saved.Squad, issue.Number, saved.Id));
        if (saved.Answer is { } answer && before?.Answer is null)
            EnterAnswer(saved, answer);
        return saved;
    }

    /// <summary>Deletes a case, which was loaded here, with its index entries.</summary>
    public void Forget(Case @case)
    {
        work.Delete(Keys.Case(@case.Squad, @case.Id));
        work.Remove(Keys.Open(@case.Squad, @case.Id));
        foreach (var thread in @case.Threads)
            work.Remove(Keys.Thread(@case.Squad, thread, @case.Id));
        if (@case.EndedAt is { } at)
            work.Remove(Keys.Ended(@case.Squad, at, @case.Id));
        if (@case.Issue is { } issue)
            work.Remove(Keys.Issue(@case.Squad, issue.Number, @case.Id));
        if (@case.Answer is not { } answer)
            return;
        work.Remove(Keys.Answered(@case.Squad, answer.At, @case.Id));
        if (answer.Source is { } source)
            work.Remove(Keys.Same(@case.Squad, source, answer.At, @case.Id));
    }

    private void EnterThreads(Case saved, Case? before)
    {
        var (earlier, present) = (Listening(before), Listening(saved));
        foreach (var thread in earlier.Except(present))
            work.Remove(Keys.Thread(saved.Squad, thread, saved.Id));
        foreach (var thread in present.Except(earlier))
            work.Enter(Keys.Thread(saved.Squad, thread, saved.Id));

        static IEnumerable<string> Listening(Case? @case) => @case is { IsOpen: true } ? @case.Threads : [];
    }

    private void EnterEnd(Case saved, Case? before)
    {
        if (saved.EndedAt == before?.EndedAt)
            return;
        if (before?.EndedAt is { } earlier)
            work.Remove(Keys.Ended(saved.Squad, earlier, saved.Id));
        if (saved.EndedAt is { } at)
            work.Enter(Keys.Ended(saved.Squad, at, saved.Id));
    }

    private void EnterAnswer(Case answered, Answer answer)
    {
        work.Enter(Keys.Answered(answered.Squad, answer.At, answered.Id));
        if (answer.Source is { } source)
            work.Enter(Keys.Same(answered.Squad, source, answer.At, answered.Id));
    }
}
