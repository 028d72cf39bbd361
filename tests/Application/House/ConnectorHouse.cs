namespace Hausmeister.ApplicationTests.House;

/// <summary>A bot with the embedded tracker, and a connector that keeps what it says. Each test has a conversation of its own.</summary>
public sealed class ConnectorHouse : IAsyncLifetime
{
    private int people;

    internal BotProcess Bot { get; private set; } = null!;

    internal RecordingConnector Connector { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Connector = await RecordingConnector.StartAsync();
        Bot = await BotProcess.StartAsync(new() { ["Clock:Start"] = "2026-11-26T10:00:00" });
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Connector.DisposeAsync();
    }

    /// <summary>The embedded tracker's page of open issues.</summary>
    internal Task<string> OpenIssuesAsync() => Bot.Http.GetStringAsync("/issues/nubank/itaipu");

    /// <summary>Ana in a personal conversation in which nothing was said yet.</summary>
    internal TeamsPerson Ana() => new(Bot, Connector, $"a:personal-{++people}");
}
