using Hausmeister.Domain.Ports;

namespace Hausmeister.Integrations.TextIndex;

/// <summary>
/// Full text in memory: Lucene's English analysis, ranked by BM25. Any number of threads may use it. Lucene's own index is not used:
/// it makes a new segment for each change and an automaton for each typing error, and so costs milliseconds where this takes microseconds.
/// </summary>
internal sealed class MemoryTextIndex : ITextIndex, IDisposable
{
    private const double TitleBoost = 3;
    private const double TypoBoost = 0.6;
    private const int ShortestWithTypo = 4;

    // The first words of a long text say what it is about.
    private const int MostWords = 100;

    private readonly Lock gate = new();
    private readonly PlainEnglish english = new();
    private readonly IndexedField titles = new();
    private readonly IndexedField words = new();

    public void Put(IndexedText text)
    {
        lock (gate)
        {
            titles.Put(text.Id, english.Terms(text.Title));
            words.Put(text.Id, english.Terms(text.Words));
        }
    }

    public void Remove(string id)
    {
        lock (gate)
        {
            titles.Remove(id);
            words.Remove(id);
        }
    }

    public IReadOnlyList<string> Search(string query, int top)
    {
        lock (gate)
        {
            var asked = english.Words(query);
            var found = new Ranking();
            foreach (var clause in asked.Take(MostWords).SelectMany(Clauses))
                found.Add(clause);
            return found.Best(top, Enough(asked.Count));
        }
    }

    public void Dispose() => english.Dispose();

    // One word of many may be shared by chance.
    private static int Enough(int words) => words switch { <= 2 => 1, <= 8 => 2, _ => 3 };

    private IEnumerable<Scores> Clauses(Word word)
    {
        yield return Anywhere(word.Stem);
        // An identifier that is shared as a whole is shared by its parts too and so counts twice: it alone makes two texts alike.
        if (word.Parts.Count > 0)
            yield return Scores.AnyOf(word.Parts.Select(Anywhere));
    }

    private Scores Anywhere(string stem)
    {
        // A word that the texts know is meant as it stands.
        var isTypo = stem.Length >= ShortestWithTypo && !titles.Has(stem) && !words.Has(stem);
        return isTypo
            ? Scores.AnyOf([.. titles.ScoresLike(stem, TitleBoost * TypoBoost), .. words.ScoresLike(stem, TypoBoost)])
            : Scores.AnyOf([titles.ScoresOf(stem, TitleBoost), words.ScoresOf(stem, 1)]);
    }
}

/// <summary>Makes an index for a set of texts.</summary>
public sealed class TextIndexFactory : ITextIndexFactory
{
    public ITextIndex Create(IEnumerable<IndexedText> texts)
    {
        var index = new MemoryTextIndex();
        foreach (var text in texts)
            index.Put(text);
        return index;
    }
}
