using System.Text.Json.Nodes;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Hausmeister.Tests.Dialogs;

/// <summary>A message as it was sent, or as it became.</summary>
internal sealed record Message(string Conversation, string Id, bool IsUpdate, string? Words, JsonObject? Card)
{
    public IReadOnlyList<string> Lines => Card is null ? [Words ?? ""] : CardText.Of(Card);
}

/// <summary>The test channel, with everything that every conversation has shown, in order.</summary>
internal sealed class Chats() : TestAdapter(Channels.Webchat)
{
    private int proactive;

    public List<Message> Shown { get; } = [];

    /// <summary>The messages of a conversation as they read now, the newest first.</summary>
    public IEnumerable<Message> Now(string conversation) =>
        Shown.Where(m => m.Conversation == conversation).GroupBy(m => m.Id).Select(versions => versions.Last()).Reverse();

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities)
        {
            activity.Id ??= $"proactive-{++proactive}";
            Note(activity, turnContext.Activity, isUpdate: false);
        }

        return Task.FromResult(activities.Select(activity => new ResourceResponse(activity.Id)).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Note(activity, turnContext.Activity, isUpdate: true);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    private void Note(Activity activity, Activity toWhat, bool isUpdate)
    {
        var conversation = activity.Conversation.Id;
        if (activity.Type != ActivityTypesEx.InvokeResponse)
            Shown.Add(new Message(conversation, activity.Id, isUpdate, activity.Text, JsonOf(activity.Attachments?.SingleOrDefault()?.Content)));
        else if (activity.Value is InvokeResponse { Body: AdaptiveCardInvokeResponse answer })
            Shown.Add(new Message(conversation, toWhat.ReplyToId, IsUpdate: true, answer.Value as string, JsonOf(answer.Value)));
    }

    private static JsonObject? JsonOf(object? content) => content is AdaptiveCard card ? JsonNode.Parse(card.ToJson())!.AsObject() : null;
}
