using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>Knows which document owes what.</summary>
internal sealed class WakeUpServer(People people, CaseDutyRunner cases, HandOffDutyRunner handOffs, OfferDutyRunner offers, RotaDutyRunner rota, PipelineDutyRunner pipeline, ChannelDutyRunner channels,
    CalendarRunner calendars, IEnumerable<ILateRunner> late)
{
    /// <summary>A squad or a channel that is not configured now may come back, and what is owed there waits for it.</summary>
    private static readonly Duration Unconfigured = Duration.FromHours(1);

    public Task<Served> ServeAsync(WakeUp wakeUp, Instant now, CancellationToken cancellationToken)
    {
        var parts = wakeUp.Document.Split('/');
        if (Keys.IsLate(wakeUp.Document))
            return late.FirstOrDefault(runner => runner.Channel == parts[0])?.RunAsync(wakeUp, now, cancellationToken) ?? Task.FromResult(Served.Again(now + Unconfigured));
        if (people.Find(parts[0]) is not { } squad)
            return Task.FromResult(Served.Again(now + Unconfigured));
        return parts switch
        {
            [_, "case", var id] => cases.RunAsync(squad, Keys.Decoded(id), wakeUp, now, cancellationToken),
            [_, "handoff", var id] => handOffs.RunAsync(squad, Keys.Decoded(id), wakeUp, now, cancellationToken),
            [_, "offer", var id] => offers.RunAsync(squad, Keys.Decoded(id), wakeUp, now, cancellationToken),
            [_, "rota"] => rota.RunAsync(squad, "rota", wakeUp, now, cancellationToken),
            [_, "dag", var id] => pipeline.RunAsync(squad, Keys.Decoded(id), wakeUp, now, cancellationToken),
            [_, "channels", var id] => channels.RunAsync(squad, Keys.Decoded(id), wakeUp, now, cancellationToken),
            [_, "calendar"] => calendars.RunAsync(squad, now, cancellationToken),
            _ => Task.FromResult(Served.Done),
        };
    }
}
