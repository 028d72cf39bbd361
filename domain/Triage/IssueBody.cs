using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;

namespace Hausmeister.Domain.Triage;

/// <summary>What the tracker gets to read. Markdown; people's words cannot mention anybody or hide anything there.</summary>
public static partial class IssueBody
{
    /// <summary>Hidden in the body, so that the issue of a case is found again when it is not known whether it was created.</summary>
    public static string Marker(Case @case) => $"<!-- hausmeister case {@case.Squad}/{@case.Id} -->";

    /// <summary>Hidden in a comment, likewise.</summary>
    public static string Marker(Case @case, string dutyId) => $"<!-- hausmeister case {@case.Squad}/{@case.Id} {dutyId} -->";

    /// <summary>The id of the squad's case whose issue has this body; null where it has no marker.</summary>
    public static string? CaseIn(string body, Squad squad) =>
        CaseMarker().Match(body) is { Success: true } match && match.Groups["squad"].Value == squad.Id ? match.Groups["case"].Value : null;

    public static NewIssue Of(Case @case, Squad squad, Uri linkBack)
    {
        var body = new StringBuilder();
        if (@case.Details is { } details)
            body.Append(Harmless(details)).Append("\n\n");
        if (@case.Severity && squad.SeverityProcedure is { } procedure)
            body.Append(CultureInfo.InvariantCulture, $"**Falls under a severity level:** follow the [procedure]({procedure}) first.\n\n");
        body.Append(CultureInfo.InvariantCulture, $"Reported by {Harmless(@case.Reporter ?? @case.OpenedBy.Name)}, {SquadTime.Day(squad, @case.OpenedAt)}{Where(@case)}. ")
            .Append(CultureInfo.InvariantCulture, $"[Case {@case.Id}]({linkBack}) in Hausmeister.\n\n")
            .Append(Marker(@case));
        return new NewIssue(@case.Title, body.ToString(), ServiceIssues.LabelsOf(@case, squad), ServiceIssues.LoginOf(@case, squad));
    }

    private static string Where(Case @case) => @case.Origin is { } origin ? $", in [this message]({origin.Link.AbsoluteUri})" : "";

    public static string Comment(Case @case, Note note, string dutyId) =>
        $"{Harmless(note.Text)}\n\n{Harmless(note.By.Name)}, from chat.\n\n{Marker(@case, dutyId)}";

    /// <summary>No HTML, no hidden comment, and an at sign that mentions nobody (a word joiner follows it).</summary>
    public static string Harmless(string text) => text
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("@", "@\u2060", StringComparison.Ordinal);

    [GeneratedRegex("<!-- hausmeister case (?<squad>[^/ ]+)/(?<case>[^ ]+) -->", RegexOptions.ExplicitCapture)]
    private static partial Regex CaseMarker();
}
