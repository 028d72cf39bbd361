using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How many buttons a channel shows, after its own documentation.</summary>
internal static class ChannelLimits
{
    /// <summary>Characters; longer titles are cut off on some channels.</summary>
    public const int ActionTitleLength = 20;

    public static bool SupportsSuggestedActions(string channelId, int buttons, string conversationType)
        => channelId switch
        {
            Channels.Facebook or Channels.Skype => buttons <= 10,
            Channels.Line => buttons <= 13,
            Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat => buttons <= 100,
            Channels.Msteams => conversationType == "personal" && buttons <= 3,
            _ => false,
        };

    public static bool SupportsCardActions(string channelId, int buttons)
        => channelId switch
        {
            Channels.Facebook or Channels.Skype => buttons <= 3,
            Channels.Msteams => buttons <= 50,
            Channels.Line => buttons <= 99,
            Channels.Slack or Channels.Telegram or Channels.Emulator or Channels.Directline or Channels.DirectlineSpeech or Channels.Webchat => buttons <= 100,
            _ => false,
        };
}
