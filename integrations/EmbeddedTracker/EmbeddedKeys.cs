using System.Globalization;
using NodaTime;

namespace Hausmeister.Integrations.EmbeddedTracker;

/// <summary>Where a repository's documents lie. Entries count down, so that a listing begins with the newest.</summary>
internal sealed class EmbeddedKeys(string repository)
{
    private const int HighestNumber = 999_999_999;
    private const long HighestMilliseconds = 99_999_999_999_999;

    // As in GitHub, a repository is the same in upper and lower case.
    private readonly string root = $"tracker/{repository.ToLowerInvariant()}";

    public string Counter => $"{root}/counter";

    public string OpenEntries => $"{root}/open/";

    public string ChangedEntries => $"{root}/changed/";

    public string Issue(int number) => string.Create(CultureInfo.InvariantCulture, $"{root}/issues/{number:D9}");

    public string Open(int number) => string.Create(CultureInfo.InvariantCulture, $"{OpenEntries}{HighestNumber - number:D9}");

    public string Changed(Instant at, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{ChangedEntries}{HighestMilliseconds - at.ToUnixTimeMilliseconds():D14}-{number:D9}");

    public static int NumberOfOpen(string key) => HighestNumber - int.Parse(key.AsSpan(key.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    public static int NumberOfChanged(string key) => int.Parse(key.AsSpan(key.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);
}
