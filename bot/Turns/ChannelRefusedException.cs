namespace Hausmeister.Bot.Turns;

/// <summary>A channel does not do what it is asked for, and will not the next time unless somebody acts.</summary>
/// <param name="message">Why, as the end of a sentence for people, with its full stop.</param>
internal class ChannelRefusedException(string message) : Exception(message)
{
    /// <summary>The message or the place that was meant is there no more, or nobody can reach it.</summary>
    public bool IsGone { get; init; }

    /// <summary>It makes no sense to try this way again until somebody has acted.</summary>
    public virtual bool IsLasting => IsGone;
}
