using System.Text.Json.Nodes;
using Hausmeister.Bot.Configuration;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Tests.Configuration;

/// <summary>A folder of squads' files, gone with the test.</summary>
internal sealed class SquadFiles : IDisposable
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "squads");
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("hausmeister-");

    public SquadFiles() => Directory.CreateDirectory(Folder);

    public static string Schema => File.ReadAllText(Path.Combine(Shipped, "squad.schema.json"));

    public string Folder => Path.Combine(root.FullName, "squads");

    public static JsonObject Sample() => JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped, "data-infra.json")))!.AsObject();

    /// <summary>The sample with one value replaced; <paramref name="json"/> null takes it out. Steps of the path are keys and indices.</summary>
    public static JsonObject SampleWith(string path, string? json)
    {
        var sample = Sample();
        var steps = path.Split('/');
        var parent = steps[..^1].Aggregate((JsonNode)sample, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (parent is JsonArray list)
            list[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = JsonNode.Parse(json!);
        else if (json is null)
            parent.AsObject().Remove(steps[^1]);
        else
            parent[steps[^1]] = JsonNode.Parse(json);
        return sample;
    }

    public SquadFiles With(string name, JsonNode file) => With(name, file.ToJsonString());

    public SquadFiles With(string name, string text)
    {
        File.WriteAllText(Path.Combine(Folder, name), text);
        return this;
    }

    public (IReadOnlyList<Squad> Squads, IReadOnlyList<string> Problems) Load()
    {
        var problems = new Problems();
        return (SquadFolder.Load(Folder, problems), problems.Lines);
    }

    public void Dispose() => root.Delete(recursive: true);
}
