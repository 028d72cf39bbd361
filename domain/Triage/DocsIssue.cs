using System.Globalization;
using System.Text;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;

namespace Hausmeister.Domain.Triage;

/// <summary>The issue that asks for documentation, with the questions that asked for it.</summary>
public static class DocsIssue
{
    /// <summary>GitHub's own label for it.</summary>
    private const string Label = "documentation";

    /// <param name="same">The questions, the newest first.</param>
    public static NewIssue Of(Case newest, IReadOnlyList<Case> same, Squad squad, string dutyId)
    {
        var answer = newest.Answer!;
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"The same question came {same.Count} times in 30 days. What answered it: ");
        body.Append(answer.Link is { } link ? $"[{IssueBody.Harmless(answer.Text ?? "this page")}]({link})" : IssueBody.Harmless(answer.Text ?? ""));
        body.Append(".\n\n");
        foreach (var question in same)
            body.Append(CultureInfo.InvariantCulture, $"- {IssueBody.Harmless(question.Title)} ({IssueBody.Harmless(question.Reporter ?? question.OpenedBy.Name)}, {SquadTime.Day(squad, question.OpenedAt)})\n");
        body.Append(CultureInfo.InvariantCulture, $"\n{IssueBody.Marker(newest, dutyId)}");
        return new NewIssue($"Docs: {newest.Title}", body.ToString(), [.. squad.Issues.Labels.Where(l => l != "bug"), Label], null);
    }
}
