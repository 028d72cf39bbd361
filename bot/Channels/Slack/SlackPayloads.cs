using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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
}

internal sealed record SlackSharedFile(string? Permalink);

/// <summary>What somebody did with a button or a modal.</summary>
internal sealed record SlackInteraction
{
    public string? Type { get; init; }

    public SlackNamed? Team { get; init; }

    public SlackNamed? User { get; init; }

    /// <summary>Opens a modal within three seconds.</summary>
    public string? TriggerId { get; init; }

    public SlackContainer? Container { get; init; }

    public SlackView? View { get; init; }

    public SlackState? State { get; init; }

    public IReadOnlyList<SlackAction>? Actions { get; init; }
}

internal sealed record SlackNamed(string? Id);

/// <summary>The message with the button; without these where it stands in a modal.</summary>
internal sealed record SlackContainer(string? ChannelId, string? MessageTs, string? ThreadTs);

internal sealed record SlackView(string? Id, string? CallbackId, string? PrivateMetadata, SlackState? State);

/// <param name="Values">What was filled in, by block and field.</param>
internal sealed record SlackState(JsonElement Values);

internal sealed record SlackAction(string? Type, string? ActionId, string? ActionTs, string? Value);

/// <summary>An answer of the Web API; which members it has depends on the method.</summary>
/// <param name="Channel">The id, or an object with the id.</param>
internal sealed record SlackAnswer(bool Ok, string? Error, string? Ts, JsonElement Channel, string? UserId, string? TeamId)
{
    /// <summary>Where Socket Mode's connection goes.</summary>
    public string? Url { get; init; }

    /// <summary>Whoever was asked about, or in another answer a name.</summary>
    public JsonElement User { get; init; }
}

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
[JsonSerializable(typeof(SlackInteraction))]
[JsonSerializable(typeof(SlackAnswer))]
[JsonSerializable(typeof(SlackErrors))]
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
