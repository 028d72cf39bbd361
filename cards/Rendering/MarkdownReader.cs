using System.Text;

namespace Hausmeister.Cards.Rendering;

/// <summary>Reads the Markdown that stands in cards: bold, links and escapes. Anything else is the letters that it is written with.</summary>
internal sealed class MarkdownReader
{
    private const string BoldMark = "**";

    private static readonly string[] Followed = ["http", "https", "mailto", "tel"];

    private readonly string source;
    private readonly List<Run> runs = [];
    private readonly StringBuilder text = new();
    private bool bold;
    private int at;

    private MarkdownReader(string source) => this.source = source;

    public static Words Read(string? markdown)
    {
        if (string.IsNullOrEmpty(markdown))
            return Words.Empty;
        var reader = new MarkdownReader(markdown);
        reader.Read();
        return new(reader.runs);
    }

    /// <summary>An address as Slack is given it, or null where it is none to follow.</summary>
    public static string? Address(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && Followed.Contains(uri.Scheme) ? uri.AbsoluteUri : null;

    private void Read()
    {
        while (at < source.Length)
        {
            if (IsEscape(at))
                Take(source[at + 1], 2);
            else if (source[at] is '\n' or '\r')
                BreakLine();
            else if (IsBoldMark(at) && (bold || ClosesLater()))
                ToggleBold();
            else if (source[at] != '[' || !TryLink())
                Take(source[at], 1);
        }

        Flush();
    }

    private void Take(char letter, int length)
    {
        text.Append(letter);
        at += length;
    }

    /// <summary>A paragraph's end is a line's end.</summary>
    private void BreakLine()
    {
        while (text.Length > 0 && text[^1] is ' ' or '\t')
            text.Length--;
        text.Append('\n');
        while (at < source.Length && char.IsWhiteSpace(source[at]))
            at++;
    }

    private void ToggleBold()
    {
        Flush();
        bold = !bold;
        at += BoldMark.Length;
    }

    private bool TryLink()
    {
        var label = new StringBuilder();
        var i = at + 1;
        for (; i < source.Length && source[i] != ']'; i++)
            label.Append(IsEscape(i) ? source[++i] : source[i]);
        if (i + 1 >= source.Length || source[i + 1] != '(' || source.IndexOf(')', i) is var end && end < 0)
            return false;
        Flush();
        var address = Address(source[(i + 2)..end]);
        runs.Add(new Run(label.ToString(), bold, address));
        at = end + 1;
        return true;
    }

    private void Flush()
    {
        if (text.Length > 0)
            runs.Add(new Run(text.ToString(), bold));
        text.Clear();
    }

    private bool IsEscape(int i) => source[i] == '\\' && i + 1 < source.Length && (char.IsPunctuation(source[i + 1]) || char.IsSymbol(source[i + 1]));

    private bool IsBoldMark(int i) => string.CompareOrdinal(source, i, BoldMark, 0, BoldMark.Length) == 0;

    private bool ClosesLater()
    {
        for (var i = at + BoldMark.Length; i < source.Length; i++)
        {
            if (IsEscape(i))
                i++;
            else if (IsBoldMark(i))
                return true;
        }

        return false;
    }
}
