using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Configuration;

/// <summary>Reads the rota: its orders name members, and everybody whom it makes a holder has a Level 2 beside them.</summary>
internal static class RotaReader
{
    public static RotaRule Read(ConfigValue value, ConfigValue membersValue, IReadOnlyList<Member> members, DateTimeZone? zone) => value.AsObject(rota =>
    {
        var ids = members.Select(m => m?.Id).OfType<string>().ToList();
        var member = Formats.OneOf(ids) with { Expected = $"a member's id ({string.Join(", ", ids)})" };
        var weekday = rota["weekday"].AsObject(shift => ReadShift(shift, Formats.DayAndTime, member));
        var weekendStart = Formats.DayAndTime.Where(s => s != (weekday?.Day, weekday?.Time), "another than the weekday shift's");
        var weekend = rota["weekend"].AsObject(shift => ReadShift(shift, weekendStart, member));
        var rule = new RotaRule(rota["from"].As(Formats.Date), weekday, weekend, ReadOverrides(rota.Optional("overrides"), member, zone ?? DateTimeZone.Utc));
        RefuseHoldersAlone(membersValue, members, rule);
        return rule;
    });

    private static ShiftRule ReadShift(ConfigObject shift, Format<(IsoDayOfWeek Day, LocalTime Time)> start, Format<string> member)
    {
        var (day, time) = shift["starts"].As(start);
        return new(day, time, shift["order"].AsFilledList(holder => holder.As(member)));
    }

    private static IReadOnlyList<Override> ReadOverrides(ConfigValue? value, Format<string> member, DateTimeZone zone) =>
        value?.AsList(item => item.AsObject(o =>
        {
            var from = o["from"].As(Formats.DateAndTime);
            return new Override(
                zone.InstantOf(from),
                zone.InstantOf(o["to"].As(Formats.DateAndTime.Where(to => to > from, $"later than \"{from:uuuu-MM-dd'T'HH:mm}\""))),
                o["member"].As(member),
                o.Optional("why")?.As(Formats.Text));
        })) ?? [];

    private static void RefuseHoldersAlone(ConfigValue membersValue, IReadOnlyList<Member> members, RotaRule rule)
    {
        var holders = (rule.Weekday?.Order ?? []).Concat(rule.Weekend?.Order ?? []).Concat(rule.Overrides.Select(o => o?.Member)).Distinct();
        foreach (var holder in holders.OfType<string>().Where(h => !members.Any(m => m is { Level2: true } && m.Id != h)))
            membersValue.Refuse($"one with \"level2\": true besides \"{holder}\", who holds shifts");
    }
}
