using System.Net;
using System.Net.WebSockets;

namespace Hausmeister.Fuzz;

/// <summary>WebSockets that are open and say nothing, from as many addresses as it takes; each address also tries for one too many.</summary>
internal sealed class IdleSockets : IDisposable
{
    public const int PerAddress = 200;

    private readonly List<ClientWebSocket> open = [];
    private readonly List<Caller> callers = [];

    /// <summary>How many were refused for being one too many.</summary>
    public int Refused { get; private set; }

    public int Open => open.Count(socket => socket.State == WebSocketState.Open);

    public static async Task<IdleSockets> OpenAsync(Uri bot, string streamAddress, int count)
    {
        var sockets = new IdleSockets();
        for (var address = 0; address * PerAddress < count; address++)
        {
            var caller = new Caller(IPAddress.Parse($"127.0.9.{address + 1}"), bot);
            sockets.callers.Add(caller);
            var here = Math.Min(PerAddress, count - address * PerAddress);
            for (var number = 0; number < (here == PerAddress ? here + 1 : here); number++)
                await sockets.AddAsync(new Uri(streamAddress), caller);
        }

        return sockets;
    }

    public void Dispose()
    {
        open.ForEach(socket => socket.Dispose());
        callers.ForEach(caller => caller.Dispose());
    }

    private async Task AddAsync(Uri address, Caller caller)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        try
        {
            await socket.ConnectAsync(address, caller.Invoker, CancellationToken.None);
            open.Add(socket);
            _ = ListenAsync(socket);
        }
        catch (WebSocketException) when (socket.HttpStatusCode == HttpStatusCode.TooManyRequests)
        {
            Refused++;
            socket.Dispose();
        }
    }

    /// <summary>Whoever reads also answers pings.</summary>
    private static async Task ListenAsync(ClientWebSocket socket)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (socket.State == WebSocketState.Open)
                await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // It is closed.
        }
    }
}
