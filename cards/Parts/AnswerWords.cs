using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about the answer to a question.</summary>
internal static class AnswerWords
{
    private const int Longest = 2_000;

    /// <summary>The words and the link, whichever there are.</summary>
    public static Markdown Of(Answer answer) => (answer.Text, answer.Link) switch
    {
        ({ } text, { } link) => Markdown.Link(text, link),
        ({ } text, null) => Markdown.Paragraphs(text, Longest),
        (null, { } link) => Link(link),
        _ => Markdown.Of($"answered elsewhere"),
    };

    /// <summary>A link that somebody gave is named by where it leads.</summary>
    public static Markdown Link(Uri link) => Markdown.Link(Links.Address(link), link);
}
