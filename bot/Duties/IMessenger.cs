using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Writes to people by itself, on whatever channel reaches them.</summary>
internal interface IMessenger
{
    /// <summary>Where the message went; a room may stand on several channels.</summary>
    /// <param name="except">Conversations that have the message already, by their keys.</param>
    /// <exception cref="UnreachableException">Somebody could not be written to.</exception>
    Task<IReadOnlyList<Post>> SendAsync(
        Squad squad, Recipient to, PostKind kind, AdaptiveCard card, IReadOnlyCollection<string> except, CancellationToken cancellationToken);

    /// <summary>False where the message is gone.</summary>
    /// <exception cref="UnreachableException">It could not be brought up to date now.</exception>
    Task<bool> UpdateAsync(Squad squad, Post post, AdaptiveCard card, CancellationToken cancellationToken);

    /// <summary>Whether the person is in the middle of a dialog that was alive at most ten minutes ago.</summary>
    Task<bool> IsInDialogAsync(Squad squad, Recipient to, Instant now, CancellationToken cancellationToken);
}

/// <summary>A message cannot be delivered now; the sentence, for people, says to whom.</summary>
/// <param name="reached">Where it went all the same, as a room may stand on several channels.</param>
internal sealed class UnreachableException(string message, Exception? inner = null, IReadOnlyList<Post>? reached = null) : Exception(message, inner)
{
    public IReadOnlyList<Post> Reached { get; } = reached ?? [];
}
