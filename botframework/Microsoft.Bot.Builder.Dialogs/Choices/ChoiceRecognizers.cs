namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds out which choices a sentence means.</summary>
public class ChoiceRecognizers
{
    private static readonly FindChoicesOptions Default = new();

    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions options = null)
        => RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    /// <summary>
    /// Looks for the choices' words first, then for an ordinal, then for a number, and stops at the first that finds something:
    /// in "the third red one" the words count, not the third.
    /// </summary>
    /// <returns>What was found, in the sentence's order; empty when nothing was.</returns>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        if (string.IsNullOrEmpty(utterance) || list == null || list.Count == 0)
            return [];

        options ??= Default;
        var found = ByWords(utterance, list, options);
        if (found.Count > 0)
            return found;

        List<SaidPosition> said = options.RecognizeOrdinals ? [.. PositionFinder.Ordinals(utterance, list.Count)] : [];
        if (said.Count == 0 && options.RecognizeNumbers)
            said.AddRange(PositionFinder.Numbers(utterance));

        return [.. said.Where(p => p.Value >= 1 && p.Value <= list.Count).Select(p => ByPosition(utterance, list, p))];
    }

    private static List<ModelResult<FoundChoice>> ByWords(string utterance, IList<Choice> list, FindChoicesOptions options)
        => [.. ValueFinder.Find(utterance, Candidates(list, options), options).Select(found => Result(utterance, found.Start, found.End, new FoundChoice
        {
            Value = list[found.Candidate.Index].Value,
            Index = found.Candidate.Index,
            Score = found.Score,
            Synonym = found.Candidate.Value,
        }))];

    private static ModelResult<FoundChoice> ByPosition(string utterance, IList<Choice> list, SaidPosition position)
        => Result(utterance, position.Start, position.End, new FoundChoice
        {
            Value = list[position.Value - 1].Value,
            Index = position.Value - 1,
            Score = 1,
        });

    private static ModelResult<FoundChoice> Result(string utterance, int start, int end, FoundChoice choice) => new()
    {
        Text = utterance[start..(end + 1)],
        Start = start,
        End = end,
        TypeName = "choice",
        Resolution = choice,
    };

    private static List<Candidate> Candidates(IList<Choice> list, FindChoicesOptions options)
    {
        var candidates = new List<Candidate>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (!options.NoValue && list[i].Value is { } value)
                candidates.Add(new Candidate(value, i));
            if (!options.NoAction && list[i].Action?.Title is { } title)
                candidates.Add(new Candidate(title, i));
            foreach (var synonym in list[i].Synonyms ?? [])
                candidates.Add(new Candidate(synonym, i));
        }

        return candidates;
    }
}
