using Hausmeister.Bot.Channels.WebChat.DirectLine;
using Hausmeister.Bot.Channels.WebChat.Me;
using Hausmeister.Bot.Channels.WebChat.Page;
using Hausmeister.Bot.Channels.WebChat.Transcript;

namespace Hausmeister.Bot.Channels.WebChat;

/// <summary>The chat page with its Direct Line. It has no sign-in, everybody says who they are: for Development on this machine only.</summary>
internal static class WebChatChannel
{
    /// <summary>A client that is gone without a farewell is found out by this; proxies keep a connection at least as long.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddWebChat(this IServiceCollection services, Uri publicAddress) => services
        .Configure<WebSocketOptions>(sockets => (sockets.KeepAliveInterval, sockets.KeepAliveTimeout) = (KeepAlive, KeepAlive))
        .AddChatPage(publicAddress)
        .AddSingleton<TokenSigner>()
        .AddSingleton<Transcripts>()
        .AddSingleton<TranscriptBell>()
        .AddSingleton<WebChatAdapter>()
        .AddSingleton<Posts>()
        .AddSingleton<ConversationSocket>()
        .AddSingleton<MeEndpoint>();

    public static WebApplication UseWebChat(this WebApplication app)
    {
        app.UseWebSockets();
        app.MapChatPage();
        app.MapDirectLine();
        app.MapGet("/api/chat/me", (MeEndpoint me, string? @as, HttpResponse response, CancellationToken cancellationToken) => me.AnswerAsync(@as, response, cancellationToken));
        return app;
    }
}
