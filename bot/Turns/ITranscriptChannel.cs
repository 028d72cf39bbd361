using Hausmeister.Domain.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Turns;

/// <summary>
/// A channel whose transcript lies in our own store: what came in and what is answered rides in the turn's commit, so that
/// there is no sending that could fail or double.
/// </summary>
internal interface ITranscriptChannel
{
    /// <summary>The rows of this turn in their order: the person's own message first, where it is shown.</summary>
    IReadOnlyList<Append> Rows(ITurnContext context, IReadOnlyList<HeldReply> replies);

    /// <summary>Whether this message of the conversation has, or had, a button with this verb and id: who taps only says so.</summary>
    Task<bool> HasOfferedAsync(string conversation, string message, string verb, string id, CancellationToken cancellationToken);

    /// <summary>The rows were committed at these positions; whoever looks at the conversation gets them now.</summary>
    void Publish(IReadOnlyList<Append> rows, IReadOnlyList<long> positions);
}

/// <summary>What the bot said in a turn and is held back until the turn is committed.</summary>
internal abstract record HeldReply
{
    /// <summary>A new message; its id was given by us.</summary>
    internal sealed record Sent(Activity Activity) : HeldReply;

    /// <summary>An earlier message in its new form.</summary>
    internal sealed record Updated(Activity Activity) : HeldReply;

    internal sealed record Deleted(ConversationReference Reference) : HeldReply;
}
