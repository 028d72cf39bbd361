using System.Text.Json;
using System.Text.Json.Serialization;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Bot.Turns;

/// <summary>A reply in plain values, as it lies in a document until it is known to be sent.</summary>
internal sealed record SavedReply
{
    public ReplyKind Kind { get; init; }

    /// <summary>The id that we gave to a new message; of an update or a deletion, the message's.</summary>
    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? Name { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? Summary { get; init; }

    public string? Speak { get; init; }

    public string? InputHint { get; init; }

    public string? ReplyToId { get; init; }

    public string? AttachmentLayout { get; init; }

    /// <summary>Its Adaptive Cards.</summary>
    public IReadOnlyList<JsonElement>? Cards { get; init; }

    public IReadOnlyList<SavedSuggestion>? Suggestions { get; init; }

    /// <summary>The document that it shows, and how.</summary>
    public Shown? Shows { get; init; }
}

internal enum ReplyKind
{
    Sent,
    Updated,
    Deleted,
}

internal sealed record SavedSuggestion(string Type, string Title, string? Value);

/// <summary>A message shows a case or a day of the nightly run, whose document learns the message's id once there is one.</summary>
/// <param name="Document">The case's id, or the day's where the kind is one of a day.</param>
/// <param name="Revision">The document's, as the message shows it.</param>
internal sealed record Shown(string Squad, [property: JsonPropertyName("case")] string Document, PostKind Kind, string Conversation, string? Viewer, int Revision)
{
    public Post At(string activityId) => new(Kind, Conversation, activityId, Viewer);
}

/// <summary>The answer to an invoke in plain values.</summary>
/// <param name="Activity">The invoke's id.</param>
/// <param name="Status">Of the HTTP answer.</param>
internal sealed record SavedAnswer(string? Activity, int Status)
{
    /// <summary>Whether there is a card's answer in the body; without one the body is empty.</summary>
    public bool HasBody { get; init; }

    public int BodyStatus { get; init; }

    public string? BodyType { get; init; }

    /// <summary>The card in the body.</summary>
    public JsonElement? Card { get; init; }

    /// <summary>The message in the body, or an error's.</summary>
    public string? Text { get; init; }

    /// <summary>An error's code.</summary>
    public string? Code { get; init; }
}
