using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels;

/// <summary>
/// The last pass over a card on its way to a channel. Web Chat knows neither <c>Action.Execute</c> nor <c>refresh</c>, and a tap there does not
/// say on which message it was: each button becomes a submit with the message's id in its data. Works on copies, and a second pass
/// changes nothing. Other channels take a card as it is.
/// </summary>
internal static class CardsForChannel
{
    private const string Execute = "Action.Execute";
    private const string Submit = "Action.Submit";

    /// <summary>Fits every card that the turn sends or updates from now on.</summary>
    public static void InstallOn(ITurnContext context)
    {
        context.OnSendActivities((_, activities, next) =>
        {
            activities.ForEach(activity => Fit(activity));
            return next();
        });
        context.OnUpdateActivity((_, activity, next) =>
        {
            Fit(activity);
            return next();
        });
    }

    /// <summary>Gives the message's attachments cards that its channel understands.</summary>
    public static Activity Fit(Activity activity)
    {
        if (activity.Attachments is { Count: > 0 } attachments)
            activity.Attachments = [.. attachments.Select(attachment => Fit(attachment, activity))];
        return activity;
    }

    /// <summary>The card for the channel; the same one where the channel takes it as it is.</summary>
    /// <param name="message">The id of the message with the card; null while it has none.</param>
    public static AdaptiveCard Fit(AdaptiveCard card, string channel, string? message)
    {
        if (channel != Microsoft.Bot.Connector.Channels.Webchat)
            return card;
        var root = JsonNode.Parse(card.ToJson())!.AsObject();
        FitWebChat(root, message);
        return AdaptiveCard.FromJson(root.ToJsonString()).Card;
    }

    private static Attachment Fit(Attachment attachment, Activity activity) => attachment.Content is AdaptiveCard card
        ? new Attachment
        {
            ContentType = attachment.ContentType,
            Content = Fit(card, activity.ChannelId, activity.Id),
            Name = attachment.Name,
        }
        : attachment;

    private static void FitWebChat(JsonObject root, string? message)
    {
        root.Remove("refresh");
        foreach (var action in Actions(root))
        {
            action.Remove("fallback");
            MakeSubmit(action);
            if (message is not null && action["data"] is JsonObject data)
                data["card"] = message;
        }
    }

    private static void MakeSubmit(JsonObject action)
    {
        if (TypeOf(action) != Execute)
            return;
        action["type"] = Submit;
        if (action["data"] is not JsonObject data)
            action["data"] = data = [];
        if (action["verb"] is not { } verb)
            return;
        data["verb"] ??= verb.DeepClone();
        action.Remove("verb");
    }

    /// <summary>Every execute and submit in the card, wherever it stands, as a list: the tree changes while it is gone through.</summary>
    private static List<JsonObject> Actions(JsonNode root)
    {
        List<JsonObject> found = [];
        Collect(root, found);
        return found;
    }

    private static void Collect(JsonNode? node, List<JsonObject> found)
    {
        switch (node)
        {
            case JsonObject value:
                if (TypeOf(value) is Execute or Submit)
                    found.Add(value);
                // What a button carries in its data is nobody's card.
                foreach (var member in value.Where(member => member.Key is not ("data" or "fallback")))
                    Collect(member.Value, found);
                break;
            case JsonArray items:
                foreach (var item in items)
                    Collect(item, found);
                break;
        }
    }

    private static string? TypeOf(JsonObject value) =>
        value["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String ? type.GetValue<string>() : null;
}
