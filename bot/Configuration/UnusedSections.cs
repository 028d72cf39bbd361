namespace Hausmeister.Bot.Configuration;

/// <summary>
/// Sections that a squad's file may have already and that no room uses yet: alarms and monitoring.
/// Their shape is checked, so that a mistake in them is told when it is made.
/// </summary>
internal static class UnusedSections
{
    public static void Check(ConfigObject squad)
    {
        squad.Optional("monitoring")?.Check(CheckMonitoring);
    }

    /// <summary>The rooms of the alarms, a room per channel.</summary>
    public static void CheckChannels(ConfigObject channels) =>
        channels.Optional("alarms")?.AsObject(rooms => ChannelIds.Read(rooms, (_, room) => room.As(Formats.Text)));

    private static void CheckMonitoring(ConfigObject monitoring)
    {
        monitoring["dashboard"].As(Formats.ShardedAddress);
        monitoring["shards"].AsFilledList(shard => shard.As(Formats.Text));
    }
}
