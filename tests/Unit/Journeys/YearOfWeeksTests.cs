using Hausmeister.Domain.Documents;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Journeys;

/// <summary>A year of hand-offs, over both changes of the clocks. What is expected is counted out here, by weeks and local times, and not by the rota's own calendar.</summary>
public sealed class YearOfWeeksTests
{
    private const int Weeks = 52;

    /// <summary>A Monday at which the weekday order and the weekend order both begin anew.</summary>
    private static readonly LocalDate FirstMonday = new(2026, 10, 26);

    public static TheoryData<string> Zones => ["America/New_York", "Europe/Berlin"];

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Each_holder_is_asked_once_at_the_local_time_and_confirms_and_nobody_else_hears_of_it(string zone)
    {
        await using var year = await Year.OpenAsync(zone);
        var heard = await year.LiveAsync(async (person, message) =>
        {
            foreach (var button in message.Taps.Where(b => b.Title is "Ready" or "I'm on duty"))
                await person.TapAsync(button);
        });

        heard.Where(h => h.What == "card").ShouldBe(year.Expected.Select(e => new Heard(e.Start, e.To, "card")));
        heard.Where(h => h.What is "reminder" or "level 2" or "lead").ShouldBeEmpty();
        heard.Count(h => h.Who == "guild").ShouldBe(year.Expected.Count);
        (await year.HandOffsAsync()).ShouldAllBe(h => h.Ended == null && h.Confirmed != null && h.Confirmed.At == h.Start && h.Confirmed.By.Id == h.To);
    }

    [Fact]
    public async Task Where_nobody_ever_answers_each_is_followed_up_until_the_duty_passes_on()
    {
        await using var year = await Year.OpenAsync("Europe/Berlin");
        var heard = await year.LiveAsync((_, _) => Task.CompletedTask);

        heard.Where(h => h.What is "card" or "reminder" or "level 2" or "lead").OrderBy(h => h.At).ThenBy(h => h.What).ShouldBe(
            year.Expected.SelectMany(e => year.Ladder(e)).OrderBy(h => h.At).ThenBy(h => h.What));
        var handOffs = await year.HandOffsAsync();
        handOffs.ShouldAllBe(h => h.Confirmed == null && h.From != h.To);
        handOffs.SkipLast(1).ShouldAllBe(h => h.Ended != null && h.Ended.At == h.Until && h.Duties.Count == 0);
    }

    /// <summary>Somebody heard something.</summary>
    private sealed record Heard(Instant At, string Who, string What);

    private sealed record Expectation(Instant Start, Instant Until, string To);

    private sealed class Year(JourneyHouse house, IReadOnlyList<Expectation> expected) : IAsyncDisposable
    {
        public IReadOnlyList<Expectation> Expected => expected;

        public static async Task<Year> OpenAsync(string zone)
        {
            var squad = SampleSquad.DataInfra with
            {
                TimeZone = DateTimeZoneProviders.Tzdb[zone],
                Rota = SampleSquad.DataInfra.Rota with { Overrides = [] },
                Retention = null,
            };
            var expected = Count(squad);
            return new Year(await JourneyHouse.OpenAsync(expected[0].Start - Duration.FromHours(1), squad: squad), expected);
        }

        /// <summary>Lives through the year from one thing that is due to the next.</summary>
        /// <param name="answers">What a member does with a message.</param>
        public async Task<IReadOnlyList<Heard>> LiveAsync(Func<JourneyWindow, Message, Task> answers)
        {
            List<Heard> heard = [];
            (string Id, JourneyWindow Window)[] people = [("ana", house.Ana), ("bruno", house.Bruno), ("clara", house.Clara), ("davi", house.Davi), ("guild", house.Guild)];
            for (var end = expected[^1].Until - Duration.FromMinutes(1); house.Now < end; await house.AdvanceToNextAsync(end))
                foreach (var (id, window) in people)
                    foreach (var message in await window.ArrivedAsync())
                    {
                        heard.Add(new Heard(house.Now, id, What(id, message)));
                        await answers(window, message);
                    }
            return heard;
        }

        /// <summary>All that began, in their order.</summary>
        public async Task<IReadOnlyList<HandOff>> HandOffsAsync()
        {
            var begun = (await new HandOffDesk(new Work(house.Get<IDocumentStore>()), house.Moment).BegunAsync(CancellationToken.None)).Reverse().ToList();
            begun.Select(h => (h.Start, h.Until, h.To)).ShouldBe(expected.Select(e => (e.Start, e.Until, e.To)));
            return begun;
        }

        /// <summary>The card, a reminder after 15 minutes, Level 2 after 30, the lead after an hour, and again, together with a reminder, after twice the time.</summary>
        public IEnumerable<Heard> Ladder(Expectation handOff)
        {
            var (start, to) = (handOff.Start, handOff.To);
            var level2 = RotaCalendar.At(house.Squad, start).Level2;
            var lead = to == "ana" ? level2 : "ana";
            yield return new Heard(start, to, "card");
            yield return new Heard(start + Duration.FromMinutes(15), to, "reminder");
            yield return new Heard(start + Duration.FromMinutes(30), level2, "level 2");
            yield return new Heard(start + Duration.FromHours(1), lead, "lead");
            for (var hours = 2; start + Duration.FromHours(hours) < handOff.Until; hours *= 2)
            {
                yield return new Heard(start + Duration.FromHours(hours), to, "reminder");
                yield return new Heard(start + Duration.FromHours(hours), lead, "lead");
            }
        }

        public ValueTask DisposeAsync() => house.DisposeAsync();

        /// <summary>Week by week, Monday at eleven and Friday at five by the zone's clocks.</summary>
        private static List<Expectation> Count(Squad squad)
        {
            Instant At(int week, int day, int hour) => FirstMonday.PlusWeeks(week).PlusDays(day).At(new LocalTime(hour, 0)).InZoneStrictly(squad.TimeZone).ToInstant();
            return
            [
                .. from week in Enumerable.Range(0, Weeks)
                   let weekend = At(week, 4, 17)
                   from expectation in new[]
                   {
                       new Expectation(At(week, 0, 11), weekend, squad.Rota.Weekday.Order[week % 4]),
                       new Expectation(weekend, At(week + 1, 0, 11), squad.Rota.Weekend.Order[week % 4]),
                   }
                   select expectation,
            ];
        }

        private static string What(string who, Message message) => message switch
        {
            _ when who == "guild" => "notice",
            { Text: var text } when text.StartsWith("Hand-off from", StringComparison.Ordinal) => message.Buttons.Contains("I'm on duty") ? "card" : "copy",
            { Text: var text } when text.StartsWith("Not confirmed. Your shift", StringComparison.Ordinal) => "reminder",
            { Text: var text } when text.StartsWith("To you as Level 2", StringComparison.Ordinal) => "level 2",
            { Text: var text } when text.StartsWith("To you as lead", StringComparison.Ordinal) => "lead",
            _ => message.Summary,
        };
    }
}
