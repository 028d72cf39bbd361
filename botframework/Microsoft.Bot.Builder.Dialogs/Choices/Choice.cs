using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something to choose.</summary>
public class Choice
{
    public Choice(string value = null) => Value = value;

    /// <summary>What is returned when it is chosen, shown too unless <see cref="Action"/> has a title.</summary>
    [JsonPropertyName("value")]
    public string Value { get; set; }

    /// <summary>The button; by default one that sends <see cref="Value"/> as the person's message.</summary>
    [JsonPropertyName("action")]
    public CardAction Action { get; set; }

    /// <summary>Other words that mean this choice.</summary>
    [JsonPropertyName("synonyms")]
    public List<string> Synonyms { get; set; }
}
