using System.Text.Json;
using System.Text.Json.Serialization;
using Hausmeister.Domain.Cases;
using NodaTime;

namespace Hausmeister.Bot.Turns;

/// <summary>What one person and the bot are talking about in one conversation. A plain turn reads this once and commits it once.</summary>
/// <remarks>The count of cases must outlive everything else in here: a case's id is made of it and is never used again.</remarks>
internal sealed record ConversationDocument
{
    /// <summary>How many activities are recognised when they come again.</summary>
    public const int Remembered = 20;

    /// <summary>The id of the squad that the person means here; null while that is not known.</summary>
    public string? Squad { get; init; }

    public Person? Person { get; init; }

    /// <summary>Set while the bot waits to hear which squad is meant.</summary>
    public SquadQuestion? SquadQuestion { get; init; }

    /// <summary>The dialog stack as <see cref="DialogStateCodec"/> writes it; null while no dialog is open.</summary>
    public JsonElement? Dialog { get; init; }

    /// <summary>What the ids of cases that begin here begin with.</summary>
    public required string CasePrefix { get; init; }

    /// <summary>How many case ids were taken here.</summary>
    public int Cases { get; init; }

    /// <summary>Counts the turns that were committed, so that a mark of an earlier turn is not taken for this one's.</summary>
    public int Turns { get; init; }

    public Instant LastActivity { get; init; }

    /// <summary>The ids of the last activities, oldest first.</summary>
    public IReadOnlyList<string> Recent { get; init; } = [];

    /// <summary>What was said and is not known to be sent, in order.</summary>
    public IReadOnlyList<SavedReply> Unsent { get; init; } = [];

    /// <summary>The answer to the last invoke.</summary>
    public SavedAnswer? Answer { get; init; }

    /// <summary>The way to this conversation as it was written last under its own key.</summary>
    public Reference? Reference { get; init; }

    /// <summary>The day, in the squad's zone, on which it was written last that the person can be reached here.</summary>
    public LocalDate? ReachedOn { get; init; }

    /// <summary>Somebody is in the middle of a dialog, so what is not urgent waits.</summary>
    [JsonIgnore]
    public bool IsInDialog => Dialog is not null;

    /// <summary>What stays of it when it was kept long enough.</summary>
    public ConversationDocument Forgotten() => new() { CasePrefix = CasePrefix, Cases = Cases, Turns = Turns };

    public bool Knows(string? activityId) => activityId is not null && Recent.Contains(activityId);

    public ConversationDocument Remember(string? activityId) =>
        activityId is null ? this : this with { Recent = [.. Recent.Append(activityId).TakeLast(Remembered)] };

    /// <summary>The first <paramref name="count"/> replies of what this turn left are sent. Of another turn's it knows nothing.</summary>
    public ConversationDocument Sent(int turn, int count) => turn == Turns ? this with { Unsent = [.. Unsent.Skip(count)] } : this;
}

/// <summary>Which squad somebody means who may mean several.</summary>
/// <param name="Squads">Their ids in the order of the numbers in the question.</param>
/// <param name="Text">What the person had said before; it is answered once the squad is known.</param>
/// <param name="Origin">The message that it came with.</param>
internal sealed record SquadQuestion(IReadOnlyList<string> Squads, string? Text, Origin? Origin = null);
