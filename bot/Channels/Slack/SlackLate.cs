using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;
using NodaTime;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>Something of Slack's that Slack was told is taken before it was done.</summary>
/// <param name="At">When it came.</param>
/// <param name="Person">Whose it is; null: nobody's.</param>
/// <param name="Json">As it came.</param>
internal sealed record SlackLate(SlackKind Kind, Instant At, string? Person, string Json) : IOwing
{
    /// <summary>Short enough that somebody may still wait for it.</summary>
    public static readonly Duration Pause = Duration.FromMinutes(1);

    private const string Nobodys = "-";

    /// <summary>When it is looked at, should it have been left behind.</summary>
    public required Instant Next { get; init; }

    /// <summary>How often it was then tried in vain.</summary>
    public int Tries { get; init; }

    [JsonIgnore]
    public int Revision => Tries;

    [JsonIgnore]
    public Instant? NextDue => Next;

    /// <summary>In the order in which one person's things came.</summary>
    [JsonIgnore]
    public string Key => Keys.Late(KnownChannels.Slack, Person ?? Nobodys, At, ShortHash.Of(Json));

    [JsonIgnore]
    public ReadOnlyMemory<byte> Body => Encoding.UTF8.GetBytes(Json);

    public static SlackLate Of(SlackKind kind, ReadOnlyMemory<byte> json, Instant at)
    {
        var body = JsonElement.Parse(json.Span);
        var person = kind switch
        {
            SlackKind.Event => body.Member("event")?.Member("user"),
            SlackKind.Interaction => body.Member("user")?.Member("id"),
            _ => body.Member("user_id"),
        };
        var id = PlainJson.Of(person) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        return new(kind, at, SlackPlaces.IsId(id) ? id : null, Encoding.UTF8.GetString(json.Span)) { Next = at + Pause };
    }
}
