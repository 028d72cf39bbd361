using NodaTime;

namespace Hausmeister.Domain.Squads;

/// <summary>A team with a rota, channels, an issue tracker and a pipeline. One deployment serves many squads.</summary>
public sealed record Squad
{
    /// <summary>Lower-case letters, digits and hyphens; the first part of every key that belongs to the squad.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Every time that people read or configure is in this zone.</summary>
    public required DateTimeZone TimeZone { get; init; }

    public required WorkHours WorkHours { get; init; }

    public required IReadOnlyList<Member> Members { get; init; }

    public required RotaRule Rota { get; init; }

    public required ChannelSettings Channels { get; init; }

    public required IssueSettings Issues { get; init; }

    public required EscalationSettings Escalation { get; init; }

    public HandOffSettings HandOff { get; init; } = HandOffSettings.Usual;

    /// <summary>The docs catalogue: pages that answer user questions.</summary>
    public IReadOnlyList<DocsPage> Docs { get; init; } = [];

    /// <summary>Where the severity levels and their procedure are described, if the squad has them.</summary>
    public Uri? SeverityProcedure { get; init; }

    /// <summary>The nightly run; null: the squad has none.</summary>
    public PipelineSettings? Pipeline { get; init; }

    /// <summary>How long things are kept; null: for ever.</summary>
    public RetentionSettings? Retention { get; init; }

    public Member? Find(string? memberId) => Members.FirstOrDefault(m => m.Id == memberId);

    /// <summary>The member's name, or the id itself for somebody who has left the configuration.</summary>
    public string NameOf(string? memberId) => Find(memberId)?.Name ?? memberId ?? "nobody";

    public Member? FindByAccount(string channel, string account) =>
        Members.FirstOrDefault(m => m.Accounts.TryGetValue(channel, out var id) && id == account);
}

/// <summary>A person of the squad.</summary>
/// <param name="GitHub">The login in the issue tracker, for assignments.</param>
/// <param name="Accounts">Channel id to the person's account there: <c>webchat</c> the member's own id, <c>msteams</c> the Entra object id, <c>slack</c> the user id.</param>
public sealed record Member(
    string Id, string Name, string? GitHub, bool Level2, bool Lead, string? Phone, IReadOnlyDictionary<string, string> Accounts);

/// <summary>When the squad works; in between, only what is urgent is said. In the squad's zone.</summary>
public sealed record WorkHours(IReadOnlySet<IsoDayOfWeek> Days, LocalTime From, LocalTime To);

/// <summary>Shifts alternate weekday, weekend, weekday … from the first one on; each order names its holders in turn.</summary>
/// <param name="Overrides">Those of the squad's file; of several at the same time the last counts.</param>
public sealed record RotaRule(LocalDate From, ShiftRule Weekday, ShiftRule Weekend, IReadOnlyList<Override> Overrides)
{
    /// <summary>What members agreed on in chat, the last last; it counts before the file's.</summary>
    public IReadOnlyList<Override> Agreed { get; init; } = [];

    /// <summary>When members cannot be Level 2.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public bool IsAway(string member, Instant now) => Absences.Any(a => a.Member == member && a.From <= now && now < a.To);

    /// <summary>A shift that has begun and whose holder has not said that they know it; null: there is none.</summary>
    public Unconfirmed? Unconfirmed { get; init; }
}

/// <summary>When one kind of shift begins each week, and who holds it in turn.</summary>
public sealed record ShiftRule(IsoDayOfWeek Day, LocalTime Time, IReadOnlyList<string> Order);

/// <summary>An exception to the rule: the member holds it in [From, To).</summary>
public sealed record Override(Instant From, Instant To, string Member, string? Why);

/// <summary>The member is away in [From, To).</summary>
public sealed record Absence(string Member, Instant From, Instant To);

/// <summary>Duty has passed, and the new holder has not said that they know it.</summary>
/// <param name="HandOff">The hand-off's id.</param>
/// <param name="From">Who was on duty before, and hears of urgent things too.</param>
/// <param name="To">Who is on duty.</param>
public sealed record Unconfirmed(string HandOff, string From, string To, Instant Since);

/// <summary>Rooms by channel id. A room of the local web chat is named, one of Slack or Teams has an id.</summary>
public sealed record ChannelSettings(
    IReadOnlyDictionary<string, string> Announcements,
    IReadOnlyDictionary<string, string> Guild,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Help)
{
    /// <summary>Where the whole company hears of what falls under a severity level. Squads may share it.</summary>
    public IReadOnlyDictionary<string, string> Crash { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether topics are kept: the rota in those of the help rooms, 🔴 and 🟢 in that of the crash channel.</summary>
    public bool Topics { get; init; } = true;

    /// <summary>Whether the room is one of the squad's.</summary>
    public bool Has(string channel, string room) =>
        Announcements.GetValueOrDefault(channel) == room
        || Guild.GetValueOrDefault(channel) == room
        || Crash.GetValueOrDefault(channel) == room
        || Help.GetValueOrDefault(channel, []).Contains(room);
}

/// <summary>Where issues go and what they are called there.</summary>
/// <param name="Repository"><c>owner/name</c>.</param>
/// <param name="Labels">The labels of every issue; by them the squad's issues are found again.</param>
/// <param name="Priorities">The label of each priority.</param>
/// <param name="Undecided">The label while Level 2 has not decided the priority.</param>
public sealed record IssueSettings(
    string Repository, IReadOnlyList<string> Labels, IReadOnlyDictionary<Cases.Priority, string> Priorities, string Undecided);

/// <summary>How long somebody may stay silent before the next person is asked.</summary>
public sealed record EscalationSettings(
    Duration NoProgressAfter, Duration P4UnansweredAfter, Duration Level2SilentAfterP4, Duration Level2SilentAfterOther);

/// <summary>What is asked when around a hand-off.</summary>
/// <param name="DraftBefore">The draft goes to whoever hands over.</param>
/// <param name="RemindAfter">Not confirmed: a reminder.</param>
/// <param name="Level2After">Not confirmed: Level 2 is asked to hold it.</param>
/// <param name="LeadAfter">Not confirmed: a lead is asked to appoint somebody.</param>
/// <param name="ReadinessAt">On the working day before, in the squad's zone.</param>
/// <param name="Checklist">What must be at hand: <c>Pager</c>.</param>
public sealed record HandOffSettings(
    Duration DraftBefore, Duration RemindAfter, Duration Level2After, Duration LeadAfter, LocalTime ReadinessAt, IReadOnlyList<string> Checklist)
{
    /// <summary>For a squad's file that says nothing of it.</summary>
    public static HandOffSettings Usual { get; } = new(
        Duration.FromMinutes(30), Duration.FromMinutes(15), Duration.FromMinutes(30), Duration.FromHours(1), new LocalTime(14, 0), ["Pager", "Laptop", "VPN"]);
}

/// <param name="Conversations">After their last use.</param>
/// <param name="Cases">After their end.</param>
/// <param name="PipelineDays">After the morning that they served.</param>
public sealed record RetentionSettings(Period Conversations, Period Cases, Period PipelineDays);

public sealed record DocsPage(string Title, Uri Url, IReadOnlyList<string> Keywords);
