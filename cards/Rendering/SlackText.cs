using System.Text;

namespace Hausmeister.Cards.Rendering;

/// <summary>
/// The one place where words become Slack's. Slack has no escape for its marks, so look-alikes stand for those that would format,
/// and an invisible word joiner stands in what would call people or be a picture. Slack's rules: docs.slack.dev/messaging/formatting-message-text.
/// </summary>
internal static class SlackText
{
    private const char WordJoiner = '\u2060';
    private const string Pairs = "_~`";

    /// <summary>Plain text as long as nothing in it is bold or a link: nothing formats there.</summary>
    public static SlackTextObject Of(Words words) => words.IsPlain ? new SlackPlainText(words.Plain) : new SlackMrkdwn(words.Mrkdwn);

    public static int Length(Words words) => words.IsPlain ? words.Plain.Length : words.Mrkdwn.Length;

    /// <summary>Each line after Slack's bar.</summary>
    public static SlackMrkdwn Quoted(Words words) => new("> " + words.Mrkdwn.Replace("\n", "\n> ", StringComparison.Ordinal));

    public static int QuotedLength(Words words) => Quoted(words).Text.Length;

    /// <summary>Words that are shown letter by letter where Slack formats.</summary>
    public static string Literal(string words) => Mrkdwn(Words.Literal(words));

    public static string Mrkdwn(Words words)
    {
        var all = words.Plain;
        var written = new StringBuilder(all.Length + 16);
        var pairs = PairsOf(all, hasMarks: !words.IsPlain);
        var bold = words.IsPlain ? null : BoldOf(words);
        var start = 0;
        foreach (var run in words.Runs)
        {
            var end = start + run.Text.Length;
            if (run.Link is { } link)
                Link(written, link, run.Text, all, start, pairs, bold);
            else
                for (var i = start; i < end; i++)
                    Letter(written, all, i, pairs, bold);
            start = end;
        }

        if (bold is not null && all.Length > 0 && bold[^1])
            written.Append('*');
        return written.ToString();
    }

    private static void Letter(StringBuilder written, string all, int i, bool[]? pairs, bool[]? bold)
    {
        if (bold is not null && bold[i] != (i > 0 && bold[i - 1]))
            written.Append('*');
        Escape(written, all, i, pairs);
    }

    private static void Link(StringBuilder written, string address, string label, string all, int start, bool[]? pairs, bool[]? bold)
    {
        if (label.Length == 0)
            return;
        if (bold is not null && bold[start] != (start > 0 && bold[start - 1]))
            written.Append('*');
        written.Append('<').Append(Target(address)).Append('|');
        for (var i = start; i < start + label.Length; i++)
        {
            if (all[i] == '|')
                written.Append('¦');
            else if (all[i] == '\n')
                written.Append(' ');
            else
                Escape(written, all, i, pairs);
        }

        // Slack documents no links that dial, so the number itself is always to be read.
        if (address.StartsWith("tel:", StringComparison.Ordinal) && Digits(label) != Digits(address))
            written.Append(' ').Append(address["tel:".Length..]);
        written.Append('>');
    }

    private static string Target(string address) => address
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("|", "%7C", StringComparison.Ordinal)
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static void Escape(StringBuilder written, string all, int i, bool[]? pairs)
    {
        switch (all[i])
        {
            case '&':
                written.Append("&amp;");
                break;
            case '<':
                written.Append("&lt;");
                if (i + 1 < all.Length && all[i + 1] is '!' or '@' or '#')
                    written.Append(WordJoiner);
                break;
            case '>':
                if (IsLineStart(all, i))
                    written.Append(WordJoiner);
                written.Append("&gt;");
                break;
            case ':':
                written.Append(':');
                if (OpensEmoji(all, i))
                    written.Append(WordJoiner);
                break;
            case '*':
                written.Append('∗');
                break;
            case var mark and ('_' or '~' or '`') when pairs![i]:
                written.Append(mark switch { '_' => 'ˍ', '~' => '∼', _ => 'ˋ' });
                break;
            case var letter:
                written.Append(letter);
                break;
        }
    }

