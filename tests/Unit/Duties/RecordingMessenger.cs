using AdaptiveCards;
using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Duties;

/// <summary>A message as it was sent or brought up to date.</summary>
internal sealed record Said(Recipient? To, PostKind Kind, string Activity, string Card);

/// <summary>Notes what is said to whom, and can fail or be interrupted in the middle of a send.</summary>
internal sealed class RecordingMessenger : IMessenger
{
    public List<Said> Sent { get; } = [];

    public List<Said> Updated { get; } = [];

    /// <summary>Who is in the middle of a dialog.</summary>
    public HashSet<string> InDialog { get; } = [];

    /// <summary>Messages, by their ids, that are gone.</summary>
    public HashSet<string> Gone { get; } = [];

    public Func<Recipient, Exception?> Fails { get; set; } = _ => null;

    public Func<Post, Exception?> FailsToUpdate { get; set; } = _ => null;

    /// <summary>What happens elsewhere while a message is on its way.</summary>
    public Func<PostKind, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>The conversations that were to be left out, with each send.</summary>
    public List<IReadOnlyCollection<string>> Excepted { get; } = [];

    public async Task<IReadOnlyList<Post>> SendAsync(
        Squad squad, Recipient to, PostKind kind, AdaptiveCard card, IReadOnlyCollection<string> except, CancellationToken cancellationToken)
    {
        Excepted.Add(except);
        await Meanwhile(kind);
        if (Fails(to) is { } failure)
            throw failure;
        var id = $"m{Sent.Count + 1}";
        Sent.Add(new Said(to, kind, id, card.ToJson()));
        return [new Post(kind, to.Conversation ?? $"test/{to.Member ?? to.Room.ToString()}", id, to.Member)];
    }

    public async Task<bool> UpdateAsync(Squad squad, Post post, AdaptiveCard card, CancellationToken cancellationToken)
    {
        await Meanwhile(post.Kind);
        if (FailsToUpdate(post) is { } failure)
            throw failure;
        if (Gone.Contains(post.Activity))
            return false;
        Updated.Add(new Said(null, post.Kind, post.Activity, card.ToJson()));
        return true;
    }

    public Task<bool> IsInDialogAsync(Squad squad, Recipient to, Instant now, CancellationToken cancellationToken) =>
        Task.FromResult(to.Member is { } member && InDialog.Contains(member));
}
