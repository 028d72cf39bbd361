namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something that was found in a sentence, and where.</summary>
public class ModelResult<T>
{
    /// <summary>The part of the sentence.</summary>
    public string Text { get; set; }

    /// <summary>The index of its first character.</summary>
    public int Start { get; set; }

    /// <summary>The index of its last character.</summary>
    public int End { get; set; }

    public string TypeName { get; set; }

    public T Resolution { get; set; }
}
