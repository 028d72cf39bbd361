namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are written as text. What is null takes the English default.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    /// <summary>Between choices; ", " by default.</summary>
    public string InlineSeparator { get; set; }

    /// <summary>Between two choices that are all; " or " by default.</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of three or more; ", or " by default.</summary>
    public string InlineOrMore { get; set; }

    /// <summary>Whether choices are numbered from 1; true by default.</summary>
    public bool? IncludeNumbers { get; set; }
}
