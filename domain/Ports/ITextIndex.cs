namespace Hausmeister.Domain.Ports;

/// <summary>Finds texts by their words, also by other forms of a word and with small typing errors. Lives in memory.</summary>
public interface ITextIndex
{
    /// <summary>Adds the text, or replaces the one with the same id.</summary>
    void Put(IndexedText text);

    /// <summary>The text with this id is not found any more.</summary>
    void Remove(string id);

    /// <summary>Texts that share meaningful words with the query, best first.</summary>
    IReadOnlyList<string> Search(string query, int top);
}

/// <param name="Title">Counts more than the rest.</param>
/// <param name="Words">Keywords, an answer, whatever else may match.</param>
public sealed record IndexedText(string Id, string Title, string Words);

public interface ITextIndexFactory
{
    ITextIndex Create(IEnumerable<IndexedText> texts);
}
