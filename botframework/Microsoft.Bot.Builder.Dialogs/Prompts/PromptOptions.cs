using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt asks; stored with the prompt until it is answered.</summary>
public class PromptOptions
{
    [JsonPropertyName("prompt")]
    public Activity Prompt { get; set; }

    /// <summary>Sent instead of <see cref="Prompt"/> when the answer did not fit.</summary>
    [JsonPropertyName("retryPrompt")]
    public Activity RetryPrompt { get; set; }

    [JsonPropertyName("choices")]
    public IList<Choice> Choices { get; set; }

    /// <summary>Goes before <see cref="ChoicePrompt.Style"/>.</summary>
    [JsonPropertyName("style")]
    public ListStyle? Style { get; set; }

    /// <summary>For the validator, who knows what it means.</summary>
    [JsonPropertyName("validations")]
    public object Validations { get; set; }

    [JsonPropertyName("recognizeLanguage")]
    public string RecognizeLanguage { get; set; }
}
