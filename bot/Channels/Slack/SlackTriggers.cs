using System.Collections.Concurrent;
using Hausmeister.Bot.Hosting;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// What lets a tap open a modal, while Slack takes it: three seconds by the machine's clock, and once. It is not kept longer than that, so a
/// restart loses nothing: the message with the fields has a button that opens them.
/// </summary>
internal sealed class SlackTriggers([FromKeyedServices(HouseClock.Real)] TimeProvider time)
{
    /// <summary>Source: docs.slack.dev/surfaces/modals, "trigger_id".</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    /// <summary>How long it is tried to open one: what opens later opens no more.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly ConcurrentDictionary<string, Noted> triggers = new();

    /// <param name="tap">The id of the tap's turn.</param>
    /// <param name="message">The tapped one.</param>
    public void Note(string tap, string message, string trigger)
    {
        var now = time.GetUtcNow();
        foreach (var old in triggers.Where(known => known.Value.Until <= now))
            triggers.TryRemove(old);
        triggers[tap] = new(message, trigger, now + Life);
    }

    /// <returns>Null where the turn is no tap's, or it is too old.</returns>
    public string? Take(string? turn) =>
        turn is not null && triggers.TryRemove(turn, out var noted) && noted.Until > time.GetUtcNow() ? noted.Trigger : null;

    /// <returns>Null where nobody has just tapped the message.</returns>
    public string? TakeOf(string message) => Take(triggers.FirstOrDefault(known => known.Value.Message == message).Key);

    private sealed record Noted(string Message, string Trigger, DateTimeOffset Until);
}
