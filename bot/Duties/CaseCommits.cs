using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Duties;

/// <summary>Applies decisions about cases outside of turns.</summary>
internal sealed class CaseCommits(Commits commits)
{
    public Task<Case?> FindAsync(Moment moment, string caseId, CancellationToken cancellationToken) => Desk(moment).FindAsync(caseId, cancellationToken);

    public Task<Case?> FindByNumberAsync(Moment moment, int number, CancellationToken cancellationToken) => Desk(moment).FindByNumberAsync(number, cancellationToken);

    public Task<IReadOnlyList<Case>> OpenAsync(Moment moment, CancellationToken cancellationToken) => Desk(moment).OpenAsync(cancellationToken);

    /// <summary>The case of an issue that somebody made in the tracker.</summary>
    public Task<Case> OfAsync(Moment moment, TrackedIssue issue, CancellationToken cancellationToken) =>
        commits.MakeAsync(work => new CaseDesk(work, moment).OfAsync(issue, Person.Bot, "", cancellationToken), cancellationToken);

    /// <summary>The case as it is after the decision; null: there is no such case.</summary>
    public Task<Case?> DecideAsync(Moment moment, string caseId, Func<Case, Case> decide, CancellationToken cancellationToken) =>
        commits.MakeAsync(work => new CaseDesk(work, moment).ApplyAsync(caseId, decide, cancellationToken), cancellationToken);

    private CaseDesk Desk(Moment moment) => new(commits.Begin(), moment);
}
