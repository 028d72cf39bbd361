using System.Globalization;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Text;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Dialogs;

/// <summary>What is stored, as lines to read.</summary>
internal static class StoredText
{
    /// <param name="what">A case's id, <c>#1</c> for the tracker's issue, or <c>open</c> for the open cases' ids.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(DialogHouse house, string what) => what switch
    {
        "open" => [Listed((await house.OpenAsync()).Select(c => c.Id), "none")],
        ['#', ..] => Of(house, int.Parse(what[1..], CultureInfo.InvariantCulture)),
        _ => [.. Of(house, await house.CaseAsync(what))],
    };

    private static IReadOnlyList<string> Of(DialogHouse house, int number)
    {
        var issue = house.Tracker.Issues.Single(i => i.Number == number);
        return [$"[{string.Join(", ", issue.Labels)}] {issue.Assignee ?? "nobody"}: {issue.Title}", .. Lines(issue.Body), .. house.Tracker.CommentsOn(number).SelectMany(Lines)];
    }

    private static IEnumerable<string> Of(DialogHouse house, Case @case)
    {
        yield return $"{Kind(@case)} of {@case.Owner ?? "nobody"}: {@case.Title}";
        if (@case.Details is { } details)
            yield return $"details: {OneLine(details)}";
        if (@case.Reporter is { } reporter)
            yield return $"reporter: {reporter}";
        if (@case.Guest is { } guest)
            yield return $"guest: {guest.Did} | {guest.Expected} | {guest.Place}";
        foreach (var note in @case.Notes)
            yield return $"note of {note.By.Name}: {OneLine(note.Text)}";
        if (@case.Answer is { } answer)
            yield return $"answered, {answer.Kind}: {answer.Text} {answer.Link} {answer.Source}".TrimEnd();
        if (@case.Closed is { } closed)
            yield return $"closed by {closed.By.Name}: {closed.What}";
        yield return $"owes: {Listed(@case.Duties.Select(duty => Duty(house, duty)), "nothing")}";
    }

    private static string Kind(Case @case) => @case.Kind != CaseKind.ServiceIssue
        ? @case.Kind.ToString()
        : $"{@case.Priority}{(@case.Undecided ? " undecided" : "")}{(@case.Severity ? " severity" : "")}";

    private static string Duty(DialogHouse house, Duty duty) => duty.Kind == DutyKind.Tell
        ? $"{duty.Message} to {duty.To!.Member ?? duty.To.Room?.ToString() ?? "the guest"}"
        : $"{duty.Kind} {SquadTime.Clock(house.Squad, duty.Due)}";

    private static string OneLine(string text) => text.Replace("\n", "⏎", StringComparison.Ordinal);

    private static string Listed(IEnumerable<string> items, string otherwise) => string.Join(", ", items) is { Length: > 0 } listed ? listed : otherwise;

    private static IEnumerable<string> Lines(string markdown) => markdown.Split('\n').Where(line => line.Length > 0);
}
