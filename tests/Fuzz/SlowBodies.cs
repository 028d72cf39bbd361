using System.Net.Sockets;
using System.Text;

namespace Hausmeister.Fuzz;

/// <summary>Bodies and headers that come byte by byte: the server must end each by itself, with a word or without.</summary>
internal static class SlowBodies
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    /// <returns>The status of each; null for one that was still waited for at the end.</returns>
    public static Task<int?[]> RunAsync(Caller caller, Uri bot, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => DripAsync(caller, number % 2 == 0 ? Body(bot) : Headers(bot))));

    private static string Body(Uri bot) => $"POST /api/messages HTTP/1.1\r\nHost: {bot.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{{";

    private static string Headers(Uri bot) => $"POST /api/messages HTTP/1.1\r\nHost: {bot.Authority}\r\nX-Okapi: ";

    private static async Task<int?> DripAsync(Caller caller, string begin)
    {
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            using var socket = await caller.ConnectAsync(deadline.Token);
            await socket.SendAsync(Encoding.ASCII.GetBytes(begin), deadline.Token);
            var answer = Caller.StatusAsync(socket, deadline.Token);
            while (await Task.WhenAny(answer, Task.Delay(Pause, deadline.Token)) != answer)
                await socket.SendAsync("x"u8.ToArray(), deadline.Token);
            return await answer;
        }
        catch (SocketException)
        {
            return Caller.HungUp;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
