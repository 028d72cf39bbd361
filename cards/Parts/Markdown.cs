using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

/// <summary>
/// A card's text. Written as an interpolated string: what stands in it literally is ours and is Markdown, what is filled in is
/// people's and is shown letter by letter. So nothing that somebody wrote can become a link or a format, and no call can forget that.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Markdown(int literalLength, int formattedCount)
{
    private const int UsualName = 24;

    private readonly StringBuilder source = new(literalLength + (formattedCount * UsualName));
    private readonly StringBuilder plain = new(literalLength + (formattedCount * UsualName));

    /// <summary>For a TextBlock or a FactSet.</summary>
    public string Source => source.ToString();

    /// <summary>The same words without any format: for notifications, and as a row's accessible name.</summary>
    public string Plain => plain.ToString();

    public void AppendLiteral(string ours)
    {
        source.Append(ours);
        plain.Append(ours.Replace("**", "", StringComparison.Ordinal));
    }

    /// <summary>People's words, on one line.</summary>
    public void AppendFormatted(string? words)
    {
        var line = PeoplesLine.Of(words);
        source.Append(MarkdownEscape.Line(line, atStart: source.Length == 0));
        plain.Append(line);
    }

    /// <summary>A character would be taken for its number.</summary>
    public void AppendFormatted(char character) => AppendFormatted(character.ToString());

    public void AppendFormatted(int number)
    {
        source.Append(CultureInfo.InvariantCulture, $"{number}");
        plain.Append(CultureInfo.InvariantCulture, $"{number}");
    }

    public void AppendFormatted(Priority priority) => AppendLiteral(priority.ToString());

    public void AppendFormatted(Markdown? words)
    {
        source.Append(words?.source);
        plain.Append(words?.plain);
    }

    /// <summary>For a switch or a condition, whose arms would otherwise be plain strings.</summary>
    public static Markdown Of(Markdown words) => words;

    public static Markdown Join(string separator, IEnumerable<Markdown?> parts)
    {
        var joined = new Markdown(0, 0);
        foreach (var part in parts.OfType<Markdown>().Where(p => p.source.Length > 0))
        {
            if (joined.source.Length > 0)
                joined.AppendLiteral(separator);
            joined.AppendFormatted(part);
        }

        return joined;
    }

    /// <summary>A link by a name; just the name where the address is none that a person may follow.</summary>
    public static Markdown Link(string name, Uri? address)
    {
        if (address is not { IsAbsoluteUri: true, Scheme: "https" or "http" or "tel" })
            return $"{name}";
        var link = new Markdown(0, 0);
        var shown = MarkdownEscape.Line(PeoplesLine.Of(name), atStart: false);
        // A number that is dialled stays in one line.
        link.source.Append(CultureInfo.InvariantCulture, $"[{(address.Scheme == "tel" ? shown.Replace(' ', '\u00a0') : shown)}]({Target(address)})");
        link.plain.Append(PeoplesLine.Of(name));
        return link;
    }

    /// <summary>People's words with their lines and paragraphs.</summary>
    /// <param name="longest">In UTF-16 units; what is longer ends in "…".</param>
    public static Markdown Paragraphs(string text, int longest)
    {
        var paragraphs = new Markdown(0, 0);
        var lines = PeoplesLine.Lines(text, longest);
        paragraphs.source.AppendJoin("\n\n", lines.Select(line => MarkdownEscape.Line(line, atStart: true)));
        paragraphs.plain.AppendJoin('\n', lines);
        return paragraphs;
    }

    private static string Target(Uri address) => address.AbsoluteUri
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal);
}
