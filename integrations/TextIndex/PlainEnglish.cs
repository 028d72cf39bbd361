using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Hausmeister.Integrations.TextIndex;

/// <summary>A word of a text by its stem, or an identifier such as my_sales as a whole and by its parts.</summary>
internal sealed record Word(string Stem, IReadOnlyList<string> Parts);

/// <summary>Lucene's English analysis, which also takes identifiers apart and drops the words that every question has.</summary>
internal sealed class PlainEnglish : Analyzer
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private const WordDelimiterFlags Identifiers = WordDelimiterFlags.PRESERVE_ORIGINAL
        | WordDelimiterFlags.GENERATE_WORD_PARTS | WordDelimiterFlags.GENERATE_NUMBER_PARTS | WordDelimiterFlags.SPLIT_ON_CASE_CHANGE;

    private static readonly CharArraySet Stop = StopWords(
        "a about again all also am an and any anybody anyone are as at be because been but by can cannot could did do does doing for from get gets getting "
        + "had has have hello help hey hi how i if in into is it its just me my need no not now of on or our please so some somebody someone such thank thanks that "
        + "the their them then there these they this those to us very want was we were what when where which who why will with would you your");

    /// <summary>The text's words without what says nothing, each once, in order.</summary>
    public IReadOnlyList<Word> Words(string text) => [.. Group(Tokens(text)).DistinctBy(word => word.Stem)];

    /// <summary>All terms of a text, as often as they come.</summary>
    public IReadOnlyList<string> Terms(string text) => [.. Tokens(text).Select(token => token.Term)];

    private List<(string Term, int Start, int End)> Tokens(string text)
    {
        List<(string, int, int)> tokens = [];
        using var stream = GetTokenStream("", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var offset = stream.GetAttribute<IOffsetAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) tokens.Add((term.ToString(), offset.StartOffset, offset.EndOffset));
        stream.End();
        return tokens;
    }

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new StandardTokenizer(Version, reader);
        TokenStream words = new WordDelimiterFilter(Version, new EnglishPossessiveFilter(Version, source), Identifiers, null);
        words = new StopFilter(Version, new LowerCaseFilter(Version, words), Stop);
        return new TokenStreamComponents(source, new PorterStemFilter(words));
    }

    // The parts of an identifier lie within its offsets and come after it.
    private static IEnumerable<Word> Group(List<(string Term, int Start, int End)> tokens)
    {
        for (var i = 0; i < tokens.Count;)
        {
            var (whole, _, end) = tokens[i];
            var parts = tokens.Skip(i + 1).TakeWhile(t => t.Start < end).Select(t => t.Term).ToList();
            yield return new(whole, parts);
            i += 1 + parts.Count;
        }
    }

    private static CharArraySet StopWords(string words) => new(Version, words.Split(' '), ignoreCase: true);
}
