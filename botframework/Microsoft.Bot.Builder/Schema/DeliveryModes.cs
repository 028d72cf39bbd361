namespace Microsoft.Bot.Schema;

/// <summary>How answers reach the one who sent the activity.</summary>
public static class DeliveryModes
{
    public const string Normal = "normal";
    public const string Notification = "notification";
    public const string ExpectReplies = "expectReplies";
    public const string Ephemeral = "ephemeral";
}
