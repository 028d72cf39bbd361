using System.Text.Json;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Configuration;

/// <summary>The squads' files: one <c>*.json</c> per squad in one folder; <c>*.schema.json</c> beside them are for editors.</summary>
internal static class SquadFolder
{
    /// <summary>Every squad, in the order of the file names. With problems the squads are not to be used.</summary>
    public static IReadOnlyList<Squad> Load(string folder, Problems problems)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        var squadFiles = files.Where(f => !f.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).ToList();
        if (squadFiles.Count == 0)
            problems.Add(folder, Directory.Exists(folder) ? "no *.json file" : "no such folder", "a folder with a file per squad");

        var taken = new TakenBySquads();
        return [.. squadFiles.Select(file => LoadFile(file, $"{name}/{Path.GetFileName(file)}", taken, problems)).OfType<Squad>()];
    }

    private static Squad? LoadFile(string file, string label, TakenBySquads taken, Problems problems)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var json = JsonDocument.Parse(stream);
            return SquadReader.Read(new ConfigValue(json.RootElement, $"{label}: $", problems), taken.By(label));
        }
        catch (JsonException e)
        {
            problems.Add($"{label}: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}", "text that is not JSON", "a JSON document");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(label, "a file that cannot be read", $"a readable one ({e.Message})");
        }

        return null;
    }
}
