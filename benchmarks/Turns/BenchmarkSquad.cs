using System.Text.Json.Nodes;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>The sample squad with a member for each conversation, so that nobody waits for somebody else's documents, and without its nightly run, which is read meanwhile.</summary>
internal static class BenchmarkSquad
{
    /// <summary>Numbered from 0 on.</summary>
    public const int Members = 65;

    public static string NameOf(int number) => $"Member {number}";

    public static string AccountOf(int number) => $"00000000-0000-4000-8000-{number:d12}";

    public static string SlackAccountOf(int number) => $"U0M{number}";

    /// <returns>The folder for <c>Squads:Folder</c>.</returns>
    public static string WriteTo(string folder, string sample)
    {
        var squad = JsonNode.Parse(File.ReadAllText(sample))!.AsObject();
        squad.Remove("pipeline");
        for (var number = 0; number < Members; number++)
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
        ["accounts"] = new JsonObject { ["msteams"] = AccountOf(number), ["slack"] = SlackAccountOf(number) },
    };
}
