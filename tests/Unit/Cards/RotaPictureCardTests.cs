using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Cards;

/// <summary>What the picture of the weeks is in words.</summary>
public sealed class RotaPictureCardTests
{
    [Fact]
    public void The_words_have_a_sentence_for_each_week_and_say_what_an_override_gives_away() => Words(DataInfra, At(2026, 11, 26, 10)).ShouldBe(
        "Mon 23 Nov Ana, weekend Davi. Mon 30 Nov Bruno, weekend Ana. Mon 7 Dec Clara, weekend Bruno. Mon 14 Dec Davi, weekend Clara. " +
        "Mon 21 Dec Ana, from Thu 12:00 Davi for Ana, weekend Davi. Mon 28 Dec Bruno, weekend Ana. Mon 4 Jan Clara, weekend Bruno. " +
        "Mon 11 Jan Davi, weekend Clara. Mon 18 Jan Ana, weekend Davi. Mon 25 Jan Bruno, weekend Ana. Mon 1 Feb Clara, weekend Bruno. Mon 8 Feb Davi, weekend Clara.");

    [Fact]
    public void Too_many_words_end_after_a_whole_week()
    {
        var squad = DataInfra with
        {
            Members = [.. DataInfra.Members.Select(m => m with { Name = m.Name + new string('x', 80) })],
            Rota = DataInfra.Rota with { Overrides = [.. Enumerable.Range(0, 80).Select(day => Everyday(day, day % 2 == 0 ? "ana" : "clara"))] },
        };

        var words = Words(squad, At(2026, 11, 26, 10));

        words.Length.ShouldBeLessThan(1_600);
        words.ShouldMatch(@"\. And \d more weeks\.$");
    }

    private static Override Everyday(int day, string member) =>
        new(At(2026, 11, 23, 11) + Duration.FromDays(day), At(2026, 11, 24, 11) + Duration.FromDays(day), member, null);

    private static string Words(Squad squad, Instant now) =>
        RotaPictureCard.Build(new Moment(squad, now), new Uri("https://bot.example/x.png")).Body.OfType<AdaptiveImage>().Single().AltText;
}
