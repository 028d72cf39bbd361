using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>What the one on duty is called, and what they owe: the weekend is pager only.</summary>
public enum DutyRole
{
    Hausmeister,
    WeekendOnCall,
}

/// <summary>One person's span of duty: [Start, End), never empty.</summary>
/// <param name="Holder">The id of the member on duty.</param>
/// <param name="Level2">The id of the more experienced member beside them, never the holder.</param>
/// <param name="Dealt">The id of the member to whom the order deals it: another than the holder where an override gives it away.</param>
public sealed record Shift(string Holder, DutyRole Role, Instant Start, Instant End, string Level2, string Dealt)
{
    public bool IsOverridden => Holder != Dealt;
}
