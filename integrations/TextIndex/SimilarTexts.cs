using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util.Automaton;

namespace Hausmeister.Integrations.TextIndex;

/// <summary>The query for texts that share enough of some words to be about the same thing.</summary>
internal static class SimilarTexts
{
    private const float TitleBoost = 3;
    private const float TypoBoost = 0.6f;
    private const int ShortestWithTypo = 4;

    // Lucene allows 1,024 clauses; the first words of a long text say what it is about.
    private const int MostWords = 100;

    public static Query Of(IReadOnlyList<Word> words, IndexReader index)
    {
        var query = new BooleanQuery(disableCoord: true) { MinimumNumberShouldMatch = Enough(words.Count) };
        foreach (var word in words.Take(MostWords))
        {
            query.Add(Anywhere(word.Stem, index), Occur.SHOULD);
            // An identifier that is shared as a whole is shared by its parts too and so counts twice: it alone makes two texts alike.
            if (word.Parts.Count > 0) query.Add(AnyOf(word.Parts.Select(part => Anywhere(part, index))), Occur.SHOULD);
        }
        return query;
    }

    // One word of many may be shared by chance.
    private static int Enough(int words) => words switch { <= 2 => 1, <= 8 => 2, _ => 3 };

    private static DisjunctionMaxQuery Anywhere(string stem, IndexReader index)
    {
        var (title, words) = (new Term(LuceneTextIndex.Title, stem), new Term(LuceneTextIndex.Words, stem));
        // A word that the texts know is meant as it stands.
        var typo = stem.Length >= ShortestWithTypo && index.DocFreq(title) == 0 && index.DocFreq(words) == 0;
        return typo
            ? AnyOf([Boosted(Typo(title), TitleBoost * TypoBoost), Boosted(Typo(words), TypoBoost)])
            : AnyOf([Boosted(new TermQuery(title), TitleBoost), new TermQuery(words)]);
    }

    // The first letter is rarely wrong, and looking past it costs most of the time.
    private static FuzzyQuery Typo(Term term) =>
        new(term, term.Text.Length < 8 ? 1 : LevenshteinAutomata.MAXIMUM_SUPPORTED_DISTANCE, prefixLength: 1);

    private static DisjunctionMaxQuery AnyOf(IEnumerable<Query> queries) => new([.. queries], tieBreakerMultiplier: 0.1f);

    private static Query Boosted(Query query, float boost)
    {
        query.Boost = boost;
        return query;
    }
}
