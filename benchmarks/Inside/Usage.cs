using System.Text.Json.Serialization;

namespace Hausmeister.Benchmarks.Inside;

/// <summary>What a measured process has used since its start, as only it can tell.</summary>
/// <param name="Allocated">Bytes.</param>
/// <param name="InTurns">What activities asked of the store.</param>
/// <param name="BehindTurns">What else did: duties and other work that nobody waits for.</param>
/// <param name="GarbageCollection">How long everything stood still for it, in milliseconds.</param>
internal sealed record Usage(long Allocated, StorageUse InTurns, StorageUse BehindTurns, double GarbageCollection)
{
    public static Usage Now() => new(
        GC.GetTotalAllocatedBytes(precise: true), CountingStore.InTurns.Use, CountingStore.BehindTurns.Use, GC.GetTotalPauseDuration().TotalMilliseconds);

    public static Usage operator -(Usage after, Usage before) => new(
        after.Allocated - before.Allocated,
        after.InTurns - before.InTurns,
        after.BehindTurns - before.BehindTurns,
        after.GarbageCollection - before.GarbageCollection);
}

/// <summary>Calls of the store.</summary>
/// <param name="Reads">Whatever only reads.</param>
/// <param name="Commits">Whatever writes: commits, and changes of wake-ups.</param>
internal sealed record StorageUse(long Reads, long Commits)
{
    public static StorageUse operator -(StorageUse after, StorageUse before) => new(after.Reads - before.Reads, after.Commits - before.Commits);
}

[JsonSerializable(typeof(Usage))]
internal sealed partial class UsageJson : JsonSerializerContext;
