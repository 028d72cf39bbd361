using Hausmeister.Bot.Channels.Slack;

namespace Hausmeister.Tests.Slack;

/// <summary>The whole bot in Socket Mode.</summary>
internal sealed class SocketModeHouse : IAsyncDisposable
{
    private bool isStopped;

    private SocketModeHouse(FakeSocketMode door, SlackHouse house) => (Door, House) = (door, house);

    public FakeSocketMode Door { get; }

    public SlackHouse House { get; }

    /// <summary>It has not begun to connect.</summary>
    public static async Task<SocketModeHouse> OpenAsync()
    {
        var door = await FakeSocketMode.StartAsync();
        return new SocketModeHouse(door, await SlackHouse.OpenAsync(socket: door.Address));
    }

    public static async Task<(SocketModeHouse House, FakeSocket Socket)> ConnectedAsync()
    {
        var house = await OpenAsync();
        await house.StartAsync();
        return (house, await house.Door.NextWithHelloAsync());
    }

    public Task StartAsync() => House.Get<SocketMode>().StartAsync(CancellationToken.None);

    public Task StopAsync()
    {
        isStopped = true;
        return House.Get<SocketMode>().StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!isStopped)
            await StopAsync();
        await House.DisposeAsync();
        await Door.DisposeAsync();
    }
}
