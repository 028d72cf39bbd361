using NodaTime;

namespace Hausmeister.Domain.Duties;

/// <summary>Something that the bot owes by an instant.</summary>
/// <param name="Id">Unique in its case; a second duty with the same id takes the first one's place.</param>
public sealed record Duty(string Id, DutyKind Kind, Instant Due)
{
    /// <summary>Whom a message is for.</summary>
    public Recipient? To { get; init; }

    /// <summary>Which message.</summary>
    public PostKind? Message { get; init; }

    /// <summary>A comment's or a message's words; of a topic, whose it is: its conversation's key.</summary>
    public string? Text { get; init; }

    /// <summary>It waited for work hours, so it may come together with others.</summary>
    public bool Waited { get; init; }

    /// <summary>It is urgent, and whoever was on duty before hears of it too.</summary>
    public bool Shared { get; init; }

    /// <summary>Since when it waits for the end of somebody's dialog.</summary>
    public Instant? HeldSince { get; init; }

    /// <summary>How often it failed.</summary>
    public int Attempts { get; init; }

    public Instant? FailingSince { get; init; }

    /// <summary>Somebody carries it out until then; afterwards anyone may try again.</summary>
    public Instant? ClaimedUntil { get; init; }

    /// <summary>The process that carries it out.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>When somebody has to look at it.</summary>
    public Instant Wake => ClaimedUntil ?? Due;

    public bool IsDue(Instant now) => Wake <= now;
}

public enum DutyKind
{
    CreateIssue,
    CreateDocsIssue,
    Comment,
    SetLabels,
    Assign,
    SetOpen,
    Tell,
    UpdatePosts,
    AskProgress,
    EscalateProgress,
    RemindPriority,
    EscalateLevel2,
    EndOffer,
    AppointOffer,
    AskReady,
    EscalateReady,
    PrepareHandOff,
    BeginHandOff,
    EndStay,
    MoveCases,
    RemindHandOff,
    EscalateHandOff,
    AppointHandOff,
    ReadRun,
    PreviewPost,
    PostStatus,
    EscalateTrouble,
    FollowTopics,
    SetTopic,
    MarkCrash,
}

/// <summary>A member, a room of the squad, or a conversation by its key. One of the three.</summary>
public sealed record Recipient(string? Member = null, Room? Room = null, string? Conversation = null)
{
    public static Recipient Of(string member) => new(Member: member);

    public static Recipient Guild { get; } = new(Room: Duties.Room.Guild);

    public static Recipient Announcements { get; } = new(Room: Duties.Room.Announcements);

    /// <summary>The whole company reads there.</summary>
    public static Recipient Crash { get; } = new(Room: Duties.Room.Crash);

    public static Recipient In(string conversation) => new(Conversation: conversation);
}

public enum Room
{
    Announcements,
    Guild,
    Crash,
}
