using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>A document's messages: sent once, and kept up to date where they show something that changes.</summary>
internal abstract partial class MessageEffects<T>(IMessenger messenger, ILogger logger)
    where T : Owing
{
    /// <summary>A proactive message that is not urgent waits for the end of a dialog, this long at most.</summary>
    private static readonly Duration LongestHold = Duration.FromMinutes(10);

    private static readonly Duration HoldPause = Duration.FromSeconds(15);

    public async Task<Func<T, T>> TellAsync(T document, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var (to, kind) = (duty.To!, duty.Message!.Value);
        if (!IsUrgent(document, kind) && await MustHoldAsync(duty, to, moment, cancellationToken))
            return d => d.Hold(duty.Id, moment.Now, HoldPause);
        var card = Card(document, kind, moment, Viewer(document, to, moment), duty.Text);
        var posts = await messenger.SendAsync(moment.Squad, to, kind, card, HaveIt(document, duty, to, kind), cancellationToken);
        return d => (IsKeptUpToDate(document, kind) ? posts.Aggregate(d, (current, post) => current.Posted(post with { Text = duty.Text })) : d).SettleClaimed(duty);
    }

    public async Task<Func<T, T>> UpdateAsync(T document, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var gone = new List<Post>();
        var failed = false;
        foreach (var post in document.Posts.Where(p => MayChange(document, p.Kind)))
        {
            var card = Card(document, post.Kind, moment, Person(post.Viewer, document, moment), post.Text);
            try
            {
                if (!await messenger.UpdateAsync(moment.Squad, post, card, cancellationToken))
                    gone.Add(post);
            }
            catch (UnreachableException error)
            {
                // The others are brought up to date all the same.
                Log.NotUpdated(logger, error, moment.Squad.Id, post.Kind);
                failed = true;
            }
        }
        return d => gone.Aggregate(Updated(d), (current, post) => current.Unposted(post));

        // What changed while the messages were written is owed anew.
        T Updated(T d) => failed ? d.Postpone(duty.Id, moment.Now, null)
            : d.Revision == document.Revision ? d.Settle(duty.Id)
            : d.Owe(duty with { ClaimedUntil = null, Due = moment.Now });
    }

    public async Task<bool> MustHoldAsync(Duty duty, Recipient to, Moment moment, CancellationToken cancellationToken) =>
        moment.Now - (duty.HeldSince ?? moment.Now) < LongestHold && await messenger.IsInDialogAsync(moment.Squad, to, moment.Now, cancellationToken);

    /// <param name="viewer">Null in a room.</param>
    /// <param name="text">The words that came with the duty.</param>
    protected abstract AdaptiveCard Card(T document, PostKind kind, Moment moment, Person? viewer, string? text);

    /// <summary>It does not wait for the end of a dialog.</summary>
    protected abstract bool IsUrgent(T document, PostKind kind);

    /// <summary>Such messages show something that changes; the others stay as they were said.</summary>
    protected abstract bool IsKeptUpToDate(T document, PostKind kind);

    /// <summary>Whether a message of a kind that is kept up to date is to be written anew now.</summary>
    protected virtual bool MayChange(T document, PostKind kind) => IsKeptUpToDate(document, kind);

    /// <summary>Somebody outside of the squad who reads messages of the document; null where there is nobody.</summary>
    protected virtual Person? Outsider(T document) => null;

    /// <summary>A room on several channels got it on some of them when it was tried before.</summary>
    private static IReadOnlyCollection<string> HaveIt(T document, Duty duty, Recipient to, PostKind kind) =>
        to.Room is null || duty.Attempts == 0 ? [] : [.. document.Posts.Where(p => p.Kind == kind && p.Viewer is null && p.Text == duty.Text).Select(p => p.Conversation)];

    private Person? Viewer(T document, Recipient to, Moment moment) => to switch
    {
        { Member: { } member } => Person(member, document, moment),
        { Conversation: not null } => Outsider(document),
        _ => null,
    };

    private Person? Person(string? id, T document, Moment moment) => id switch
    {
        null => null,
        _ when moment.Squad.Find(id) is { } member => new Person(member.Id, member.Name, false),
        _ when Outsider(document) is { } outsider && outsider.Id == id => outsider,
        _ => new Person(id, id, true),
    };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A message of {Squad} ({Kind}) was not brought up to date and comes again")]
        public static partial void NotUpdated(ILogger logger, Exception error, string squad, PostKind kind);
    }
}
