namespace Hausmeister.Bot.Configuration;

/// <summary>The channels by which people reach the bot, as their ids stand in the configuration.</summary>
internal static class ChannelIds
{
    public static readonly IReadOnlyList<string> All = ["webchat", "msteams", "slack"];

    /// <summary>An object with a key per channel; a squad need not be on every one.</summary>
    public static IReadOnlyDictionary<string, T> Read<T>(ConfigObject channels, Func<string, ConfigValue, T> read) =>
        (from channel in All
         let value = channels.Optional(channel)
         where value is not null
         select (channel, value: read(channel, value))).ToDictionary(c => c.channel, c => c.value);
}
