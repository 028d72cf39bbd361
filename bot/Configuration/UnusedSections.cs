namespace Hausmeister.Bot.Configuration;

/// <summary>
/// Sections that a squad's file may have already and that no room uses yet: alarms, pipeline, monitoring.
/// Their shape is checked, so that a mistake in them is told when it is made.
/// </summary>
internal static class UnusedSections
{
    public static void Check(ConfigObject squad)
    {
        squad.Optional("pipeline")?.Check(CheckPipeline);
        squad.Optional("monitoring")?.Check(CheckMonitoring);
    }

    /// <summary>The rooms of the alarms and of the crash reports, a room per channel.</summary>
    public static void CheckChannels(ConfigObject channels)
    {
        foreach (var key in new[] { "alarms", "crash" })
            channels.Optional(key)?.AsObject(rooms => ChannelIds.Read(rooms, (_, room) => room.As(Formats.Text)));
    }

    private static void CheckPipeline(ConfigObject pipeline)
    {
        pipeline["provider"].As(Formats.OneOf("airflow"));
        pipeline["dagId"].As(Formats.Text);
        pipeline["runs"].As(Formats.OneOf("scheduled", "all"));
        pipeline["postAt"].As(Formats.Time);
        pipeline["previewBefore"].As(Formats.HoursAndMinutes);
        pipeline["stages"].AsFilledList(stage => stage.Check(CheckStage));
    }

    private static void CheckStage(ConfigObject stage)
    {
        stage["name"].As(Formats.Text);
        stage["calculated"].AsFilledList(task => task.As(Formats.Text));
        stage.Optional("loaded")?.AsFilledList(task => task.As(Formats.Text));
        stage["target"].As(Formats.Time);
        stage.Optional("externalSla")?.As(Formats.Time);
    }

    private static void CheckMonitoring(ConfigObject monitoring)
    {
        monitoring["dashboard"].As(Formats.ShardedAddress);
        monitoring["shards"].AsFilledList(shard => shard.As(Formats.Text));
    }
}
