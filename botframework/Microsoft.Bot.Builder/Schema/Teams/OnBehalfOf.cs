using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>In whose name a message is sent.</summary>
public class OnBehalfOf
{
    public int ItemId { get; set; }

    public string MentionType { get; set; }

    public string Mri { get; set; }

    public string DisplayName { get; set; }

    /// <summary>Members of the JSON that have no property here; they survive a round trip.</summary>
    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement> Unknown { get; set; }
}
