using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Hausmeister.ApplicationTests.House;
using Hausmeister.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hausmeister.ApplicationTests.WebChat;

/// <summary>What one address may have at once, and what it gets above that.</summary>
public sealed class LimitTests
{
    private const int Sockets = 200;

    [Fact]
    public async Task A_socket_too_many_is_refused_until_another_closes()
    {
        await using var house = await WebChatHouse.OpenAsync();
        var address = await StreamAddressAsync(house);
        var open = await Task.WhenAll(Enumerable.Range(0, Sockets).Select(_ => WebChatHouse.ConnectAsync(address)));

        using var refused = new ClientWebSocket();
        refused.Options.CollectHttpResponseDetails = true;
        await Should.ThrowAsync<WebSocketException>(() => refused.ConnectAsync(new Uri(address), CancellationToken.None));
        refused.HttpStatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.HttpResponseHeaders!["Retry-After"].ShouldBe(["5"]);

        open[0].Dispose();
        using var next = await Eventually.GetAsync(() => TryAsync(address), () => "no place became free");
        next.State.ShouldBe(WebSocketState.Open);
        Array.ForEach(open, socket => socket.Dispose());
    }

    [Fact]
    public async Task Whoever_does_not_answer_a_ping_is_left()
    {
        var often = TimeSpan.FromMilliseconds(200);
        await using var house = await WebChatHouse.OpenAsync(services => services.Configure<WebSocketOptions>(sockets => (sockets.KeepAliveInterval, sockets.KeepAliveTimeout) = (often, often)));
        var address = new Uri(await StreamAddressAsync(house));
        using var silent = new TcpClient();
        await silent.ConnectAsync(address.Host, address.Port);
        var stream = silent.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"""
            GET {address.PathAndQuery} HTTP/1.1
            Host: {address.Authority}
            Connection: Upgrade
            Upgrade: websocket
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==


            """.ReplaceLineEndings("\r\n")));

        var said = await ToItsEndAsync(stream);

        said.ShouldStartWith("HTTP/1.1 101");
        using var answering = await WebChatHouse.ConnectAsync(address.ToString());
        await Task.WhenAny(answering.ReceiveAsync(new byte[16], CancellationToken.None), Task.Delay(often * 5));
        answering.State.ShouldBe(WebSocketState.Open);
    }

    [Fact]
    public async Task Conversations_are_not_opened_without_end()
    {
        await using var house = await WebChatHouse.OpenAsync();
        var window = await house.RoomAsync("ana");
        HttpResponseMessage? refused = null;
        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), async (_, _) =>
        {
            if (refused is null && await window.SendAsync(HttpMethod.Get, $"conversations/{window.Conversation}") is { StatusCode: HttpStatusCode.TooManyRequests } answer)
                refused = answer;
        });
        refused.ShouldNotBeNull().Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        await window.SayAsync("hello");
        await Eventually.TrueAsync(
            async () => (await window.SendAsync(HttpMethod.Get, $"conversations/{window.Conversation}")).IsSuccessStatusCode, () => "it is not opened again");
    }

    [Theory]
    [InlineData(50_000, HttpStatusCode.OK)]
    [InlineData(50_001, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(600_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_text_longer_than_anybody_can_write_is_refused(int length, HttpStatusCode expected)
    {
        await using var house = await WebChatHouse.OpenAsync();
        var window = await house.RoomAsync("ana");
        using var answer = await window.PostAsync(JsonSerializer.Serialize(new { type = "message", text = new string('x', length) }));
        answer.StatusCode.ShouldBe(expected);
        await window.SayAsync("hello");
    }

    private static async Task<string> StreamAddressAsync(WebChatHouse house) =>
        (await (await house.RoomAsync("ana")).OpenAsync()).GetProperty("streamUrl").GetString()!;

    private static async Task<WebSocket?> TryAsync(string address)
    {
        try
        {
            return await WebChatHouse.ConnectAsync(address);
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    private static async Task<string> ToItsEndAsync(NetworkStream stream)
    {
        using var deadline = new CancellationTokenSource(Waiting.Longest);
        var said = new StringBuilder();
        var buffer = new byte[4_096];
        try
        {
            while (await stream.ReadAsync(buffer, deadline.Token) is > 0 and var count)
                said.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        catch (IOException)
        {
            // It hung up.
        }

        return said.ToString();
    }
}
