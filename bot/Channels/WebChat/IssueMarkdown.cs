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
            if (!IsWeb(link.GetDynamicUrl?.Invoke() ?? link.Url)) link.ReplaceBy(new LiteralInline(link.Title ?? link.Url ?? ""));
        }
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsWeb(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        return document.ToHtml(Pipeline);
    }

    private static bool IsWeb(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex HiddenMarker();
}
