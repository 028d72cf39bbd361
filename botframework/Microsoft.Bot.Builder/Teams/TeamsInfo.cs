using Hausmeister.BotFramework;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Questions about the people of a conversation in Teams.</summary>
public static class TeamsInfo
{
    /// <summary>Somebody in the turn's team or conversation.</summary>
    /// <exception cref="Schema.ErrorResponseException">404: nobody with this id is there.</exception>
    public static async Task<TeamsChannelAccount> GetMemberAsync(
        ITurnContext turnContext, string userId, CancellationToken cancellationToken = default)
    {
        BotAssert.ContextNotNull(turnContext);
        var activity = turnContext.Activity;
        var conversation = activity.TeamsGetTeamInfo()?.Id ?? activity.Conversation?.Id;
        var connector = turnContext.TurnState.Get<IConnectorClient>()
            ?? throw new InvalidOperationException("This turn has no connector client.");
        var member = await connector.Conversations.GetConversationMemberAsync(userId, conversation, cancellationToken);
        return BotJson.Convert<TeamsChannelAccount>(member);
    }
}
