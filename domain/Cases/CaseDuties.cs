using NodaTime;

namespace Hausmeister.Domain.Cases;

/// <summary>The small steps that decisions are made of.</summary>
public static class CaseDuties
{
    public static Case Owe(this Case @case, Duty duty) => @case with { Duties = [.. @case.Duties.Where(d => d.Id != duty.Id), duty] };

    public static Case Settle(this Case @case, string dutyId) => @case with { Duties = [.. @case.Duties.Where(d => d.Id != dutyId)] };

    public static Case Settle(this Case @case, params ReadOnlySpan<DutyKind> kinds)
    {
        var left = @case.Duties.ToList();
        foreach (var kind in kinds)
            left.RemoveAll(d => d.Kind == kind);
        return @case with { Duties = left };
    }

    /// <summary>Sends a message about the case as soon as possible, whatever the hour.</summary>
    public static Case Tell(this Case @case, Recipient to, PostKind message, Instant at, string? text = null) =>
        @case.Owe(new Duty(MessageId(to, message, text), DutyKind.Tell, at) { To = to, Message = message, Text = text });

    /// <summary>Sends a message in work hours: now, or together with what else waited when they begin.</summary>
    public static Case TellInWorkHours(this Case @case, Moment moment, Recipient to, PostKind message, string? text = null) =>
        @case.Owe(new Duty(MessageId(to, message, text), DutyKind.Tell, moment.InWorkHours)
        {
            To = to,
            Message = message,
            Text = text,
            Waited = moment.InWorkHours > moment.Now,
        });

    /// <summary>Brings every message that shows the case up to date.</summary>
    public static Case Refresh(this Case @case, Instant now) => @case.Owe(new Duty("posts", DutyKind.UpdatePosts, now));

    public static Case Happened(this Case @case, Instant at, Person by, string what) =>
        @case with { Timeline = [.. @case.Timeline, new Event(at, by, what)] };

    /// <summary>The message is gone: deleted, or its conversation is.</summary>
    public static Case Unposted(this Case @case, Post post) => @case with { Posts = [.. @case.Posts.Where(p => p != post)] };

    /// <summary>Remembers where a message stands; one of each kind in a conversation, the newest.</summary>
    public static Case Posted(this Case @case, Post post) =>
        @case with { Posts = [.. @case.Posts.Where(p => p.Kind != post.Kind || p.Conversation != post.Conversation), post] };

    /// <summary>The claim is one compare-and-swap: whoever commits it carries the duties out.</summary>
    public static Case Claim(this Case @case, IReadOnlySet<string> dutyIds, Instant until, string? by = null) =>
        @case with { Duties = [.. @case.Duties.Select(d => dutyIds.Contains(d.Id) ? d with { ClaimedUntil = until, ClaimedBy = by } : d)] };

    /// <summary>The duty failed and comes again; <paramref name="retryAt"/> is what the other side asked for.</summary>
    public static Case Postpone(this Case @case, string dutyId, Instant now, Instant? retryAt) => @case with
    {
        Duties = [.. @case.Duties.Select(d => d.Id != dutyId ? d : d with
        {
            ClaimedUntil = null,
            Attempts = d.Attempts + 1,
            FailingSince = d.FailingSince ?? now,
            Due = Later(now + Backoff.After(d.Attempts + 1), retryAt),
        })],
    };

    /// <summary>The person is in the middle of a dialog: the message waits for its end.</summary>
    public static Case Hold(this Case @case, string dutyId, Instant now, Duration pause) => @case with
    {
        Duties = [.. @case.Duties.Select(d => d.Id != dutyId ? d : d with { ClaimedUntil = null, HeldSince = d.HeldSince ?? now, Due = now + pause })],
    };

    private static Instant Later(Instant a, Instant? b) => b is { } other && other > a ? other : a;

    /// <summary>Other words are another message: what a second helper answers does not take the place of what the first one did.</summary>
    private static string MessageId(Recipient to, PostKind message, string? text)
    {
        var id = $"tell/{message}/{to.Member ?? to.Conversation ?? to.Room.ToString()}";
        return text is null ? id : $"{id}/{text}";
    }
}
