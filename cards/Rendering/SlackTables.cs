namespace Hausmeister.Cards.Rendering;

/// <summary>Tables, and what stands for them where there are none.</summary>
internal static class SlackTables
{
    /// <summary>Null for one that Slack would refuse.</summary>
    public static SlackTable? Of(TablePart table)
    {
        var columns = table.Rows[0].Count;
        List<int> cells = [.. table.Rows.SelectMany(row => row).Select(Length)];
        if (columns is 0 or > SlackTable.MostColumns || table.Rows.Count > SlackTable.MostRows || table.Rows.Any(row => row.Count != columns)
            || cells.Exists(cell => cell > SlackLimits.Text) || cells.Sum() > SlackTable.MostCharacters)
            return null;
        return new(
            [.. Enumerable.Repeat(new SlackColumn(IsWrapped: true), columns)],
            [.. table.Rows.Select((row, i) => (IReadOnlyList<SlackRichText>)[.. row.Select(cell => Cell(Words.Join("\n", cell), isHeader: i == 0))])]);
    }

    /// <summary>With the addresses, as Slack does not say that it does not count them.</summary>
    private static int Length(IReadOnlyList<Words> cell) => cell.Sum(line => line.Runs.Sum(run => run.Text.Length + (run.Link?.Length ?? 0)) + 1);

    /// <summary>A line per row: <c>*30 Nov* Bruno (Level 2 Ana) → Clara (for Ana)</c>.</summary>
    public static Words Lines(TablePart table) => Words.Join("\n", table.Rows.Skip(1).Select(row =>
        Words.Join(" ", [Words.Join(" ", row.FirstOrDefault([])).Bolder(), Words.Join(" → ", row.Skip(1).Select(Short))])));

    private static Words Short(IReadOnlyList<Words> cell) => cell.Count < 2
        ? cell.FirstOrDefault(Words.Empty)
        : cell[0].Then(Words.Literal(" (")).Then(Words.Join(", ", cell.Skip(1))).Then(Words.Literal(")"));

    private static SlackRichText Cell(Words words, bool isHeader) => new([new SlackRichSection([.. Pieces(isHeader ? words.Bolder() : words)])]);

    /// <summary>Neighbours of one look are one piece; an empty cell is refused.</summary>
    private static IEnumerable<SlackRichElement> Pieces(Words words)
    {
        if (words.IsEmpty)
        {
            yield return new SlackRichWords(" ");
            yield break;
        }

        for (var i = 0; i < words.Runs.Count;)
        {
            var (text, bold, link) = words.Runs[i];
            for (i++; i < words.Runs.Count && words.Runs[i].Bold == bold && words.Runs[i].Link == link; i++)
                text += words.Runs[i].Text;
            if (text.Length == 0)
                continue;
            var style = bold ? new SlackRichStyle(Bold: true) : null;
            yield return link is null ? new SlackRichWords(text, style) : new SlackRichLink(link, text, style);
        }
    }
}
