using System.Collections.Concurrent;
using System.Globalization;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Domain.Support;

/// <summary>Open issues that look like what somebody is about to report.</summary>
public sealed class LookAlikes(IOpenIssues openIssues, ITextIndexFactory indexes)
{
    /// <summary>How many a card shows.</summary>
    public const int Top = 3;

    // To make an index costs a hundred times as much as to search it, and from one triage to the next few issues change.
    private readonly ConcurrentDictionary<string, OpenTitles> squads = new();

    /// <summary>The best first; none where the tracker does not answer in time.</summary>
    public async Task<IReadOnlyList<TrackedIssue>> FindAsync(Squad squad, string title, CancellationToken cancellationToken)
    {
        var open = await openIssues.ListAsync(squad, cancellationToken);
        var byId = open.Issues.ToDictionary(issue => issue.Number.ToString(CultureInfo.InvariantCulture));
        var titles = squads.GetOrAdd(squad.Id, _ => new OpenTitles(indexes.Create([])));
        // Whoever listed earlier or later may have another issue in the index.
        return [.. titles.Search(byId, title).Select(byId.GetValueOrDefault).OfType<TrackedIssue>()];
    }

    /// <summary>The titles of a squad's open issues, kept up with every list.</summary>
    private sealed class OpenTitles(ITextIndex index)
    {
        private readonly Lock gate = new();
        private readonly Dictionary<string, string> indexed = [];

        public IReadOnlyList<string> Search(IReadOnlyDictionary<string, TrackedIssue> open, string title)
        {
            lock (gate)
                Follow(open);
            return index.Search(title, Top);
        }

        private void Follow(IReadOnlyDictionary<string, TrackedIssue> open)
        {
            foreach (var closed in indexed.Keys.Where(id => !open.ContainsKey(id)).ToList())
            {
                index.Remove(closed);
                indexed.Remove(closed);
            }
            foreach (var (id, issue) in open.Where(issue => indexed.GetValueOrDefault(issue.Key) != issue.Value.Title))
            {
                index.Put(new IndexedText(id, issue.Title, ""));
                indexed[id] = issue.Title;
            }
        }
    }
}
