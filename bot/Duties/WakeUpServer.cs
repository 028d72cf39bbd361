using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Knows which document owes what.</summary>
internal sealed class WakeUpServer(People people, CaseDutyRunner cases, CalendarRunner calendars)
{
    /// <returns>When the wake-up is to come again; null: it was served.</returns>
    public Task<Instant?> ServeAsync(WakeUp wakeUp, Instant now, CancellationToken cancellationToken)
    {
        var parts = wakeUp.Document.Split('/');
        if (people.Find(parts[0]) is not { } squad)
            return Task.FromResult<Instant?>(null);
        return parts switch
        {
            [_, "case", var id] => cases.RunAsync(squad, Keys.Decoded(id), wakeUp, now, cancellationToken),
            [_, "calendar"] => calendars.RunAsync(squad, now, cancellationToken),
            _ => Task.FromResult<Instant?>(null),
        };
    }
}
