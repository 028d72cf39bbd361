using System.Globalization;
using Hausmeister.Bot.Channels.WebChat.Transcript;
using Hausmeister.Bot.Hosting;

namespace Hausmeister.Bot.Channels.WebChat.DirectLine;

/// <summary>Direct Line 3.0, as much of it as Web Chat uses. See docs/web-chat.md.</summary>
internal static class DirectLineEndpoints
{
    public const string Root = "/v3/directline";

    public static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup(Root).AddEndpointFilter<RouteGroupBuilder, Caller>();
        calls.MapPost("tokens/refresh", RefreshAsync);
        calls.MapPost("conversations", StartAsync).RequireRateLimiting(RateLimits.Conversations);
        calls.MapGet("conversations/{id}", ReconnectAsync).RequireRateLimiting(RateLimits.Conversations);
        calls.MapGet("conversations/{id}/activities", ReadAsync);
        calls.MapPost("conversations/{id}/activities", PostAsync);
        calls.MapGet("conversations/{id}/stream", StreamAsync).RequireRateLimiting(RateLimits.Sockets);
    }

    private static async Task<IResult> RefreshAsync(HttpContext http, TokenSigner signer) =>
        Answers.Json(await AnswerAsync(http, signer, watermark: null), WebChatJson.Default.ConversationAnswer);

    private static async Task<IResult> StartAsync(HttpContext http, TokenSigner signer, Posts posts)
    {
        await posts.GreetAsync(Caller.Of(http));
        return Answers.Json(await AnswerAsync(http, signer, ""), WebChatJson.Default.ConversationAnswer, StatusCodes.Status201Created);
    }

    private static async Task<IResult> ReconnectAsync(HttpContext http, TokenSigner signer, Posts posts, string? watermark)
    {
        await posts.GreetAsync(Caller.Of(http));
        return Answers.Json(await AnswerAsync(http, signer, watermark ?? ""), WebChatJson.Default.ConversationAnswer);
    }

    private static async Task<IResult> ReadAsync(string id, string? watermark, Transcripts transcripts, CancellationToken cancellationToken) =>
        Answers.Json(await transcripts.ReadAsync(id, Position(watermark), cancellationToken), WebChatJson.Default.ActivitySet);

    private static Task<IResult> PostAsync(HttpContext http, Posts posts) => posts.TakeAsync(Caller.Of(http), http.Request);

    private static async Task<IResult> StreamAsync(HttpContext http, string id, string? watermark, ConversationSocket conversation)
    {
        if (!http.WebSockets.IsWebSocketRequest)
            return Answers.Error(StatusCodes.Status400BadRequest, "BadArgument", "This is a WebSocket.");
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        await conversation.RunAsync(socket, id, Position(watermark), http.RequestAborted);
        return Results.Empty;
    }

    private static async Task<ConversationAnswer> AnswerAsync(HttpContext http, TokenSigner signer, string? watermark)
    {
        var caller = Caller.Of(http);
        var token = await signer.WriteAsync(caller, http.RequestAborted);
        var stream = watermark is null ? null : StreamAddress(http.Request, caller.Conversation, watermark, token);
        return new ConversationAnswer(caller.Conversation, token, (int)DirectLineToken.Life.TotalSeconds, stream);
    }

    private static string StreamAddress(HttpRequest request, string conversation, string watermark, string token) =>
        $"{(request.IsHttps ? "wss" : "ws")}://{request.Host}{Root}/conversations/{Uri.EscapeDataString(conversation)}/stream?watermark={Uri.EscapeDataString(watermark)}&t={token}";

    /// <summary>From the beginning for anything that we have not given out.</summary>
    private static long Position(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0;
}
