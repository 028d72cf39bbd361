using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>
/// One message for everything that one person is to be asked about at the same time: cases without news, and what waited for
/// work hours. The tracker is read first, since news there count.
/// </summary>
internal sealed class ProgressRound(
    CaseCommits cases, ThisProcess process, MessageEffects messages, IMessenger messenger, IIssueTracker tracker, TimeProvider time)
{
    /// <summary>What is due that soon comes along.</summary>
    private static readonly Duration Together = Duration.FromMinutes(5);

    private static readonly Duration HoldPause = Duration.FromSeconds(15);

    /// <summary>For the tracker's word on all cases of a round; it must leave the claims time for the message.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static bool IsForRound(Duty duty) => duty.Kind == DutyKind.AskProgress || duty is { Kind: DutyKind.Tell, Waited: true };

    /// <summary>Who holds this key asks the person; nobody else does meanwhile.</summary>
    public static string KeyOf(Case @case, Duty duty, Moment moment) => $"round/{moment.Squad.Id}/{RecipientOf(@case, duty, moment).Member}";

    /// <summary>Asks about this case and whatever else goes to the same person now. Whoever calls holds the person's key.</summary>
    public async Task<Func<Case, Case>> RunAsync(Case first, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var to = RecipientOf(first, duty, moment);
        if (await SeenAsync(first, duty, moment, enough.Token) is { } seen)
            return seen;
        if (first.Priority != Priority.P4 && await messages.MustHoldAsync(duty, to, moment, cancellationToken))
            return c => c.Hold(duty.Id, moment.Now, HoldPause);
        var asked = new List<Ask> { new(first, duty) };
        foreach (var other in await ClaimOthersAsync(first, to, moment, cancellationToken))
        {
            if (await SeenAsync(other.Case, other.Duty, moment, enough.Token) is { } otherSeen)
                await cases.DecideAsync(moment, other.Case.Id, otherSeen, cancellationToken);
            else
                asked.Add(other);
        }
        var posts = await SendAsync(to, asked, moment, cancellationToken);
        foreach (var ask in asked.Skip(1))
            await cases.DecideAsync(moment, ask.Case.Id, Recorded(ask, asked.Count, posts, moment), cancellationToken);
        return Recorded(asked[0], asked.Count, posts, moment);
    }

    private async Task<IReadOnlyList<Post>> SendAsync(Recipient to, List<Ask> asked, Moment moment, CancellationToken cancellationToken)
    {
        try
        {
            return await messenger.SendAsync(moment.Squad, to, PostKind.Progress, CardOf(asked, moment), [], cancellationToken);
        }
        catch
        {
            // They come again together with the first, whose runner postpones it.
            foreach (var ask in asked.Skip(1))
                await cases.DecideAsync(moment, ask.Case.Id, c => c.Postpone(ask.Duty.Id, moment.Now, null), cancellationToken);
            throw;
        }
    }

    /// <summary>What the tracker says instead of the person: closed means resolved, a sign of work begins the hour again.</summary>
    private async Task<Func<Case, Case>?> SeenAsync(Case @case, Duty duty, Moment moment, CancellationToken enough)
    {
        if (duty.Kind != DutyKind.AskProgress || @case is not { Issue: { } issue, Progress: { } progress })
            return null;
        try
        {
            if (await tracker.GetAsync(moment.Squad.Issues, issue.Number, enough) is { Open: false } closed)
                return c => ServiceIssues.SeenInTracker(c, closed, moment).Settle(duty.Id);
            return await tracker.NewsAsync(moment.Squad.Issues, issue.Number, progress.NewsAt, enough) is { } news
                ? c => ProgressRules.Heard(c, news.Text, moment with { Now = news.At })
                : null;
        }
        catch (Exception error) when (error is TrackerException or OperationCanceledException)
        {
            // Without the tracker's word the person is asked.
            return null;
        }
    }

    private async Task<IReadOnlyList<Ask>> ClaimOthersAsync(Case first, Recipient to, Moment moment, CancellationToken cancellationToken)
    {
        var claimed = new List<Ask>();
        foreach (var open in (await cases.OpenAsync(moment, cancellationToken)).Where(c => c.Id != first.Id))
        {
            Duty? taken = null;
            var current = await cases.DecideAsync(moment, open.Id, c =>
            {
                taken = c.Duties.FirstOrDefault(d => IsForRound(d) && IsFree(d, moment.Now) && RecipientOf(c, d, moment) == to);
                return taken is null ? c : Claim.Of(taken, process, moment.Now).In(c);
            }, cancellationToken);
            if (taken is not null && current is not null)
                claimed.Add(new Ask(current, taken));
        }
        return claimed;
    }

    /// <summary>Nobody has it in hand; one of this process waits for the person's key, which we hold, and will find it gone.</summary>
    private bool IsFree(Duty duty, Instant now) =>
        duty.ClaimedUntil is null ? duty.Due <= now + Together : duty.IsDue(now) || duty.ClaimedBy == process.Id || process.IsLeftBehind(duty);

    private static AdaptiveCards.AdaptiveCard CardOf(List<Ask> asked, Moment moment)
    {
        var inOrder = asked.OrderByDescending(a => a.Case.Priority).ThenBy(a => a.Case.OpenedAt).ToList();
        if (asked.All(a => a.Duty.Kind == DutyKind.AskProgress))
            return ProgressCard.Build([.. inOrder.Select(a => a.Case)], moment);
        if (asked is [var alone])
            return GuestReportCard.Build(alone.Case, moment, null);
        return MorningCard.Build([.. inOrder.Select(a => a.Duty.Kind == DutyKind.AskProgress ? (MorningItem)new MorningItem.Progress(a.Case) : new MorningItem.Guest(a.Case))], moment);
    }

    private static Func<Case, Case> Recorded(Ask ask, int together, IReadOnlyList<Post> posts, Moment moment) => ask.Duty.Kind == DutyKind.AskProgress
        ? c => posts.Aggregate(ProgressRules.Asked(c, moment), (current, post) => current.Posted(post))
        : c => (together > 1 ? c : posts.Aggregate(c, (current, post) => current.Posted(post with { Kind = PostKind.GuestReport }))).Settle(ask.Duty.Id);

    /// <summary>The owner; nobody's case is the one on duty's to answer for.</summary>
    private static Recipient RecipientOf(Case @case, Duty duty, Moment moment) =>
        duty.Kind == DutyKind.AskProgress ? Recipient.Of(@case.Owner ?? moment.OnDuty) : Recipient.Of(moment.OnDuty);

    private sealed record Ask(Case Case, Duty Duty);
}
