using NodaTime;

namespace Hausmeister.Domain.Cases;

/// <summary>Something that the bot owes by an instant.</summary>
/// <param name="Id">Unique in its case; a second duty with the same id takes the first one's place.</param>
public sealed record Duty(string Id, DutyKind Kind, Instant Due)
{
    /// <summary>Whom a message is for.</summary>
    public Recipient? To { get; init; }

    /// <summary>Which message.</summary>
    public PostKind? Message { get; init; }

    /// <summary>A comment's or a message's words.</summary>
    public string? Text { get; init; }

    /// <summary>It waited for work hours, so it may come together with others.</summary>
    public bool Waited { get; init; }

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
}

/// <summary>A member, a room of the squad, or a conversation by its key. One of the three.</summary>
public sealed record Recipient(string? Member = null, Room? Room = null, string? Conversation = null)
{
    public static Recipient Of(string member) => new(Member: member);

    public static Recipient Guild { get; } = new(Room: Cases.Room.Guild);

    public static Recipient In(string conversation) => new(Conversation: conversation);
}

public enum Room
{
    Announcements,
    Guild,
}

/// <summary>What a message about a case says. Each has one card or one line.</summary>
public enum PostKind
{
    /// <summary>The issue's own card.</summary>
    Issue,

    /// <summary>A question's own card.</summary>
    Question,

    /// <summary>To the new owner.</summary>
    Given,

    /// <summary>To Level 2: a P4 has begun.</summary>
    P4Level2,

    /// <summary>To the guild: a P4 has begun.</summary>
    P4Guild,

    /// <summary>To Level 2: which priority?</summary>
    PriorityAsk,

    /// <summary>To the owner: Level 2 has not answered.</summary>
    PrioritySilent,

    /// <summary>To the owner: Level 2 has decided.</summary>
    PriorityDecided,

    /// <summary>An hour without news.</summary>
    Progress,

    /// <summary>It waited for work hours, and stands in one message with others.</summary>
    Morning,

    /// <summary>To Level 2: a P4's progress question stays unanswered.</summary>
    ProgressSilent,

    /// <summary>To Level 2: somebody asks for help.</summary>
    Level2Ask,

    /// <summary>To whoever asked: the answer.</summary>
    Level2Answer,

    /// <summary>To a lead: Level 2 is silent.</summary>
    Level2Lead,

    /// <summary>To whoever asked: it went to a lead.</summary>
    Level2Silent,

    /// <summary>Drop your work and help.</summary>
    PullIn,

    /// <summary>To whoever pulls in: somebody comes, or cannot.</summary>
    HelpAnswer,

    /// <summary>To the one on duty: a guest asks.</summary>
    GuestReport,

    /// <summary>To the guest: taken, an issue, answered, fixed.</summary>
    GuestNews,

    /// <summary>The third time the same question.</summary>
    DocsOffer,

    /// <summary>To whoever wrote in chat: a duty in the tracker cannot be done.</summary>
    TrackerRefused,
}
