using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Does what a channel was told is taken, and what was left behind before it was done.</summary>
internal interface ILateRunner
{
    /// <summary>The channel's id, with which the keys of such documents begin.</summary>
    string Channel { get; }

    Task<Served> RunAsync(WakeUp wakeUp, Instant now, CancellationToken cancellationToken);
}
