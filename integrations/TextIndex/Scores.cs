namespace Hausmeister.Integrations.TextIndex;

/// <summary>What the texts get for one part of a query, by their ids.</summary>
internal readonly record struct Scores(IReadOnlyDictionary<string, double> OfTexts)
{
    // A text with both fields or several parts is a little better than one with the best of them alone.
    private const double OthersWeight = 0.1;

    public static Scores None { get; } = new(new Dictionary<string, double>());

    /// <summary>The best of several, and a little of the others.</summary>
    public static Scores AnyOf(IEnumerable<Scores> several)
    {
        var (best, sum) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        foreach (var (id, score) in several.SelectMany(scores => scores.OfTexts))
        {
            best[id] = Math.Max(best.GetValueOrDefault(id), score);
            sum[id] = sum.GetValueOrDefault(id) + score;
        }
        return new(best.ToDictionary(text => text.Key, text => text.Value + OthersWeight * (sum[text.Key] - text.Value)));
    }
}

/// <summary>Adds up what the texts get for the parts of a query.</summary>
internal sealed class Ranking
{
    private readonly Dictionary<string, (double Score, int Parts)> texts = [];

    public void Add(Scores part)
    {
        foreach (var (id, score) in part.OfTexts)
        {
            var sofar = texts.GetValueOrDefault(id);
            texts[id] = (sofar.Score + score, sofar.Parts + 1);
        }
    }

    /// <param name="enough">How many parts of the query a text must have.</param>
    public IReadOnlyList<string> Best(int top, int enough) =>
        [.. texts.Where(text => text.Value.Parts >= enough).OrderByDescending(text => text.Value.Score).ThenBy(text => text.Key, StringComparer.Ordinal).Take(top).Select(text => text.Key)];
}
