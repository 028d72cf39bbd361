using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>A case's messages: sent once, and kept up to date where they show something that changes.</summary>
internal sealed partial class MessageEffects(IMessenger messenger, ILogger<MessageEffects> logger)
{
    /// <summary>A proactive message that is not urgent waits for the end of a dialog, this long at most.</summary>
    private static readonly Duration LongestHold = Duration.FromMinutes(10);

    private static readonly Duration HoldPause = Duration.FromSeconds(15);

    public async Task<Func<Case, Case>> TellAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var (to, kind) = (duty.To!, duty.Message!.Value);
        if (!IsUrgent(@case, kind) && await MustHoldAsync(duty, to, moment, cancellationToken))
            return c => c.Hold(duty.Id, moment.Now, HoldPause);
        var card = CaseMessages.Build(kind, @case, moment, Viewer(@case, to, moment), duty.Text);
        var posts = await messenger.SendAsync(moment.Squad, to, kind, card, HaveIt(@case, duty, to, kind), cancellationToken);
        return c => (IsKeptUpToDate(kind) ? posts.Aggregate(c, (current, post) => current.Posted(post with { Text = duty.Text })) : c).SettleClaimed(duty);
    }

    public async Task<Func<Case, Case>> UpdateAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var gone = new List<Post>();
        var failed = false;
        foreach (var post in @case.Posts.Where(p => IsKeptUpToDate(p.Kind) && !IsStillOffered(@case, p.Kind)))
        {
            var card = CaseMessages.Build(post.Kind, @case, moment, Person(post.Viewer, @case, moment), post.Text);
            try
            {
                if (!await messenger.UpdateAsync(moment.Squad, post, card, cancellationToken))
                    gone.Add(post);
            }
            catch (UnreachableException error)
            {
                // The others are brought up to date all the same.
                Log.NotUpdated(logger, error, @case.Squad, @case.Id);
                failed = true;
            }
        }
        return c => gone.Aggregate(Updated(c), (current, post) => current.Unposted(post));

        // What changed while the messages were written is owed anew.
        Case Updated(Case c) => failed ? c.Postpone(duty.Id, moment.Now, null)
            : c.Revision == @case.Revision ? c.Settle(duty.Id)
            : c.Owe(duty with { ClaimedUntil = null, Due = moment.Now });
    }

    public async Task<bool> MustHoldAsync(Duty duty, Recipient to, Moment moment, CancellationToken cancellationToken) =>
        moment.Now - (duty.HeldSince ?? moment.Now) < LongestHold && await messenger.IsInDialogAsync(moment.Squad, to, moment.Now, cancellationToken);

    /// <summary>A room on several channels got it on some of them when it was tried before.</summary>
    private static IReadOnlyCollection<string> HaveIt(Case @case, Duty duty, Recipient to, PostKind kind) =>
        to.Room is null || duty.Attempts == 0 ? [] : [.. @case.Posts.Where(p => p.Kind == kind && p.Viewer is null).Select(p => p.Conversation)];

    private static bool IsUrgent(Case @case, PostKind kind) => kind switch
    {
        PostKind.Given or PostKind.GuestReport or PostKind.HelpAnswer or PostKind.TrackerRefused or PostKind.PriorityDecided or PostKind.PriorityAsk or PostKind.Progress => @case.Priority == Priority.P4 && @case.Kind == CaseKind.ServiceIssue,
        _ => true,
    };

    /// <summary>One-line news stay as they were said; a progress message may ask about several cases and changes by its taps.</summary>
    private static bool IsKeptUpToDate(PostKind kind) => kind is
        PostKind.Issue or PostKind.Question or PostKind.Given or PostKind.P4Level2 or PostKind.P4Guild or PostKind.PriorityAsk
        or PostKind.Level2Ask or PostKind.Level2Lead or PostKind.PullIn or PostKind.GuestReport or PostKind.DocsOffer;

    /// <summary>The offer names three questions, this case is one of them: it stays until the issue is asked for.</summary>
    private static bool IsStillOffered(Case @case, PostKind kind) =>
        kind == PostKind.DocsOffer && @case.DocsIssue is null && @case.Duties.All(d => d.Kind != DutyKind.CreateDocsIssue);

    private static Person? Viewer(Case @case, Recipient to, Moment moment) => to switch
    {
        { Member: { } member } => Person(member, @case, moment),
        { Conversation: not null } => @case.OpenedBy,
        _ => null,
    };

    private static Person? Person(string? id, Case @case, Moment moment) => id switch
    {
        null => null,
        _ when moment.Squad.Find(id) is { } member => new Person(member.Id, member.Name, false),
        _ when @case.OpenedBy.Id == id => @case.OpenedBy,
        _ => new Person(id, id, true),
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A message of {Squad}/{Case} was not brought up to date and comes again")]
        public static partial void NotUpdated(ILogger logger, Exception error, string squad, string @case);
    }
}
