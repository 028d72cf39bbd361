using Hausmeister.Domain.Cases;
using NodaTime;

namespace Hausmeister.Domain.Duties;

/// <summary>The small steps that decisions are made of, on whatever owes something.</summary>
public static class Owed
{
    extension<T>(T document)
        where T : Owing
    {
        public T Owe(Duty duty) => document with { Duties = [.. document.Duties.Where(d => d.Id != duty.Id), duty] };

        public T Settle(string dutyId) => document with { Duties = [.. document.Duties.Where(d => d.Id != dutyId)] };

        public T Settle(params ReadOnlySpan<DutyKind> kinds)
        {
            var left = document.Duties.ToList();
            foreach (var kind in kinds)
                left.RemoveAll(d => d.Kind == kind);
            return document with { Duties = left };
        }

        /// <summary>Sends a message as soon as possible, whatever the hour.</summary>
        public T Tell(Recipient to, PostKind message, Instant at, string? text = null) =>
            document.Owe(new Duty(MessageId(to, message, text), DutyKind.Tell, at) { To = to, Message = message, Text = text });

        /// <summary>Sends a message in work hours: now, or together with what else waited when they begin.</summary>
        public T TellInWorkHours(Moment moment, Recipient to, PostKind message, string? text = null) =>
            document.Owe(new Duty(MessageId(to, message, text), DutyKind.Tell, moment.InWorkHours)
            {
                To = to,
                Message = message,
                Text = text,
                Waited = moment.InWorkHours > moment.Now,
            });

        /// <summary>Brings every message that shows the document up to date.</summary>
        public T Refresh(Instant now) => document.Owe(new Duty("posts", DutyKind.UpdatePosts, now));

        /// <summary>The message is gone: deleted, or its conversation is.</summary>
        public T Unposted(Post post) => document with { Posts = [.. document.Posts.Where(p => p != post)] };

        /// <summary>Remembers where a message stands; one of each kind in a conversation, the newest.</summary>
        public T Posted(Post post) =>
            document with { Posts = [.. document.Posts.Where(p => !post.Replaces(p)), post] };

        /// <summary>The claim is one compare-and-swap: whoever commits it carries the duties out.</summary>
        public T Claim(IReadOnlySet<string> dutyIds, Instant until, string? by = null) =>
            document with { Duties = [.. document.Duties.Select(d => dutyIds.Contains(d.Id) ? d with { ClaimedUntil = until, ClaimedBy = by } : d)] };

        /// <summary>The duty failed and comes again; <paramref name="retryAt"/> is what the other side asked for.</summary>
        public T Postpone(string dutyId, Instant now, Instant? retryAt) => document with
        {
            Duties = [.. document.Duties.Select(d => d.Id != dutyId ? d : d with
            {
                ClaimedUntil = null,
                Attempts = d.Attempts + 1,
                FailingSince = d.FailingSince ?? now,
                Due = Later(now + Backoff.After(d.Attempts + 1), retryAt),
            })],
        };

        /// <summary>The person is in the middle of a dialog: the message waits for its end.</summary>
        public T Hold(string dutyId, Instant now, Duration pause) => document with
        {
            Duties = [.. document.Duties.Select(d => d.Id != dutyId ? d : d with { ClaimedUntil = null, HeldSince = d.HeldSince ?? now, Due = now + pause })],
        };
    }

    private static Instant Later(Instant a, Instant? b) => b is { } other && other > a ? other : a;

    /// <summary>Other words are another message: what a second helper answers does not take the place of what the first one did.</summary>
    private static string MessageId(Recipient to, PostKind message, string? text)
    {
        var id = $"tell/{message}/{to.Member ?? to.Conversation ?? to.Room.ToString()}";
        return text is null ? id : $"{id}/{text}";
    }
}
