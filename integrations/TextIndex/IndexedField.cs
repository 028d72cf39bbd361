using F23.StringSimilarity;

namespace Hausmeister.Integrations.TextIndex;

/// <summary>One field of all texts: which text has which term how often.</summary>
internal sealed class IndexedField
{
    // BM25 with the constants that Lucene and Elasticsearch have.
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;

    private static readonly OptimalStringAlignment Edits = new();

    private readonly Dictionary<string, Dictionary<string, int>> postings = [];
    private readonly Dictionary<string, IReadOnlyList<string>> texts = [];

    // The first letter is rarely wrong, and looking past it costs most of the time.
    private readonly Dictionary<char, HashSet<string>> vocabulary = [];
    private long length;

    public bool Has(string term) => postings.ContainsKey(term);

    public void Put(string id, IReadOnlyList<string> terms)
    {
        Remove(id);
        texts.Add(id, terms);
        length += terms.Count;
        foreach (var term in terms)
        {
            if (!postings.TryGetValue(term, out var having))
            {
                postings.Add(term, having = []);
                Learn(term);
            }
            having[id] = having.GetValueOrDefault(id) + 1;
        }
    }

    public void Remove(string id)
    {
        if (!texts.Remove(id, out var terms))
            return;
        length -= terms.Count;
        foreach (var term in terms.Distinct())
        {
            postings[term].Remove(id);
            if (postings[term].Count > 0)
                continue;
            postings.Remove(term);
            vocabulary[term[0]].Remove(term);
        }
    }

    public Scores ScoresOf(string term, double boost)
    {
        if (!postings.TryGetValue(term, out var having))
            return Scores.None;
        var rarity = Math.Log(1 + (texts.Count - having.Count + 0.5) / (having.Count + 0.5));
        return new(having.ToDictionary(text => text.Key, text => boost * rarity * Weight(text.Value, texts[text.Key].Count)));
    }

    /// <summary>The terms that differ by a typing error; of a long word, by two.</summary>
    public IEnumerable<Scores> ScoresLike(string term, double boost)
    {
        var most = term.Length < 8 ? 1 : 2;
        foreach (var like in vocabulary.GetValueOrDefault(term[0], []))
        {
            if (Math.Abs(like.Length - term.Length) <= most && Edits.Distance(like, term) is var edits && edits <= most)
                yield return ScoresOf(like, boost * (1 - edits / Math.Min(like.Length, term.Length)));
        }
    }

    private double Weight(int count, int textLength)
    {
        var average = (double)length / texts.Count;
        return count * (Saturation + 1) / (count + Saturation * (1 - LengthWeight + LengthWeight * textLength / average));
    }

    private void Learn(string term)
    {
        if (!vocabulary.TryGetValue(term[0], out var sharing))
            vocabulary.Add(term[0], sharing = []);
        sharing.Add(term);
    }
}
