using Hausmeister.Bot.Channels.BotFramework;
using Hausmeister.Bot.Channels.Calendar;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Configuration;
using Hausmeister.Bot.Turns;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels;

internal static class ChannelServices
{
    /// <summary>Every way in and out, and who speaks where when the bot speaks by itself.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, AppOptions options) => services
        .AddBotFramework()
        .AddWebChat(options.PublicAddress)
        .AddRotaFeeds(options.PublicAddress)
        .AddSingleton(new BotId(options.MicrosoftAppId ?? ""))
        .AddSingleton<AdapterOf>(provider => channel => channel == KnownChannels.Webchat
            ? provider.GetRequiredService<WebChatAdapter>()
            : provider.GetRequiredService<BotFrameworkAdapter>());
}
