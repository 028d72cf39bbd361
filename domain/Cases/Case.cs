using System.Text.Json.Serialization;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using NodaTime;

namespace Hausmeister.Domain.Cases;

/// <summary>Something that came to the squad. Decisions about it are pure functions that return the next one.</summary>
public sealed record Case : Owing
{
    /// <summary>Unique in the squad: its conversation and a sequence number taken when the triage began, as <c>ana-17</c>.</summary>
    public required string Id { get; init; }

    public required CaseKind Kind { get; init; }

    /// <summary>Counts the changes that a card's buttons depend on: the priority, closed or open. A card carries it as <c>rev</c>.</summary>
    public int Edition { get; init; } = 1;

    public required string Title { get; init; }

    public string? Details { get; init; }

    /// <summary>Who noticed or asks, and where, in people's words.</summary>
    public string? Reporter { get; init; }

    public required Instant OpenedAt { get; init; }

    public required Person OpenedBy { get; init; }

    /// <summary>The key of the conversation in which it was opened.</summary>
    public required string Conversation { get; init; }

    /// <summary>The message that it came with; null: none that is known.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The keys of other threads in which it came up, the newest last.</summary>
    // A case that was stored before there was such a list reads as null.
    public IReadOnlyList<string> OtherThreads { get => field ?? []; init; }

    /// <summary>The member who triaged it.</summary>
    public string? TriagedBy { get; init; }

    /// <summary>The member whose case it is; null: nobody's.</summary>
    public string? Owner { get; init; }

    /// <summary>Of a service issue.</summary>
    public Priority Priority { get; init; } = Priority.P3;

    /// <summary>Level 2 decides the priority; until then it is treated as <see cref="Priority"/>.</summary>
    public bool Undecided { get; init; }

    /// <summary>It falls under a severity level, so the procedure comes first.</summary>
    public bool Severity { get; init; }

    /// <summary>The record in the tracker; null while it is being created, and for a question.</summary>
    public IssueRef? Issue { get; init; }

    /// <summary>When the bot last changed it there: what was read of it before may be from before the change.</summary>
    public Instant? TrackerWrittenAt { get; init; }

    /// <summary>Why the tracker has not taken it yet.</summary>
    public Trouble? Trouble { get; init; }

    public Closing? Closed { get; init; }

    /// <summary>How a question was answered.</summary>
    public Answer? Answer { get; init; }

    /// <summary>With this question's answer docs were offered, so the same question does not offer them again soon.</summary>
    public bool DocsOffered { get; init; }

    /// <summary>The documentation issue that was asked for with it.</summary>
    public IssueRef? DocsIssue { get; init; }

    /// <summary>What a guest told, where one opened it.</summary>
    public GuestReport? Guest { get; init; }

    public IReadOnlyList<Note> Notes { get; init; } = [];

    /// <summary>What happened, oldest first, for the log book.</summary>
    public IReadOnlyList<Event> Timeline { get; init; } = [];

    public Progress? Progress { get; init; }

    public Level2Request? Level2 { get; init; }

    /// <summary>Members asked to drop their work and help with a P4.</summary>
    public IReadOnlyList<Helper> Helpers { get; init; } = [];

    /// <summary>What the crash channel was told, and when it was over; null where it was told nothing.</summary>
    public Crash? Crash { get; init; }

    /// <summary>When it became P4 and the consequences were set going, once; null while it is none.</summary>
    public Instant? P4Since { get; init; }

    /// <summary>Who changed the priority last, for a tap on a card from before.</summary>
    public PriorityChange? PriorityChange { get; init; }

    /// <summary>The keys of the conversations in channels of people that hear of it, and whose replies are notes on it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Threads => Origin is null ? OtherThreads : OtherThreads.Prepend(Origin.Thread);

    public bool IsOpen => Closed is null && Answer is null;

    /// <summary>Null while it is open.</summary>
    public Instant? EndedAt => Closed?.At ?? Answer?.At;

    public Case Happened(Instant at, Person by, string what) => this with { Timeline = [.. Timeline, new Event(at, by, what)] };

    /// <summary>Number and title where there is a number: <c>#482 Contracts has …</c>.</summary>
    public string Label => Issue is null ? Title : $"#{Issue.Number} {Title}";
}

public enum CaseKind
{
    Question,
    ServiceIssue,
    Alert,
}

/// <summary>A member or a guest. A guest's id is unique in its channel only.</summary>
public sealed record Person(string Id, string Name, bool IsGuest)
{
    /// <summary>The bot itself, for what it does by itself.</summary>
    public static Person Bot { get; } = new("hausmeister", "Hausmeister", false);
}

public sealed record IssueRef(int Number, Uri Url);

/// <param name="Reason">One sentence for people: "GitHub does not answer."</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record Trouble(string Reason, Instant Since, Instant NextTry, int Attempts);

/// <param name="What">What fixed it, if somebody said so.</param>
/// <param name="InTracker">It was closed there, not here.</param>
public sealed record Closing(Instant At, Person By, string? What, bool InTracker = false);

/// <param name="Tracker">It came from the tracker, so it is not written there again.</param>
public sealed record Note(Instant At, Person By, string Text, bool Tracker = false);

public sealed record Event(Instant At, Person By, string What);

public sealed record PriorityChange(Priority From, Priority To, Person By, Instant At);

/// <summary>The hourly question after news.</summary>
/// <param name="NewsAt">When something was last heard of it; the hour counts from here.</param>
/// <param name="News">What was heard.</param>
/// <param name="Moving">How many times in a row the answer was "moving"; the pauses grow with it.</param>
/// <param name="AskedAt">When the open question was asked; null while none is open.</param>
public sealed record Progress(Instant NewsAt, string? News, int Moving, Instant? AskedAt);

/// <param name="Asked">The member who was asked first.</param>
/// <param name="Lead">The lead who was asked too, as the first one was silent.</param>
/// <param name="AnsweredBy">The one of them who answered.</param>
public sealed record Level2Request(
    Level2Reason Why,
    string? Tried,
    Person By,
    Instant At,
    string Asked,
    Level2Answer? Answer = null,
    Instant? AnsweredAt = null,
    string? Lead = null,
    string? AnsweredBy = null);

public enum Level2Reason
{
    WhereToStart,
    Stuck,
    Priority,
}

public enum Level2Answer
{
    JoiningNow,
    In30Minutes,
    TakingOver,
}

public sealed record Helper(string Member, HelpAnswer Answer, string AskedBy);

public enum HelpAnswer
{
    Asked,
    Coming,
    Cant,
}

/// <summary>The whole company was told.</summary>
/// <param name="Point">The member who leads the work.</param>
/// <param name="Comms">The member who speaks for it.</param>
/// <param name="Known">What is known, if somebody said so.</param>
/// <param name="OverAt">When the company was told that it is fixed; null: it is not.</param>
public sealed record Crash(Instant At, Person By, string Point, string Comms, string? Known, Instant? OverAt = null);

/// <summary>How a question was answered.</summary>
/// <param name="Text">What was typed, or the title of what answered it.</param>
/// <param name="Link">The page or message that answered it.</param>
/// <param name="Source">What makes a question the same as another: the picked page's address or the picked case's id.</param>
public sealed record Answer(AnswerKind Kind, string? Text, Uri? Link, string? Source, Person By, Instant At);

public enum AnswerKind
{
    Page,
    EarlierCase,
    Typed,
    Elsewhere,
}

/// <param name="Did">"What did you do?"</param>
/// <param name="Expected">"What did you expect?"</param>
public sealed record GuestReport(string Did, string? Expected, string Place);
