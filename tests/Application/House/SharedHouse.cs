namespace Hausmeister.ApplicationTests.House;

/// <summary>One house for a class whose tests do not mind each other: on a Thursday morning, with Ana on duty.</summary>
public sealed class SharedHouse : IAsyncLifetime
{
    public GitHubHouse House { get; private set; } = null!;

    public async ValueTask InitializeAsync() => House = await GitHubHouse.OpenAsync(new() { ["Clock:Start"] = "2026-11-26T10:00:00" });

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
