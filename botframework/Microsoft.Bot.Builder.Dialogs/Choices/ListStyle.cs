namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are shown.</summary>
public enum ListStyle
{
    /// <summary>Not at all: the question names them.</summary>
    None,

    /// <summary>The best that the channel can do; see <see cref="ChoiceFactory.ForChannel(string, IList{Choice}, string, string, ChoiceFactoryOptions)"/>.</summary>
    Auto,

    /// <summary>In the text: "(1) red, (2) green, or (3) blue".</summary>
    Inline,

    /// <summary>In the text, one per line.</summary>
    List,

    /// <summary>Buttons that go away when one is tapped.</summary>
    SuggestedAction,

    /// <summary>Buttons on a card.</summary>
    HeroCard,
}
