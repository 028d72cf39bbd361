using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The token that a client got for a card's action.</summary>
public class AdaptiveCardAuthentication
{
    public string Id { get; set; }

    public string ConnectionName { get; set; }

    public string Token { get; set; }

    /// <summary>Members of the JSON that have no property here; they survive a round trip.</summary>
    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Unknown { get; set; }
}
