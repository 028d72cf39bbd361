namespace Hausmeister.Fuzz;

/// <summary>What must hold of every answer, and of the bot after all of them.</summary>
internal static class FuzzRules
{
    private const int LargestRead = 256 * 1024;

    /// <summary>A turn has a lock of its own conversation and commits; nothing that comes from outside makes one last this long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>In megabytes. Caches fill at the beginning; what grew with each of 200,000 requests by three quarters of a kilobyte would pass it.</summary>
    private const int MostGrowth = 128;

    /// <returns>The rule that is broken; null: none.</returns>
    public static string? Broken(FuzzRequest request, int? status, TimeSpan time) => status switch
    {
        null => "no answer came",
        >= 500 and not 501 => $"the answer was {status}",
        429 => "somebody who was within the limits was refused",
        // A body that is too long, or not as long as was said, may find the connection closed.
        Caller.HungUp when request.Length is null && request.Body.Length < LargestRead => "the server hung up",
        _ when time > Longest => $"it took {time.TotalSeconds:0} s",
        _ => null,
    };

    public static string? Grown((int Before, int After) memory) =>
        memory.After - memory.Before > MostGrowth ? $"memory grew from {memory.Before} to {memory.After} MB" : null;
}
