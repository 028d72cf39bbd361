using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Rota;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>
/// One message for everything that one person is to be asked about at the same time: cases without news, and what waited for
/// work hours. The tracker is read first, since news there count.
/// </summary>
internal sealed class ProgressRound(
    CaseCommits cases, ThisProcess process, CaseMessageEffects messages, IMessenger messenger, IIssueTracker tracker, TimeProvider time)
{
    /// <summary>What is due that soon comes along, in work hours: a P4 at night brings nothing that waits for them.</summary>
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
        foreach (var other in await ClaimOthersAsync(asked[0], to, moment, cancellationToken))
        {
            if (await SeenAsync(other.Case, other.Duty, moment, enough.Token) is { } otherSeen)
                await cases.DecideAsync(moment, other.Case.Id, otherSeen, cancellationToken);
            else
                asked.Add(other);
        }
        var posts = await SendAsync(to, asked, moment, cancellationToken);
        foreach (var ask in asked.Skip(1))
            await cases.DecideAsync(moment, ask.Case.Id, Recorded(ask, asked, posts, moment), cancellationToken);
        return Recorded(asked[0], asked, posts, moment);
    }

    private async Task<IReadOnlyList<Post>> SendAsync(Recipient to, List<Ask> asked, Moment moment, CancellationToken cancellationToken)
    {
        try
        {
            return await messenger.SendAsync(moment.Squad, to, PostKind.Progress, CardOf(to, asked, moment), [], cancellationToken);
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
            return await tracker.NewsAsync(moment.Squad.Issues, issue.Number, progress.NewsAt, enough) is { } news && !IsOurs(news, @case, moment)
                ? c => ProgressRules.Heard(c, news.Text, moment with { Now = news.At })
                : null;
        }
        catch (Exception error) when (error is TrackerException or OperationCanceledException)
        {
            // Without the tracker's word the person is asked.
            return null;
        }
    }

    /// <summary>The owner's assignment was made from here, or counted when it was seen.</summary>
    private static bool IsOurs(TrackerNews news, Case @case, Moment moment) =>
        news.Assignee is not null && string.Equals(news.Assignee, ServiceIssues.LoginOf(@case, moment.Squad), StringComparison.OrdinalIgnoreCase);

    private async Task<IReadOnlyList<Ask>> ClaimOthersAsync(Ask first, Recipient to, Moment moment, CancellationToken cancellationToken)
    {
        var claimed = new List<Ask>();
        foreach (var open in await cases.OpenAsync(moment, cancellationToken))
        {
            IReadOnlyList<Duty> taken = [];
            var current = await cases.DecideAsync(moment, open.Id, c =>
            {
                taken = [.. c.Duties.Where(d => (c.Id, d.Id) != (first.Case.Id, first.Duty.Id) && IsForRound(d) && IsFree(d, moment) && MayCome(c, d, moment) && RecipientOf(c, d, moment) == to)];
                return taken.Aggregate(c, (current, duty) => Claim.Of(duty, process, moment.Now).In(current));
            }, cancellationToken);
            claimed.AddRange(taken.Select(duty => new Ask(current!, duty)));
        }
        return claimed;
    }

    /// <summary>Nobody has it in hand; one of this process waits for the person's key, which we hold, and will find it gone.</summary>
    private bool IsFree(Duty duty, Moment moment) => duty.ClaimedUntil is null
        ? duty.Due <= (WorkCalendar.IsWorkTime(moment.Squad, moment.Now) ? moment.Now + Together : moment.Now)
        : duty.IsDue(moment.Now) || duty.ClaimedBy == process.Id || process.IsLeftBehind(duty);

    /// <summary>A P4 at night brings nothing along that waits for work hours, however late it is.</summary>
    private static bool MayCome(Case @case, Duty duty, Moment moment) => ProgressRules.Allowed(@case, duty, moment) <= moment.Now;

    private static AdaptiveCard CardOf(Recipient to, List<Ask> asked, Moment moment)
    {
        if (asked is [{ IsProgress: false } alone])
            return CaseMessages.Build(alone.Duty.Message!.Value, alone.Case, moment, new Person(to.Member!, moment.Squad.NameOf(to.Member), IsGuest: false), alone.Duty.Text);
        // A case that is asked about needs no other word.
        var each = asked.OrderByDescending(a => a.IsProgress).DistinctBy(a => a.Case.Id);
        return RoundCard.Build([.. each.OrderByDescending(a => a.Case.Priority).ThenBy(a => a.Case.OpenedAt).Select(a => a.Item(moment))], moment);
    }

    /// <summary>What came alone is a message of its own kind.</summary>
    private static Func<Case, Case> Recorded(Ask ask, List<Ask> asked, IReadOnlyList<Post> posts, Moment moment)
    {
        var kind = ask.IsProgress ? PostKind.Progress : asked.Count > 1 ? PostKind.Morning : ask.Duty.Message!.Value;
        return c => posts.Aggregate(
            ask.IsProgress ? ProgressRules.Asked(ServiceIssues.TakenUp(c, moment), moment) : c.Settle(ask.Duty.Id),
            (current, post) => current.Posted(post with { Kind = kind, Text = ask.Duty.Text }));
    }

    /// <summary>The owner; nobody's case, that of somebody who has left, and a guest are the one on duty's to answer for.</summary>
    private static Recipient RecipientOf(Case @case, Duty duty, Moment moment) => duty switch
    {
        { Kind: DutyKind.AskProgress } => Recipient.Of(moment.Squad.Find(@case.Owner)?.Id ?? moment.OnDuty),
        { Message: PostKind.GuestReport } => Recipient.Of(moment.OnDuty),
        _ => duty.To!,
    };

    private sealed record Ask(Case Case, Duty Duty)
    {
        public bool IsProgress => Duty.Kind == DutyKind.AskProgress;

        public MorningItem Item(Moment moment) => IsProgress
            ? MorningItem.Of(ServiceIssues.TakenUp(Case, moment), PostKind.Progress)
            : MorningItem.Of(Case, PostKind.Morning);
    }
}
