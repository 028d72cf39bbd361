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

    /// <summary>The docs catalogue: pages that answer user questions.</summary>
    public IReadOnlyList<DocsPage> Docs { get; init; } = [];

    /// <summary>Where the severity levels and their procedure are described, if the squad has them.</summary>
    public Uri? SeverityProcedure { get; init; }

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
public sealed record RotaRule(LocalDate From, ShiftRule Weekday, ShiftRule Weekend, IReadOnlyList<Override> Overrides);

/// <summary>When one kind of shift begins each week, and who holds it in turn.</summary>
public sealed record ShiftRule(IsoDayOfWeek Day, LocalTime Time, IReadOnlyList<string> Order);

/// <summary>An exception to the rule: the member holds it in [From, To), in the squad's zone.</summary>
public sealed record Override(LocalDateTime From, LocalDateTime To, string Member, string? Why);

/// <summary>Rooms by channel id. A room of the local web chat is named, one of Slack or Teams has an id.</summary>
public sealed record ChannelSettings(
    IReadOnlyDictionary<string, string> Announcements,
    IReadOnlyDictionary<string, string> Guild,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Help);

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

/// <param name="Conversations">After their last use.</param>
/// <param name="Cases">After their end.</param>
public sealed record RetentionSettings(Period Conversations, Period Cases);

public sealed record DocsPage(string Title, Uri Url, IReadOnlyList<string> Keywords);
