using Hausmeister.Bot.Turns;

namespace Hausmeister.Bot.Duties;

/// <summary>The topics of one channel's rooms. A channel whose rooms have no topic has none of this.</summary>
internal interface IRoomTopics
{
    /// <summary>The channel's id.</summary>
    string Channel { get; }

    /// <summary>In UTF-16 units.</summary>
    int Longest { get; }

    /// <exception cref="ChannelRefusedException">The channel does not tell, as in both.</exception>
    Task<string> ReadAsync(string room, CancellationToken cancellationToken);

    /// <summary>False where it is too long for the channel all the same.</summary>
    Task<bool> SetAsync(string room, string topic, CancellationToken cancellationToken);
}
