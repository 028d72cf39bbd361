using System.Net;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hausmeister.Bot.Channels.WebChat;

/// <summary>An issue's Markdown as HTML that can do nothing: no HTML of its own, no images, links to the web only.</summary>
internal static partial class IssueMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml().UseAutoLinks().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    public static string ToHtml(string markdown)
    {
        var visible = HiddenMarker().Replace(markdown, "");
        try
        {
            return Drawn(visible);
        }
        catch (ArgumentException)
        {
            // Nested so deeply that the library gives up. It is still somebody's text.
            return $"<p class=\"plain\">{WebUtility.HtmlEncode(visible)}</p>";
        }
    }

    private static string Drawn(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
            if (IsWeb(address)) ShowWhereItLeads(link, address!);
            else link.ReplaceBy(new LiteralInline(link.Title ?? address ?? ""));
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsWeb(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    /// <summary>Words that look like an address do not hide another one.</summary>
    private static void ShowWhereItLeads(LinkInline link, string address)
    {
        link.Title = null;
        var words = string.Concat(link.Descendants().Select(part => part switch { LiteralInline text => text.Content.ToString(), CodeInline code => code.Content, _ => "" }));
        if (!LooksLikeAddress().IsMatch(words) || HostOf(words) == HostOf(address)) return;
        link.Clear();
        link.AppendChild(new LiteralInline(address));
    }

    private static string? HostOf(string address) =>
        Uri.TryCreate(address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}", UriKind.Absolute, out var uri) ? uri.IdnHost : null;

    private static bool IsWeb(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    [GeneratedRegex(@"://|\p{L}\.\p{L}")]
    private static partial Regex LooksLikeAddress();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex HiddenMarker();
}
