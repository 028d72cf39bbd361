using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;

namespace Hausmeister.Dialogs;

/// <summary>What people write in the thread of an open case is a note on it. The thread is the turn's own, never what somebody says it is.</summary>
public static class ThreadReplies
{
    /// <returns>The cases that have the note now; none where the words are in no such thread.</returns>
    public static async Task<IReadOnlyList<Case>> TakeAsync(Turn turn, string? text, CancellationToken cancellationToken)
    {
        var thread = turn.IsRoom ? turn.Conversation : turn.Origin?.Thread;
        var words = PeoplesText.Clean(text, Threads.LongestReply);
        if (thread is null || words.Length == 0)
            return [];
        var noted = new List<Case>();
        foreach (var @case in await turn.Cases.InThreadAsync(thread, cancellationToken))
            noted.Add((await turn.Cases.ApplyAsync(@case.Id, c => Threads.Reply(c, words, turn.Person, turn.Moment), cancellationToken))!);
        return noted;
    }
}
