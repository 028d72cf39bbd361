using System.Text.Json;
using Hausmeister.Bot.Turns;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What Slack tells of itself: of the app, of channels and of accounts. Nobody has said anything; somebody may have to hear of it.</summary>
internal sealed partial class SlackNews(SlackTroubles troubles, SlackIdentity identity, ILogger<SlackNews> logger)
{
    private const string TakenOut = "the app was taken out of the workspace. It must be installed again, and its new token set as Slack:BotToken.";
    private const string Revoked = "its token was revoked. The app must be installed again, and its new token set as Slack:BotToken.";
    private const string Deactivated = "the account was deactivated in Slack.";

    /// <param name="news">Of this type, as of Slack's reference of events.</param>
    public async Task<SlackReply> TakeAsync(string? type, JsonElement news, CancellationToken cancellationToken)
    {
        switch (type)
        {
            case "app_uninstalled":
                await EndedAsync(TakenOut, cancellationToken);
                break;
            case "tokens_revoked" when IsOurs(news.Member("tokens")):
                await EndedAsync(Revoked, cancellationToken);
                break;
            case "channel_archive" or "group_archive":
                await RoomAsync(news, "is archived", cancellationToken);
                break;
            case "channel_deleted" or "group_deleted":
                await RoomAsync(news, "was deleted", cancellationToken);
                break;
            case "channel_left" or "group_left":
            case "member_left_channel" when IsOfUs(news):
                await RoomAsync(news, "is one that I was taken out of", cancellationToken);
                break;
            case "channel_unarchive" or "group_unarchive":
            case "member_joined_channel" when IsOfUs(news):
                await RoomAsync(news, what: null, cancellationToken);
                break;
            case "user_change" when news.Member("user") is { ValueKind: JsonValueKind.Object } user && Text(user, "id") is { } account:
                await troubles.AccountAsync(account, user.Member("deleted") is { ValueKind: JsonValueKind.True } ? Deactivated : null, cancellationToken);
                break;
        }

        return SlackReply.Done;
    }

    private Task EndedAsync(string why, CancellationToken cancellationToken)
    {
        Log.Ended(logger, why);
        return troubles.EndedAsync(why, cancellationToken);
    }

    private async Task RoomAsync(JsonElement news, string? what, CancellationToken cancellationToken)
    {
        if (Text(news, "channel") is { } room)
            await troubles.RoomAsync(room, what, cancellationToken);
    }

    /// <summary>Anybody may revoke a token of their own, which is none of ours.</summary>
    private bool IsOurs(JsonElement? tokens) => tokens?.Member("bot") is { ValueKind: JsonValueKind.Array } bots
        && bots.EnumerateArray().Any(bot => identity.User is null || (bot.ValueKind == JsonValueKind.String && bot.GetString() == identity.User));

    private bool IsOfUs(JsonElement news) => identity.User is { } us && Text(news, "user") == us;

    private static string? Text(JsonElement news, string member) => news.Member(member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Nobody in Slack can be written to: {Why}")]
        public static partial void Ended(ILogger logger, string why);
    }
}
