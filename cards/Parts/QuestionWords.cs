using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

/// <summary>What the buttons of a question say. With a thread that it came from, what they do is read there; 30 characters at most.</summary>
internal static class QuestionWords
{
    public const string TypeAndPost = "Type the answer, I post it";

    public static string Type(Origin? origin) => origin is null ? "Type the answer" : TypeAndPost;

    public static string Elsewhere(Origin? origin) => origin is null ? "Answered elsewhere" : "I answered myself";

    /// <summary>An answer that was typed earlier has no link.</summary>
    public static string Pick(Origin? origin, Uri? link) => (origin, link) switch
    {
        (null, _) => "This link answered it",
        (_, null) => "Post this answer in the thread",
        _ => "Post this link in the thread",
    };
}
