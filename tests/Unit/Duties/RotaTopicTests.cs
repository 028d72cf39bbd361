using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Duties;

/// <summary>The topics of the help rooms follow the rota, whatever comes between.</summary>
public sealed class RotaTopicTests
{
    private const string OfAna = "Hausmeister: Ana until Fri 27 Nov 17:00 · Level 2: Clara";
    private const string OfDavi = "Weekend on-call: Davi until Mon 30 Nov 11:00 · Level 2: Clara";
    private const string OfBruno = "Hausmeister: Bruno until Fri 27 Nov 17:00 · Level 2: Ana";

    private static readonly Squad TwoRooms = WithoutOverrides with
    {
        Channels = WithoutOverrides.Channels with
        {
            Help = new Dictionary<string, IReadOnlyList<string>> { ["webchat"] = ["help"], ["slack"] = ["C1", "C2"], ["msteams"] = ["19:help@thread.tacv2"] },
        },
    };

    [Fact]
    public async Task They_say_who_is_on_duty_from_the_start_and_at_every_boundary()
    {
        var house = await StartedAsync(topics => topics.Now["C1"] = "Ask here");
        house.Topics.Set.ShouldBe([("C1", $"Ask here | {OfAna}"), ("C2", OfAna)], ignoreOrder: true);

        await house.AdvanceAsync(At(2026, 11, 27, 16, 59) - house.Now);
        house.Topics.Set.Count.ShouldBe(2);
        await house.AdvanceAsync(Duration.FromMinutes(1));
        house.Topics.Now["C1"].ShouldBe($"Ask here | {OfDavi}");
        await house.AdvanceAsync(At(2026, 11, 30, 10, 59) - house.Now);
        house.Topics.Set.Count.ShouldBe(4);
        await house.AdvanceAsync(Duration.FromMinutes(1));
        house.Topics.Now["C2"].ShouldBe("Hausmeister: Bruno until Fri 4 Dec 17:00 · Level 2: Ana");
        house.Topics.Set.Count.ShouldBe(6);
    }

    [Fact]
    public async Task They_follow_what_is_agreed_on_and_what_says_the_same_is_not_written()
    {
        var house = await StartedAsync();
        var set = house.Topics.Set.Count;

        await ChangeAsync(house, book => book with { Unconfirmed = new Unconfirmed("20261126T130000Z", "davi", "ana", house.Now) });
        await LookAsync(house);
        house.Topics.Set.Count.ShouldBe(set);

        var (now, end) = (house.Now, At(2026, 11, 27, 17));
        await ChangeAsync(house, book => book.Agree(new Agreement("1", AgreementKind.TakeOver, now, end, "bruno", "ana", DutyHouse.Bruno, now)));
        house.Topics.Now["C1"].ShouldBe(OfBruno);
        await ChangeAsync(house, book => book.End("1", now));
        house.Topics.Now["C2"].ShouldBe(OfAna);
        await ChangeAsync(house, book => book with { Absences = [new Absence("clara", now + Duration.FromHours(1), end)] });
        house.Topics.Now["C2"].ShouldBe(OfAna);
        await house.AdvanceAsync(Duration.FromHours(1));
        house.Topics.Now["C2"].ShouldBe("Hausmeister: Ana until Fri 27 Nov 17:00 · Level 2: Bruno");
    }

    [Fact]
    public async Task What_a_person_wrote_meanwhile_stays_and_a_sentence_that_they_took_out_comes_back()
    {
        var house = await StartedAsync();
        house.Topics.Now["C1"] = "New words";
        house.Topics.Now["C2"] = $"{OfAna} | New words";

        await LookAsync(house);

        house.Topics.Now["C1"].ShouldBe($"New words | {OfAna}");
        house.Topics.Now["C2"].ShouldBe($"{OfAna} | New words");
        await house.AdvanceAsync(At(2026, 11, 27, 17) - house.Now);
        house.Topics.Now["C2"].ShouldBe($"{OfDavi} | New words");
    }

    [Fact]
    public async Task A_room_that_refuses_holds_up_no_other_and_a_lead_hears_of_it_once()
    {
        var house = await StartedAsync(topics => topics.Fails = Refuses);
        house.Topics.Now.ShouldBe(new Dictionary<string, string> { ["C2"] = OfAna });
        house.Messenger.Sent.ShouldBeEmpty();

        await house.AdvanceAsync(Duration.FromHours(2));
        await LookAsync(house);
        await house.AdvanceAsync(Duration.FromHours(2));
        house.Messenger.Sent.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            said => said.To.ShouldBe(Recipient.Of("ana")),
            said => said.Card.ShouldContain("The topic of the help room C1 does not say who is on duty: I am not in the channel. I keep trying."));

        house.Topics.Fails = _ => null;
        await house.AdvanceAsync(Duration.FromMinutes(10));
        house.Topics.Now["C1"].ShouldBe(OfAna);
        (await BookAsync(house)).ShouldSatisfyAllConditions(
            book => book.TopicTroubles.ShouldBeEmpty(),
            book => book.Duties.ShouldHaveSingleItem().Kind.ShouldBe(DutyKind.FollowTopics));
        house.Messenger.Sent.Count.ShouldBe(1);

