using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Dialogs;

/// <summary>One thing to do: the oldest P4, then P3, then an unanswered question. What somebody made in the tracker counts too.</summary>
public sealed class NextThing(IOpenIssues openIssues)
{
    public async Task<AdaptiveCard> CardAsync(Turn turn, CancellationToken cancellationToken)
    {
        var open = await turn.Cases.OpenAsync(cancellationToken);
        var known = open.Select(c => c.Issue?.Number).ToHashSet();
        var listed = await openIssues.ListAsync(turn.Squad, cancellationToken);
        var candidates = open.Select(c => new Candidate(c, null, c.Kind == CaseKind.ServiceIssue ? c.Priority : null, c.OpenedAt))
            .Concat(listed.Issues.Where(i => !known.Contains(i.Number)).Select(i => new Candidate(null, i, ServiceIssues.PriorityIn(i, turn.Squad) ?? Priority.P2, i.CreatedAt)))
            .OrderBy(c => c.Since)
            .ToList();
        return NextCard.Build(await FirstAsync(turn, candidates, cancellationToken), turn.Moment, Summary(candidates));
    }

    /// <summary>An issue that was no case yet becomes one; one that is closed here is on its way to be closed there.</summary>
    private static async Task<Case?> FirstAsync(Turn turn, IReadOnlyList<Candidate> candidates, CancellationToken cancellationToken)
    {
        foreach (var (@case, issue, _, _) in Of(candidates, Priority.P4).Concat(Of(candidates, Priority.P3)).Concat(Of(candidates, null)))
            if ((@case ?? await IssueFinder.CaseOfAsync(turn, issue!, cancellationToken)) is { IsOpen: true } found)
                return found;
        return null;
    }

    private static NextSummary Summary(IReadOnlyList<Candidate> candidates)
    {
        int Count(Priority? priority) => Of(candidates, priority).Count();
        return new NextSummary(Count(Priority.P4), Count(Priority.P3), Count(null), Count(Priority.P2), Count(Priority.P1));
    }

    private static IEnumerable<Candidate> Of(IReadOnlyList<Candidate> candidates, Priority? priority) => candidates.Where(c => c.Priority == priority);

    /// <param name="Priority">Null for a question.</param>
    private sealed record Candidate(Case? Case, TrackedIssue? Issue, Priority? Priority, NodaTime.Instant Since);
}
