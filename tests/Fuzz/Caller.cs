using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Hausmeister.Fuzz;

/// <summary>Somebody with an address of their own, so that they have shares of their own in what an address may ask for.</summary>
internal sealed class Caller : IDisposable
{
    /// <summary>Nobody answers: the server hung up.</summary>
    public const int HungUp = 0;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly IPAddress local;
    private readonly Uri bot;
    private readonly HttpClient http;

    public Caller(IPAddress local, Uri bot)
    {
        (this.local, this.bot) = (local, bot);
        var handler = new SocketsHttpHandler { ConnectCallback = async (_, cancellationToken) => new NetworkStream(await ConnectAsync(cancellationToken), ownsSocket: true) };
        http = new HttpClient(handler) { BaseAddress = bot, Timeout = Patience };
    }

    public HttpMessageInvoker Invoker => http;

    /// <returns>The status; null where there was no answer in time.</returns>
    public async Task<int?> SendAsync(FuzzRequest request, IReadOnlyList<string> tokens)
    {
        try
        {
            return request.Length is null ? await SendWholeAsync(request, tokens) : await SendWrittenAsync(request, tokens);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return HungUp;
        }
    }

    public async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(local, 0));
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, bot.Port), cancellationToken);
        return socket;
    }

    public void Dispose() => http.Dispose();

    /// <returns>The status of an answer as it comes down the wire.</returns>
    public static async Task<int> StatusAsync(Socket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4_096];
        var count = await socket.ReceiveAsync(buffer, cancellationToken);
        return count > 12 && int.TryParse(Encoding.ASCII.GetString(buffer, 9, 3), out var status) ? status : HungUp;
    }

    private async Task<int> SendWholeAsync(FuzzRequest request, IReadOnlyList<string> tokens)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path);
        if (request.Person is { } person)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[person]);
        if (request.Body.Length > 0 || request.ContentType is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        using var answer = await http.SendAsync(message);
        await answer.Content.CopyToAsync(Stream.Null);
        return (int)answer.StatusCode;
    }

    /// <summary>With a length that is not the body's; nothing comes behind it.</summary>
    private async Task<int> SendWrittenAsync(FuzzRequest request, IReadOnlyList<string> tokens)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var socket = await ConnectAsync(deadline.Token);
        var token = request.Person is { } person ? $"Authorization: Bearer {tokens[person]}\r\n" : "";
        var head = $"{request.Method} {request.Path} HTTP/1.1\r\nHost: {bot.Authority}\r\n{token}Content-Type: {request.ContentType}\r\nContent-Length: {request.Length}\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(head), deadline.Token);
        await socket.SendAsync(request.Body, deadline.Token);
        socket.Shutdown(SocketShutdown.Send);
        return await StatusAsync(socket, deadline.Token);
    }
}
