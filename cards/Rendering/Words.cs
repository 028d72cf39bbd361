namespace Hausmeister.Cards.Rendering;

/// <summary>Words of one look.</summary>
/// <param name="Link">An address that a person may follow; null: no link.</param>
internal readonly record struct Run(string Text, bool Bold = false, string? Link = null);

/// <summary>A card's text as it is meant, before any channel's marks and escapes.</summary>
internal sealed class Words(IReadOnlyList<Run> runs)
{
    private string? plain;
    private string? mrkdwn;

    public static Words Empty { get; } = new([]);

    public IReadOnlyList<Run> Runs => runs;

    public string Plain => plain ??= runs.Count == 1 ? runs[0].Text : string.Concat(runs.Select(run => run.Text));

    /// <summary>As Slack formats it; it is asked for its length before it is sent.</summary>
    public string Mrkdwn => mrkdwn ??= SlackText.Mrkdwn(this);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Plain);

    /// <summary>Neither bold nor a link is in it.</summary>
    public bool IsPlain => runs.All(run => run is { Bold: false, Link: null });

    public static Words Literal(string? text, bool bold = false) => string.IsNullOrEmpty(text) ? Empty : new([new Run(text, bold)]);

    public static Words Join(string separator, params IEnumerable<Words> parts)
    {
        List<Run> joined = [];
        foreach (var part in parts.Where(part => !part.IsEmpty))
        {
            if (joined.Count > 0)
                joined.Add(new Run(separator));
            joined.AddRange(part.Runs);
        }

        return new(joined);
    }

    public Words Bolder() => new([.. runs.Select(run => run with { Bold = true })]);

    public Words Then(Words more) => new([.. runs, .. more.Runs]);

    /// <param name="isTooLong">Of a link by itself: one that is becomes its words.</param>
    public Words Unlinked(Func<Words, bool> isTooLong) => new([.. runs.Select(run => run.Link is not null && isTooLong(new([run])) ? run with { Link = null } : run)]);

    /// <summary>Where the link begins and ends in whose midst this is; else the same place.</summary>
    public (int Start, int End) LinkAround(int at)
    {
        var start = 0;
        foreach (var run in runs)
        {
            if (run.Link is not null && start < at && at < start + run.Text.Length)
                return (start, start + run.Text.Length);
            start += run.Text.Length;
        }

        return (at, at);
    }

    /// <summary>From one UTF-16 unit to another; a link that is cut stays one.</summary>
    public Words Slice(int from, int to)
    {
        List<Run> slice = [];
        var at = 0;
        foreach (var run in runs)
        {
            var (first, last) = (Math.Max(from - at, 0), Math.Min(to - at, run.Text.Length));
            if (first < last)
                slice.Add(run with { Text = run.Text[first..last] });
            at += run.Text.Length;
        }

        return new(slice);
    }
}
