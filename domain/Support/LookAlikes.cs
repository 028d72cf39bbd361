using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Domain.Support;

/// <summary>Open issues that look like what somebody is about to report.</summary>
public sealed class LookAlikes(IOpenIssues openIssues, ITextIndexFactory indexes)
{
    /// <summary>How many a card shows.</summary>
    public const int Top = 3;

    /// <summary>The best first; none where the tracker does not answer in time.</summary>
    public async Task<IReadOnlyList<TrackedIssue>> FindAsync(Squad squad, string title, CancellationToken cancellationToken)
    {
        var open = await openIssues.ListAsync(squad, cancellationToken);
        var byId = open.Issues.ToDictionary(issue => issue.Url.ToString());
        var index = indexes.Create(byId.Select(issue => new IndexedText(issue.Key, issue.Value.Title, "")));
        return [.. index.Search(title, Top).Select(id => byId[id])];
    }
}
