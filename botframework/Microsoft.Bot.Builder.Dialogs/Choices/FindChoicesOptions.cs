namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are looked for in a sentence.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Whether <see cref="Choice.Value"/> is left out of the search.</summary>
    public bool NoValue { get; set; }

    /// <summary>Whether the title of <see cref="Choice.Action"/> is left out of the search.</summary>
    public bool NoAction { get; set; }

    /// <summary>Whether "2" and "two" mean the second choice.</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>Whether "2nd" and "the second one" mean the second choice.</summary>
    public bool RecognizeOrdinals { get; set; } = true;
}
