using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Cases;

/// <summary>A squad at an instant: what a decision knows of the world.</summary>
public sealed record Moment(Squad Squad, Instant Now)
{
    /// <summary>The shift that the rota with its overrides names.</summary>
    public Shift Shift => RotaCalendar.At(Squad, Now);

    public string OnDuty => Shift.Holder;

    public string Level2 => Shift.Level2;

    /// <summary>A shift that has begun and is not confirmed; null where the one on duty knows it.</summary>
    public Unconfirmed? Unconfirmed => Squad.Rota.Unconfirmed is { } unconfirmed && unconfirmed.To == OnDuty ? unconfirmed : null;

    /// <summary>A lead who is none of these people; null where there is none.</summary>
    public string? LeadBeside(params string?[] people) => Squad.Members.FirstOrDefault(m => m.Lead && !people.Contains(m.Id))?.Id;

    /// <summary>Whom this person asks for help: Level 2; where the person is Level 2 a lead, or else another member, the experienced first.</summary>
    public string HelpFor(string? asker) => asker != Level2
        ? Level2
        : LeadBeside(asker) ?? Squad.Members.Where(m => m.Id != asker).OrderByDescending(m => m.Level2).Select(m => m.Id).FirstOrDefault(Level2);

    /// <summary>When something that is not urgent may be said: now, or at the start of work hours.</summary>
    public Instant InWorkHours => WorkCalendar.NextWorkTime(Squad, Now);
}