        static Exception? Refuses(string room) => room == "C1" ? new ChannelRefusedException("I am not in the channel.") : null;
    }

    [Fact]
    public async Task At_night_a_lead_is_not_woken_for_it()
    {
        var house = await StartedAsync(topics => topics.Fails = _ => new HttpRequestException("no network"), At(2026, 11, 26, 23, 0));

        await house.AdvanceAsync(Duration.FromHours(9));
        house.Messenger.Sent.ShouldBeEmpty();
        await house.AdvanceAsync(Duration.FromHours(2));
        house.Messenger.Sent.Select(said => said.Card).ShouldAllBe(card => card.Contains("does not say who is on duty: it does not answer.", StringComparison.Ordinal));
        house.Messenger.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_topic_without_room_is_left_alone_and_told_once()
    {
        var full = new string('x', 240);
        var house = await StartedAsync(topics => topics.Now["C1"] = full);

        await LookAsync(house);
        await LookAsync(house);

        house.Topics.Now["C1"].ShouldBe(full);
        house.Messenger.Sent.ShouldHaveSingleItem().Card.ShouldContain("The topic of the help room C1 has no room left for who is on duty. Shorten it, and I write it in.");
        house.Topics.Now["C1"] = "Short";
        await LookAsync(house);
        house.Topics.Now["C1"].ShouldBe($"Short | {OfAna}");
    }

    [Fact]
    public async Task What_changes_while_a_topic_is_written_is_written_after()
    {
        var house = await StartedAsync();
        house.Topics.Meanwhile = room =>
        {
            house.Topics.Meanwhile = _ => Task.CompletedTask;
            return CommitAsync(house, book => book.Agree(new Agreement("2", AgreementKind.TakeOver, house.Now, At(2026, 11, 27, 17), "bruno", "davi", DutyHouse.Bruno, house.Now)));
        };

        await ChangeAsync(house, book => book.Agree(new Agreement("1", AgreementKind.TakeOver, house.Now, At(2026, 11, 27, 17), "davi", "ana", DutyHouse.Ana, house.Now)));

        house.Topics.Now.Values.ShouldAllBe(topic => topic == OfBruno);
    }

    [Fact]
    public async Task Two_changes_at_once_end_with_what_is_true()
    {
        var house = await StartedAsync();
        await CommitAsync(house, book => book.Agree(new Agreement("1", AgreementKind.TakeOver, house.Now, At(2026, 11, 27, 17), "davi", "ana", DutyHouse.Ana, house.Now)));
        await CommitAsync(house, book => book.Agree(new Agreement("2", AgreementKind.TakeOver, house.Now, At(2026, 11, 27, 17), "bruno", "davi", DutyHouse.Bruno, house.Now)));

        await house.PumpTogetherAsync();

        house.Topics.Now.Values.ShouldAllBe(topic => topic == OfBruno);
        house.Topics.Set.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_topic_that_was_written_before_the_program_died_is_not_written_again()
    {
        var house = await StartedAsync();
        // Its outcome was never recorded.
        await CommitAsync(house, book => RotaTopics.Owe(book, house.Moment).Claim(new HashSet<string> { "topic/slack/C1", "topic/slack/C2" }, house.Now + Duration.FromSeconds(90), "dead"));
        var reads = house.Topics.Reads;

        await house.PumpAsync();
        house.Topics.Reads.ShouldBe(reads);
        await house.AdvanceAsync(Duration.FromSeconds(90));

        house.Topics.Reads.ShouldBe(reads + 2);
        house.Topics.Set.Count.ShouldBe(2);
        (await BookAsync(house)).Duties.ShouldHaveSingleItem().Kind.ShouldBe(DutyKind.FollowTopics);
    }

    [Fact]
    public async Task After_downtime_they_say_what_is_true_then()
    {
        var house = await StartedAsync();
        house.Time.Advance(TimeSpan.FromDays(5));

        await house.PumpAsync();

        house.Topics.Now.Values.ShouldAllBe(topic => topic == "Hausmeister: Bruno until Fri 4 Dec 17:00 · Level 2: Ana");
        house.Topics.Set.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_squad_whose_topics_are_left_alone_or_whose_rooms_have_none_owes_nothing()
    {
        foreach (var squad in new[] { WithoutOverrides, TwoRooms with { Channels = TwoRooms.Channels with { Topics = false } } })
        {
            var house = new DutyHouse(squad: squad);
            await LookAsync(house);

            house.Topics.Reads.ShouldBe(0);
            (await BookAsync(house)).Duties.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_room_that_is_taken_out_of_the_file_is_followed_no_more()
    {
        var house = await StartedAsync();
        var fewer = TwoRooms with { Channels = TwoRooms.Channels with { Help = new Dictionary<string, IReadOnlyList<string>> { ["slack"] = ["C2"] } } };

        await house.RotaTopics.FollowAsync(house.Moment with { Squad = fewer }, CancellationToken.None);
        await house.AdvanceAsync(At(2026, 11, 27, 17) - house.Now);

        house.Topics.Now.ShouldBe(new Dictionary<string, string> { ["C1"] = OfAna, ["C2"] = OfDavi });
    }

    private static async Task<DutyHouse> StartedAsync(Action<RecordingTopics>? before = null, Instant? start = null)
    {
        var house = new DutyHouse(start, TwoRooms);
        before?.Invoke(house.Topics);
        await LookAsync(house);
        return house;
    }

    /// <summary>What the host does at its start and every hour.</summary>
    private static async Task LookAsync(DutyHouse house)
    {
        await house.RotaTopics.FollowAsync(house.Moment, CancellationToken.None);
        await house.PumpAsync();
    }

    private static async Task ChangeAsync(DutyHouse house, Func<RotaBook, RotaBook> change)
    {
        await CommitAsync(house, change);
        await house.PumpAsync();
    }

    private static async Task CommitAsync(DutyHouse house, Func<RotaBook, RotaBook> change)
    {
        var work = new Work(house.Store);
        await new RotaDesk(work, house.Moment).ChangeAsync(change, CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
    }

    private static Task<RotaBook> BookAsync(DutyHouse house) => new RotaDesk(new Work(house.Store), house.Moment).BookAsync(CancellationToken.None);
}
