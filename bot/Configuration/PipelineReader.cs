using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Configuration;

/// <summary>Reads what the squad says of its nightly run.</summary>
internal static class PipelineReader
{
    private const string All = "all";

    public static PipelineSettings Read(ConfigObject pipeline)
    {
        pipeline["provider"].As(Formats.OneOf("airflow"));
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return new PipelineSettings(
            pipeline["dagId"].As(Formats.Text),
            pipeline["runs"].As(Formats.OneOf("scheduled", All)) == All,
            pipeline["postAt"].As(Formats.Time),
            pipeline["previewBefore"].As(Formats.HoursAndMinutes),
            pipeline["stages"].AsFilledList(stage => stage.AsObject(s => ReadStage(s, names))));
    }

    private static StageSettings ReadStage(ConfigObject stage, HashSet<string> names) => new(
        stage["name"].AsUnique(Formats.Text, names, "a name that no other stage has"),
        stage["calculated"].AsFilledList(node => node.As(Formats.Text)),
        stage.Optional("loaded")?.AsFilledList(node => node.As(Formats.Text)) ?? [],
        stage["target"].As(Formats.Time),
        stage.Optional("externalSla")?.As(Formats.Time));
}
