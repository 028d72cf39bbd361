using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>The orders of a squad's file as they were seen last, so that a change is noticed.</summary>
public sealed record RotaOrders(LocalDate From, OrderedShift Weekday, OrderedShift Weekend)
{
    public static RotaOrders Of(RotaRule rule) => new(rule.From, OrderedShift.Of(rule.Weekday), OrderedShift.Of(rule.Weekend));

    /// <summary>The rule with these orders.</summary>
    public RotaRule In(RotaRule rule) => rule with { From = From, Weekday = Weekday.ToRule(), Weekend = Weekend.ToRule() };
}

/// <param name="Order">Members' ids with commas between them: a record compares texts, not lists.</param>
public sealed record OrderedShift(IsoDayOfWeek Day, LocalTime Time, string Order)
{
    public static OrderedShift Of(ShiftRule rule) => new(rule.Day, rule.Time, string.Join(',', rule.Order));

    public ShiftRule ToRule() => new(Day, Time, Order.Split(','));
}
