namespace Microsoft.Bot.Schema;

/// <summary>A private suggestion about somebody's message.</summary>
public interface ISuggestionActivity : IMessageActivity
{
    IList<TextHighlight> TextHighlights { get; set; }
}
