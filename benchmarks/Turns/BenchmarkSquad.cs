using System.Text.Json.Nodes;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>The sample squad with a member for each conversation, so that nobody waits for somebody else's documents.</summary>
internal static class BenchmarkSquad
{
    public static string NameOf(int number) => $"Member {number}";

    public static string AccountOf(int number) => $"00000000-0000-4000-8000-{number:d12}";

    /// <returns>The folder for <c>Squads:Folder</c>.</returns>
    public static string WriteTo(string folder, string sample, int members)
    {
        var squad = JsonNode.Parse(File.ReadAllText(sample))!.AsObject();
        foreach (var number in Enumerable.Range(1, members))
            squad["members"]!.AsArray().Add(Member(number));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "data-infra.json"), squad.ToJsonString());
        return folder;
    }

    private static JsonObject Member(int number) => new()
    {
        ["id"] = $"m{number}",
        ["name"] = NameOf(number),
        ["level2"] = false,
        ["lead"] = false,
        ["accounts"] = new JsonObject { ["msteams"] = AccountOf(number) },
    };
}
