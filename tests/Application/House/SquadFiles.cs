using System.Text.Json.Nodes;

namespace Hausmeister.ApplicationTests.House;

/// <summary>The sample squad's file.</summary>
internal static class SquadFiles
{
    /// <summary>The folder with the sample as it is.</summary>
    public static string Sample { get; } = Path.Combine(AppContext.BaseDirectory, "squads");

    /// <summary>The sample without its nightly run, which would speak by itself in the midst of what a test is about.</summary>
    /// <param name="changes">Texts in the file, and what stands in their place.</param>
    public static string WriteQuiet(string folder, params ReadOnlySpan<(string From, string To)> changes) => Write(folder, hasNightlyRun: false, changes);

    public static string Write(string folder, bool hasNightlyRun, params ReadOnlySpan<(string From, string To)> changes)
    {
        const string File = "data-infra.json";
        var squad = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(Sample, File)))!.AsObject();
        if (!hasNightlyRun)
            squad.Remove("pipeline");
        var text = squad.ToJsonString();
        foreach (var (from, to) in changes)
            text = text.Replace(from, to, StringComparison.Ordinal);
        Directory.CreateDirectory(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, File), text);
        return folder;
    }
}
