using System.Net.Sockets;
using System.Text.Json;

namespace Hausmeister.Benchmarks.Inside;

/// <summary>Whoever connects is told the usage of this moment.</summary>
internal static class UsageSocket
{
    /// <summary>The environment variable with the socket's path.</summary>
    public const string Variable = "HAUSMEISTER_BENCHMARK_SOCKET";

    public static async Task ServeAsync(string path)
    {
        using var listener = NewSocket();
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        while (true)
        {
            using var caller = await listener.AcceptAsync();
            await caller.SendAsync(JsonSerializer.SerializeToUtf8Bytes(Usage.Now(), UsageJson.Default.Usage));
        }
    }

    public static async Task<Usage> AskAsync(string path)
    {
        using var socket = NewSocket();
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        await using var answer = new NetworkStream(socket);
        return (await JsonSerializer.DeserializeAsync(answer, UsageJson.Default.Usage))!;
    }

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
}
