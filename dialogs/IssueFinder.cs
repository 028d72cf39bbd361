using System.Globalization;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Dialogs;

/// <summary>Finds issues by their numbers: as cases of ours, else as the tracker last listed them.</summary>
public sealed class IssueFinder(IOpenIssues openIssues)
{
    /// <summary>The open issues with these numbers, in their order.</summary>
    public async Task<IReadOnlyList<TrackedIssue>> KnownAsync(Turn turn, IReadOnlyList<string> numbers, CancellationToken cancellationToken)
    {
        var open = await openIssues.ListAsync(turn.Squad, cancellationToken);
        return [.. numbers.Select(number => open.Issues.FirstOrDefault(i => Number(i) == number)).OfType<TrackedIssue>()];
    }

    /// <summary>The case with this number or id. An issue that somebody made in the tracker becomes a case now. Null: there is none.</summary>
    public async Task<Case?> CaseAsync(Turn turn, string target, CancellationToken cancellationToken)
    {
        if (!int.TryParse(target.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return await turn.Cases.FindAsync(target, cancellationToken);
        if (await turn.Cases.FindByNumberAsync(number, cancellationToken) is { } known)
            return known;
        var listed = await KnownAsync(turn, [number.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        return listed is [var issue] ? await MadeKnownAsync(turn, issue, cancellationToken) : null;
    }

    /// <summary>The case of an issue that the tracker listed.</summary>
    public static async Task<Case> CaseOfAsync(Turn turn, TrackedIssue issue, CancellationToken cancellationToken) =>
        await turn.Cases.FindByNumberAsync(issue.Number, cancellationToken) ?? await MadeKnownAsync(turn, issue, cancellationToken);

    /// <summary>A case of ours may not know yet that its issue was created, as the answer is on its way or was lost. Any other issue becomes a case.</summary>
    private static async Task<Case> MadeKnownAsync(Turn turn, TrackedIssue issue, CancellationToken cancellationToken) =>
        IssueBody.CaseIn(issue.Body, turn.Squad) is { } id && await turn.Cases.FindAsync(id, cancellationToken) is { } own && (own.Issue?.Number ?? issue.Number) == issue.Number
            ? own
            : turn.Cases.Save(ServiceIssues.Adopt(issue, turn.Person, turn.Conversation, turn.Moment));

    private static string Number(TrackedIssue issue) => issue.Number.ToString(CultureInfo.InvariantCulture);
}
