using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Writes to people by itself, on whatever channel reaches them.</summary>
internal interface IMessenger
{
    /// <summary>Where the message went; a room may stand on several channels.</summary>
    /// <exception cref="UnreachableException">Nobody could be written to.</exception>
    Task<IReadOnlyList<Post>> SendAsync(Squad squad, Recipient to, PostKind kind, AdaptiveCard card, CancellationToken cancellationToken);

    /// <summary>False where the message is gone.</summary>
    Task<bool> UpdateAsync(Squad squad, Post post, AdaptiveCard card, CancellationToken cancellationToken);

    /// <summary>Whether the person is in the middle of a dialog that was alive at most ten minutes ago.</summary>
    Task<bool> IsInDialogAsync(Squad squad, Recipient to, Instant now, CancellationToken cancellationToken);
}

/// <summary>A message cannot be delivered now; the sentence says to whom and why.</summary>
internal sealed class UnreachableException(string message, Exception? inner = null) : Exception(message, inner);
