using Hausmeister.Domain.Text;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Text;

public class SquadTimeTests
{
    [Fact]
    public void A_day_is_said_in_the_squads_zone() =>
        SquadTime.Day(DataInfra, Instant.FromUtc(2026, 11, 27, 20, 0)).ShouldBe("Fri 27 Nov 17:00");

    [Fact]
    public void A_day_of_one_digit_stays_one() => SquadTime.Day(DataInfra, At(2026, 12, 4, 7, 5)).ShouldBe("Fri 4 Dec 07:05");

    [Fact]
    public void A_clock_has_24_hours() => SquadTime.Clock(DataInfra, At(2026, 11, 27, 17)).ShouldBe("17:00");

    [Theory]
    [InlineData(27, 0, "12:04")]
    [InlineData(27, 23, "12:04")]
    [InlineData(28, 0, "Fri 27 Nov 12:04")]
    [InlineData(26, 23, "Fri 27 Nov 12:04")]
    public void The_day_is_said_only_on_another_day(int day, int hour, string said) =>
        SquadTime.ClockOrDay(DataInfra, At(2026, 11, 27, 12, 4), At(2026, 11, day, hour)).ShouldBe(said);

    [Theory]
    [InlineData("-00:05:00", "0 min")]
    [InlineData("00:00:59", "0 min")]
    [InlineData("00:06:59", "6 min")]
    [InlineData("00:59:59", "59 min")]
    [InlineData("01:00:00", "1 h")]
    [InlineData("01:04:00", "1 h 04")]
    [InlineData("01:10:00", "1 h 10")]
    [InlineData("23:59:59", "23 h 59")]
    [InlineData("1.00:00:00", "1 day")]
    [InlineData("4.23:00:00", "4 days")]
    [InlineData("13.00:00:00", "13 days")]
    [InlineData("14.00:00:00", "2 weeks")]
    [InlineData("59.00:00:00", "8 weeks")]
    [InlineData("60.00:00:00", "2 months")]
    [InlineData("729.00:00:00", "24 months")]
    [InlineData("730.00:00:00", "2 years")]
    public void An_age_is_as_coarse_as_people_say_it(string age, string said) => SquadTime.Age(ParseDuration(age)).ShouldBe(said);

    [Theory]
    [InlineData("-00:05:00", "just now")]
    [InlineData("00:00:59", "just now")]
    [InlineData("01:20:00", "1 h 20 ago")]
    public void The_past_is_said_by_its_age(string age, string said) => SquadTime.Ago(ParseDuration(age)).ShouldBe(said);

    [Theory]
    [InlineData(0, "0 open issues")]
    [InlineData(1, "1 open issue")]
    [InlineData(4, "4 open issues")]
    public void Only_one_is_singular(int count, string said) => English.Plural(count, "open issue").ShouldBe(said);

    [Fact]
    public void An_irregular_plural_is_given() => English.Plural(2, "person", "people").ShouldBe("2 people");

    private static Duration ParseDuration(string timeSpan) =>
        Duration.FromTimeSpan(TimeSpan.Parse(timeSpan, System.Globalization.CultureInfo.InvariantCulture));
}
