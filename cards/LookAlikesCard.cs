using System.Globalization;
using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Triage: is it one of the open issues?</summary>
public static class LookAlikesCard
{
    /// <param name="alike">The best first, at least one.</param>
    public static AdaptiveCard Build(TriageDraft draft, IReadOnlyList<TrackedIssue> alike, Moment moment)
    {
        var target = Target.Of(draft);
        var links = Markdown.Join(" · ", alike.Select(issue => Markdown.Link($"#{issue.Number}", issue.Url)));
        return Card.Of($"Is it one of these? {string.Join(", ", alike.Select(issue => $"#{issue.Number}"))}.",
            [
                Text.Head($"Triage · service issue", $"Is it one of these?"),
                Text.Said(draft.What),
                .. Rows.Spaced(alike.Select(issue => Row(target, issue, moment))),
                Text.Foot($"Tap the one it is: your words become a comment there. Look first: {links}"),
            ],
            target.Positive("None of these", Verbs.Triage.New));
    }

    private static AdaptiveContainer Row(Target target, TrackedIssue issue, Moment moment) => target.Row(
        $"#{issue.Number} {issue.Title}",
        $"{TrackedWords.Priority(issue, moment.Squad)} · {TrackedWords.Assignee(issue, moment.Squad)} · open {SquadTime.Age(moment.Now - issue.CreatedAt)}",
        Verbs.Triage.Same,
        "It is this one",
        source: issue.Number.ToString(CultureInfo.InvariantCulture));
}
