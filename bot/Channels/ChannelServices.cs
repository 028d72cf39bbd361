using Hausmeister.Bot.Channels.BotFramework;
using Hausmeister.Bot.Channels.Calendar;
using Hausmeister.Bot.Channels.Slack;
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
        .AddSlack(options.Slack)
        .AddRotaFeeds(options.PublicAddress)
        .AddSingleton(new BotId(options.MicrosoftAppId ?? ""))
        .AddSingleton<AdapterOf>(provider => channel => channel switch
        {
            KnownChannels.Webchat => provider.GetRequiredService<WebChatAdapter>(),
            KnownChannels.Slack when provider.GetService<SlackAdapter>() is { } slack => slack,
            _ => provider.GetRequiredService<BotFrameworkAdapter>(),
        });
}
