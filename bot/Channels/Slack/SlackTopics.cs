using Hausmeister.Bot.Duties;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>The topics of Slack's channels.</summary>
internal sealed class SlackTopics(SlackApi api, SlackPace pace) : IRoomTopics
{
    private const string TooLong = "too_long";

    public string Channel => KnownChannels.Slack;

    /// <summary>Source: the error <c>too_long</c> of docs.slack.dev/reference/methods/conversations.setTopic.</summary>
    public int Longest => 250;

    public Task<string> ReadAsync(string room, CancellationToken cancellationToken) =>
        pace.ChangeAsync(room, token => api.TopicAsync(room, token), cancellationToken);

    public async Task<bool> SetAsync(string room, string topic, CancellationToken cancellationToken)
    {
        try
        {
            return await pace.PostAsync(room, async token =>
            {
                await api.SetTopicAsync(room, topic, token);
                return true;
            }, cancellationToken);
        }
        catch (SlackException e) when (e.Error == TooLong)
        {
            return false;
        }
    }
}
