using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One entry of a dialog stack: which dialog, and what it keeps between turns.</summary>
public class DialogInstance
{
    [JsonPropertyName("id")]
    public string Id { get; set; }

    [JsonPropertyName("state")]
    public IDictionary<string, object> State { get; set; }

    [JsonPropertyName("stackIndex")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? StackIndex { get; set; }

    /// <summary>The container's <see cref="DialogContainer.GetInternalVersion"/> when it last ran.</summary>
    [JsonPropertyName("version")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string Version { get; set; }
}
