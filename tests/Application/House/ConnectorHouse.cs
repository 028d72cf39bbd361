namespace Hausmeister.ApplicationTests.House;

/// <summary>A bot with the embedded tracker, and a connector that keeps what it says. Each test has a conversation of its own.</summary>
public sealed class ConnectorHouse : IAsyncLifetime
{
    private const string LastLine = "Refused an activity with 415";
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

    /// <summary>The lines of the log so far. They come through a pipe, so one of our own must have come out behind them.</summary>
    internal async Task<string[]> LogAsync()
    {
        var before = LastLines();
        using var refused = await Bot.Http.PostAsync("/api/messages", new StringContent("no JSON"));
        await Eventually.TrueAsync(() => Task.FromResult(LastLines() > before), () => Bot.Log);
        return [.. Bot.Log.Split('\n').Where(line => !line.Contains(LastLine))];
    }

    private int LastLines() => Bot.Log.Split(LastLine).Length;

    /// <summary>Ana in a personal conversation in which nothing was said yet.</summary>
    internal TeamsPerson Ana() => new(Bot, Connector, $"a:personal-{++people}");
}