    /// <summary>A name between colons, as in :tada:, whatever stands beside them; but not the minutes of 10:30:45 and 10:30+01:00.</summary>
    private static bool OpensEmoji(string all, int i)
    {
        var end = i + 1;
        while (end < all.Length && (char.IsLetterOrDigit(all[end]) || all[end] is '_' or '-' or '+' or '\''))
            end++;
        if (end == i + 1 || end == all.Length || all[end] != ':')
            return false;
        var isTime = i > 0 && char.IsAsciiDigit(all[i - 1]) && !all.AsSpan(i + 1, end - i - 1).ContainsAnyExceptInRange('+', '9');
        return !isTime;
    }

    /// <summary>Which marks stand around words: they open before one and close after one in the same line. Inside a word, as in my_sales, and alone they format nothing.</summary>
    /// <param name="hasMarks">Bold or links stand in it: their marks touch words that a space seems to be beside.</param>
    private static bool[]? PairsOf(string all, bool hasMarks)
    {
        if (all.AsSpan().IndexOfAny(Pairs) < 0)
            return null;
        var pairs = new bool[all.Length];
        foreach (var mark in Pairs)
        {
            List<int> open = [];
            // Code may have spaces at its ends.
            var isLoose = hasMarks || mark == '`';
            for (var i = 0; i < all.Length; i++)
            {
                if (all[i] == '\n')
                    open.Clear();
                if (all[i] != mark || IsInsideWord(all, i))
                    continue;
                if (open.Count > 0 && (isLoose || !char.IsWhiteSpace(all[i - 1])))
                {
                    pairs[i] = true;
                    open.ForEach(opening => pairs[opening] = true);
                }

                if (isLoose || (i + 1 < all.Length && !char.IsWhiteSpace(all[i + 1])))
                    open.Add(i);
            }
        }

        return pairs;
    }

    /// <summary>Bold goes from one word's edge to another's within a line, with the spaces outside, or Slack shows its stars.</summary>
    private static bool[] BoldOf(Words words)
    {
        var all = words.Plain;
        var bold = new bool[all.Length];
        var start = 0;
        foreach (var run in words.Runs)
        {
            if (run.Bold)
                Array.Fill(bold, true, start, run.Text.Length);
            start += run.Text.Length;
        }

        Widen(all, bold);
        for (var i = 0; i < all.Length; i++)
            bold[i] &= all[i] != '\n' && !(char.IsWhiteSpace(all[i]) && IsBoldsEdge(all, bold, i));
        FillLinks(words, bold);
        return bold;
    }

    /// <summary>To whole words.</summary>
    private static void Widen(string all, bool[] bold)
    {
        for (var i = 1; i < all.Length; i++)
            bold[i] |= bold[i - 1] && IsOfWord(all, i - 1) && IsOfWord(all, i);
        for (var i = all.Length - 2; i >= 0; i--)
            bold[i] |= bold[i + 1] && IsOfWord(all, i) && IsOfWord(all, i + 1);
    }

    /// <summary>A link is bold as a whole: a mark among its words would be one of them.</summary>
    private static void FillLinks(Words words, bool[] bold)
    {
        var start = 0;
        foreach (var run in words.Runs)
        {
            if (run.Link is not null && run.Text.Length > 0 && bold.AsSpan(start, run.Text.Length).Contains(true))
                Array.Fill(bold, true, start, run.Text.Length);
            start += run.Text.Length;
        }
    }

    /// <summary>A space with nothing bold before it, or nothing but spaces until the bold ends.</summary>
    private static bool IsBoldsEdge(string all, bool[] bold, int i)
    {
        if (i == 0 || !bold[i - 1])
            return true;
        var next = i;
        while (next < all.Length && bold[next] && char.IsWhiteSpace(all[next]))
            next++;
        return next == all.Length || !bold[next] || all[next] == '\n';
    }

    private static bool IsLineStart(string all, int i)
    {
        while (i > 0 && (all[i - 1] is ' ' or '\t'))
            i--;
        return i == 0 || all[i - 1] == '\n';
    }

    private static bool IsInsideWord(string all, int i) => i > 0 && i + 1 < all.Length && char.IsLetterOrDigit(all[i - 1]) && char.IsLetterOrDigit(all[i + 1]);

    private static bool IsOfWord(string all, int i) => char.IsLetterOrDigit(all[i]) || (Pairs.Contains(all[i], StringComparison.Ordinal) && IsInsideWord(all, i));
}
