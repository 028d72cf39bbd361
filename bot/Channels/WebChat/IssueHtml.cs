using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using Hausmeister.Integrations.EmbeddedTracker;
using NodaTime;

namespace Hausmeister.Bot.Channels.WebChat;

/// <summary>Draws the embedded tracker's pages. Whatever people wrote is escaped here, once.</summary>
/// <param name="assets">The version of the page's styles.</param>
internal sealed class IssueHtml(Squad squad, string assets)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private string Repository => squad.Issues.Repository;

    public string Issue(EmbeddedIssue issue) => Document($"#{issue.Number} {issue.Title}", $"""
        <p class="kicker"><a href="/issues/{Escape(Repository)}">{Escape(Repository)}</a> · #{issue.Number}</p>
        <h1 dir="auto">{Escape(issue.Title)}</h1>
        <p class="meta">{State(issue)} · {Assignee(issue)}</p>
        {Labels(issue)}
        <article dir="auto">{IssueMarkdown.ToHtml(issue.Body)}</article>
        {(issue.Comments.Count == 0 ? "" : "<h2>Comments</h2>")}
        {string.Join('\n', issue.Comments.Select(Comment))}
        """);

    public string List(IReadOnlyList<EmbeddedIssue> open, string? label) => Document($"Open issues of {Repository}", $"""
        <p class="kicker">{Escape(Repository)}</p>
        <h1>{Escape(English.Plural(open.Count, "open issue"))}{(label is null ? "" : $" with <q dir=\"auto\">{Escape(label)}</q>")}</h1>
        {(label is null ? "" : $"<p><a href=\"/issues/{Escape(Repository)}\">All open issues</a></p>")}
        <ul class="issues">{string.Concat(open.Select(Row))}</ul>
        """);

    private string Row(EmbeddedIssue issue) => $"""
        <li>
          <a href="/issues/{Escape(Repository)}/{issue.Number}" dir="auto">{Escape(issue.Title)}</a>
          <p class="meta">#{issue.Number} · since {When(issue.CreatedAt)} · {Assignee(issue)}</p>
          {Labels(issue)}
        </li>
        """;

    private string Comment(EmbeddedComment comment) => $"""
        <section>
          <p class="meta">Hausmeister, {When(comment.At)}</p>
          <article dir="auto">{IssueMarkdown.ToHtml(comment.Body)}</article>
        </section>
        """;

    private string State(EmbeddedIssue issue) => issue.ClosedAt is { } closed
        ? $"<strong class=\"closed\">Closed</strong> {When(closed)}, opened {When(issue.CreatedAt)}"
        : $"<strong class=\"open\">Open</strong> since {When(issue.CreatedAt)}";

    private string Assignee(EmbeddedIssue issue)
    {
        if (issue.Assignee is not { } login) return "assigned to nobody";
        var member = squad.Members.FirstOrDefault(m => login.Equals(m.GitHub, StringComparison.OrdinalIgnoreCase));
        return $"assigned to {Escape(member?.Name ?? login)}";
    }

    private string Labels(EmbeddedIssue issue) =>
        issue.Labels.Count == 0 ? "" : $"<ul class=\"labels\" aria-label=\"Labels\">{string.Concat(issue.Labels.Select(Label))}</ul>";

    private string Label(string label)
    {
        var urgent = squad.Issues.Priorities.TryGetValue(Priority.P4, out var highest) && highest == label;
        return $"<li{(urgent ? " class=\"p4\"" : "")}><a href=\"/issues/{Escape(Repository)}?label={Uri.EscapeDataString(label)}\">{Escape(label)}</a></li>";
    }

    private string When(Instant at) => SquadTime.Day(squad, at);

    private string Document(string title, string body) => $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>{Escape(title)} · Hausmeister</title>
          <link rel="icon" href="/assets/{assets}/mark.svg">
          <link rel="stylesheet" href="/assets/{assets}/tokens.css">
          <link rel="stylesheet" href="/assets/{assets}/issues.css">
        </head>
        <body>
          <header><a href="/"><img src="/assets/{assets}/mark.svg" alt="" width="28" height="28"> Hausmeister</a><span>{Escape(squad.Name)}</span></header>
          <main>
        {body}
          </main>
        </body>
        </html>
        """;

    private static string Escape(string text) => Encoder.Encode(text);
}
