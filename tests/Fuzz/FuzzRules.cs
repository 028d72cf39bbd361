namespace Hausmeister.Fuzz;

/// <summary>What must hold of every answer, and of the bot after all of them.</summary>
internal static class FuzzRules
{
    private const int LargestRead = 256 * 1024;

    /// <summary>A turn has a lock of its own conversation and commits; nothing that comes from outside makes one last this long.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>Measured, it is 3,000 more or fewer. Whoever remembers something has three objects for it at least: what one in forty of 140,000 requests leaves would pass this.</summary>
    private const int MostObjects = 10_000;

    /// <summary>In kilobytes. Measured, it is 3 MB more or fewer, as pools have small buffers too: what each of 140,000 requests leaves would pass this with sixty bytes.</summary>
    private const int MostSmall = 8 * 1024;

    /// <summary>
    /// In kilobytes, and coarse: a pool keeps up to 64 buffers of each size up to 1 MB on two cores, and the collector gives back what it does not use only after a while.
    /// It is for what is no object of .NET's.
    /// </summary>
    private const int MostResident = 256 * 1024;

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

    public static string? Grown(BotMemory warm, BotMemory tired) =>
        tired.Objects - warm.Objects > MostObjects ? $"{tired.Objects} objects are alive instead of {warm.Objects}"
        : tired.Small - warm.Small > MostSmall ? $"{tired.Small} KB instead of {warm.Small} are in small objects"
        : tired.Resident - warm.Resident > MostResident ? $"memory grew from {warm.Resident} to {tired.Resident} KB"
        : null;
}
