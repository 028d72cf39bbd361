using Microsoft.Net.Http.Headers;

namespace Hausmeister.Bot.Channels.WebChat.Page;

/// <summary>Serves the page at <c>/</c> and its files below <c>/assets</c>.</summary>
internal static class ChatPage
{
    public static IServiceCollection AddChatPage(this IServiceCollection services, Uri publicAddress) => services
        .AddSingleton(_ => PageAssets.Load())
        .AddSingleton(new ContentSecurityPolicy(publicAddress));

    public static IEndpointRouteBuilder MapChatPage(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", [HttpMethods.Get, HttpMethods.Head], Document);
        routes.MapMethods("/assets/{**path}", [HttpMethods.Get, HttpMethods.Head], AssetAsync);
        return routes;
    }

    private static IResult Document(PageAssets assets, ContentSecurityPolicy policy, HttpResponse response)
    {
        var nonce = ContentSecurityPolicy.NewNonce();
        response.Headers.ContentSecurityPolicy = policy.For(nonce);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-store";
        var html = assets.Document.Replace("{page}", assets.Page).Replace("{webchat}", assets.WebChat).Replace("{nonce}", nonce);
        return Results.Text(html, "text/html; charset=utf-8");
    }

    private static async Task AssetAsync(string path, PageAssets assets, HttpContext context)
    {
        var response = context.Response;
        if (assets.Find(path) is not { } asset)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.ContentType = asset.ContentType;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (Accepts(context.Request, "br"))
            await SendAsync(response, "br", asset.Brotli);
        else if (Accepts(context.Request, "gzip"))
            await SendAsync(response, "gzip", asset.Gzip);
        else
            await asset.CopyPlainToAsync(response.Body, context.RequestAborted);
    }

    private static bool Accepts(HttpRequest request, string coding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value == coding && accepted.Quality is not 0);

    private static async Task SendAsync(HttpResponse response, string coding, ReadOnlyMemory<byte> bytes)
    {
        response.Headers.ContentEncoding = coding;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted);
    }
}
