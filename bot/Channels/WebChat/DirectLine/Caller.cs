using Microsoft.AspNetCore.Http.Features;

namespace Hausmeister.Bot.Channels.WebChat.DirectLine;

/// <summary>Lets a call in only with a token of ours, and only to that token's conversation.</summary>
internal sealed class Caller(TokenSigner signer) : IEndpointFilter
{
    private const string Bearer = "Bearer ";

    public static DirectLineToken Of(HttpContext http) => http.Features.GetRequiredFeature<DirectLineToken>();

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (TokenIn(http.Request) is not { } text)
            return Answers.Error(StatusCodes.Status401Unauthorized, "TokenMissing", "Send a token.");
        var token = await signer.ReadAsync(text, http.RequestAborted);
        if (token is null)
            return Answers.Error(StatusCodes.Status403Forbidden, "BadToken", "The token is not ours, or its time is over.");
        if (http.GetRouteValue("id") is string id && id != token.Conversation)
            return Answers.Error(StatusCodes.Status403Forbidden, "BadToken", "The token is another conversation's.");
        http.Features.Set(token);
        return await next(context);
    }

    /// <summary>A browser's WebSocket cannot send a header, so the stream's address carries the token.</summary>
    private static string? TokenIn(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.Ordinal))
            return header[Bearer.Length..];
        return request.HttpContext.WebSockets.IsWebSocketRequest && request.Query["t"].ToString() is { Length: > 0 } query ? query : null;
    }
}
