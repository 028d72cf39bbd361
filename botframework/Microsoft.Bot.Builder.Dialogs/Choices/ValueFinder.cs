namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something to look for; <paramref name="Index"/> is the choice that it stands for.</summary>
internal readonly record struct Candidate(string Value, int Index);

/// <summary>A candidate that was found. The span is inclusive: of words while searching, of characters in the result.</summary>
internal readonly record struct FoundValue(Candidate Candidate, int Start, int End, float Score);

/// <summary>Looks for values in a sentence, word by word: each choice at most once, each word of the sentence for one choice only.</summary>
internal static class ValueFinder
{
    private const int DefaultTokenDistance = 2;

    /// <returns>What was found, in the sentence's order.</returns>
    public static List<FoundValue> Find(string utterance, List<Candidate> candidates, FindValuesOptions options)
    {
        var words = Token.Split(utterance);
        var found = new List<FoundValue>();

        // Longer values first: in "bread pudding, please" the choice "bread pudding" must win over "bread".
        foreach (var candidate in candidates.OrderByDescending(c => c.Value.Length))
            found.AddRange(Occurrences(words, candidate, options));

        return Distinct(found, words);
    }

    /// <summary>Searches on behind each match: "last one" is in "the last time I chose the last one", but not at the first "last".</summary>
    private static IEnumerable<FoundValue> Occurrences(List<Token> words, Candidate candidate, FindValuesOptions options)
    {
        var searched = Token.Split(candidate.Value);
        for (var from = 0; from < words.Count;)
        {
            if (Match(words, from, searched, candidate, options) is not { } match)
                yield break;

            yield return match;
            from = match.End + 1;
        }
    }

    /// <summary>Every word between two matched ones lowers the score, as does every word of the value that is missing.</summary>
    private static FoundValue? Match(List<Token> words, int from, List<Token> searched, Candidate candidate, FindValuesOptions options)
    {
        var maxDistance = options.MaxTokenDistance ?? DefaultTokenDistance;
        var (matched, skipped, start, end) = (0, 0, -1, -1);
        foreach (var token in searched)
        {
            var position = words.FindIndex(from, token.Matches);
            var distance = matched > 0 ? position - from : 0;
            if (position < 0 || distance > maxDistance)
                continue;

            matched++;
            skipped += distance;
            start = start < 0 ? position : start;
            end = position;
            from = position + 1;
        }

        if (matched == 0 || (matched < searched.Count && !options.AllowPartialMatches))
            return null;

        var completeness = (float)matched / searched.Count;
        var accuracy = (float)matched / (matched + skipped);
        return new FoundValue(candidate, start, end, completeness * accuracy);
    }

    private static List<FoundValue> Distinct(List<FoundValue> found, List<Token> words)
    {
        var indexes = new HashSet<int>();
        var used = new bool[words.Count];
        var distinct = new List<FoundValue>(found.Count);
        foreach (var match in found.OrderByDescending(m => m.Score))
        {
            var span = used.AsSpan(match.Start, match.End - match.Start + 1);
            if (span.Contains(true) || !indexes.Add(match.Candidate.Index))
                continue;

            span.Fill(true);
            distinct.Add(match with { Start = words[match.Start].Start, End = words[match.End].End });
        }

        distinct.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return distinct;
    }
}
