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

    /// <summary>A lead to go to when Level 2 is silent; another one than the person who asks, where there is one.</summary>
    public string LeadBeside(string? asker) =>
        (Squad.Members.FirstOrDefault(m => m.Lead && m.Id != asker) ?? Squad.Members.First(m => m.Lead)).Id;

    /// <summary>Whom this person asks for help: Level 2, or a lead where the person is Level 2.</summary>
    public string HelpFor(string? asker) => asker == Level2 ? LeadBeside(asker) : Level2;

    /// <summary>When something that is not urgent may be said: now, or at the start of work hours.</summary>
    public Instant InWorkHours => WorkCalendar.NextWorkTime(Squad, Now);
}
