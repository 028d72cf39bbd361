using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Duties;

/// <summary>Applies decisions outside of turns: each is one commit, decided again for as long as somebody else is faster.</summary>
internal sealed class CaseCommits(IDocumentStore store, DutyBell bell)
{
    public Task<Case?> FindAsync(Moment moment, string caseId, CancellationToken cancellationToken) => Desk(moment).FindAsync(caseId, cancellationToken);

    public Task<Case?> FindByNumberAsync(Moment moment, int number, CancellationToken cancellationToken) => Desk(moment).FindByNumberAsync(number, cancellationToken);

    public Task<IReadOnlyList<Case>> OpenAsync(Moment moment, CancellationToken cancellationToken) => Desk(moment).OpenAsync(cancellationToken);

    /// <summary>The case of an issue that somebody made in the tracker.</summary>
    public async Task<Case> OfAsync(Moment moment, TrackedIssue issue, CancellationToken cancellationToken)
    {
        while (true)
        {
            var desk = Desk(moment);
            var found = await desk.OfAsync(issue, Person.Bot, "", cancellationToken);
            if (desk.Work.IsEmpty || await desk.Work.TryCommitAsync(cancellationToken))
            {
                bell.Ring();
                return found;
            }
        }
    }

    /// <summary>The case as it is after the decision; null: there is no such case.</summary>
    public async Task<Case?> DecideAsync(Moment moment, string caseId, Func<Case, Case> decide, CancellationToken cancellationToken)
    {
        while (true)
        {
            var desk = Desk(moment);
            var decided = await desk.ApplyAsync(caseId, decide, cancellationToken);
            try
            {
                if (!desk.Work.IsEmpty)
                {
                    await desk.Work.CommitAsync(cancellationToken);
                    bell.Ring();
                }
                return decided;
            }
            catch (ConflictException)
            {
                // Loaded again and decided again.
            }
        }
    }

    private CaseDesk Desk(Moment moment) => new(new Work(store), moment);
}
