using System.Globalization;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;

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
        return listed is [var issue] ? await CaseOfAsync(turn, issue, cancellationToken) : null;
    }

    /// <summary>The case of an issue that the tracker listed.</summary>
    public static Task<Case> CaseOfAsync(Turn turn, TrackedIssue issue, CancellationToken cancellationToken) =>
        turn.Cases.OfAsync(issue, turn.Person, turn.Conversation, cancellationToken);

    private static string Number(TrackedIssue issue) => issue.Number.ToString(CultureInfo.InvariantCulture);
}
