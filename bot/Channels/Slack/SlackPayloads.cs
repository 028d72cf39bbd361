using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Text;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What the Events API brings.</summary>
internal sealed record SlackEnvelope
{
    public string? Type { get; init; }

    public string? TeamId { get; init; }

    /// <summary>To be said back when the address is set up.</summary>
    public string? Challenge { get; init; }

    /// <summary>Its members depend on its type: under the same name another event has an object where this one has an id.</summary>
    public JsonElement Event { get; init; }

    public IReadOnlyList<SlackAuthorization>? Authorizations { get; init; }
}

/// <summary>For whom the event is brought.</summary>
internal sealed record SlackAuthorization(string? UserId, bool IsBot);

/// <summary>A message, or a mention, which is one too.</summary>
internal sealed record SlackEvent
{
    public string? Type { get; init; }

    public string? Subtype { get; init; }

    public string? Channel { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public string? Text { get; init; }

    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    public IReadOnlyList<SlackSharedFile>? Files { get; init; }

    /// <summary>The name that a bot gives itself.</summary>
    public string? Username { get; init; }
}

/// <summary>That somebody looks at the app's own page.</summary>
internal sealed record SlackOpened(string? User, string? Tab);

/// <summary>What somebody typed behind <c>/hausmeister</c>: a form over HTTP, the same members as JSON over a socket.</summary>
internal sealed record SlackCommand
{
    /// <summary>Set where Slack only looks whether there is somebody.</summary>
    public string? SslCheck { get; init; }

    public string? TeamId { get; init; }

    public string? ChannelId { get; init; }

    public string? UserId { get; init; }

    public string? Text { get; init; }

    /// <summary>Opens a modal within three seconds; another one with every command.</summary>
    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }
}

internal sealed record SlackSharedFile(string? Permalink);

/// <summary>What somebody does with a button, a modal, a field or a shortcut.</summary>
internal sealed record SlackInteraction
{
    public string? Type { get; init; }

    /// <summary>Of a shortcut.</summary>
    public string? CallbackId { get; init; }

    public SlackTeam? Team { get; init; }

    public SlackNamed? User { get; init; }

    /// <summary>Opens a modal within three seconds.</summary>
    public string? TriggerId { get; init; }

    /// <summary>The same, where it can be one.</summary>
    [JsonIgnore]
    public string? Trigger => TriggerId is { Length: > 0 and <= Limits.IdLength } ? TriggerId : null;

    public SlackContainer? Container { get; init; }

    public SlackView? View { get; init; }

    public SlackState? State { get; init; }

    public IReadOnlyList<SlackAction>? Actions { get; init; }

    /// <summary>The field whose choices are asked for.</summary>
    public string? ActionId { get; init; }

    /// <summary>What somebody typed to find among them.</summary>
    public string? Value { get; init; }

    /// <summary>Takes an answer to what was tapped, for half an hour.</summary>
    public string? ResponseUrl { get; init; }

    /// <summary>Where a message's shortcut was used.</summary>
    public SlackNamed? Channel { get; init; }

    /// <summary>The message whose shortcut was used; of a tap the message with the button, which has other members.</summary>
    public JsonElement Message { get; init; }
}

internal sealed record SlackNamed(string? Id);

/// <param name="Domain">Its address begins with it.</param>
internal sealed record SlackTeam(string? Id, string? Domain);

/// <summary>The message with the button; without these where it stands in a modal.</summary>
/// <param name="IsEphemeral">Only the person who tapped sees it.</param>
internal sealed record SlackContainer(string? ChannelId, string? MessageTs, string? ThreadTs, bool IsEphemeral);

/// <param name="Type"><c>modal</c> or <c>home</c>.</param>
/// <param name="Hash">Changes with the view.</param>
internal sealed record SlackView(string? Type, string? Id, string? CallbackId, string? PrivateMetadata, string? Hash, SlackState? State);

/// <param name="Values">What was filled in, by block and field.</param>
internal sealed record SlackState(JsonElement Values);

internal sealed record SlackAction(string? Type, string? ActionId, string? ActionTs, string? Value);

/// <summary>An answer of the Web API; which members it has depends on the method.</summary>
/// <param name="Channel">The id, or an object with the id.</param>
/// <param name="MessageTs">Of a message that only one person sees.</param>
/// <param name="Url">Of the workspace, or where Socket Mode's connection goes.</param>
/// <param name="View">As it is now.</param>
/// <param name="User">Whoever was asked about, or in another answer a name.</param>
internal sealed record SlackAnswer(
    bool Ok, string? Error, string? Ts, string? MessageTs, JsonElement Channel, string? UserId, string? TeamId, string? Url, JsonElement User, SlackView? View,
    IReadOnlyList<SlackEvent>? Messages, SlackResponseMetadata? ResponseMetadata);

/// <param name="NextCursor">Where the next page begins; empty: there is none.</param>
internal sealed record SlackResponseMetadata(string? NextCursor);

/// <param name="Next">Where the next page begins; null: there is none.</param>
internal sealed record SlackPage(IReadOnlyList<SlackEvent> Messages, string? Next);

/// <summary>Somebody in Slack.</summary>
/// <param name="RealName">In full.</param>
/// <param name="IsBot">A program.</param>
internal sealed record SlackUser(bool Deleted, bool IsBot, string? RealName, SlackProfile? Profile)
{
    private const int LongestName = 80;

    /// <summary>As they are shown; null where they have no name.</summary>
    public string? Called => new[] { Profile?.DisplayName, Profile?.RealName, RealName }.Select(name => PeoplesText.FirstLine(name, LongestName)).FirstOrDefault(name => name.Length > 0);
}

/// <param name="DisplayName">What they want to be called.</param>
internal sealed record SlackProfile(string? DisplayName, string? RealName);

/// <summary>The modal stays open and says what does not fit, by block.</summary>
internal sealed record SlackErrors(string ResponseAction, IReadOnlyDictionary<string, string> Errors);

internal sealed record SlackChallenge(string Challenge);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SlackEnvelope))]
[JsonSerializable(typeof(SlackEvent))]
[JsonSerializable(typeof(SlackOpened))]
[JsonSerializable(typeof(SlackCommand))]
[JsonSerializable(typeof(SlackInteraction))]
[JsonSerializable(typeof(SlackAnswer))]
[JsonSerializable(typeof(SlackErrors))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(SlackChallenge))]
[JsonSerializable(typeof(SocketModeEnvelope))]
[JsonSerializable(typeof(SlackUser))]
internal sealed partial class SlackPayloadJson : JsonSerializerContext
{
    /// <summary>Null where it is not of that shape.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
