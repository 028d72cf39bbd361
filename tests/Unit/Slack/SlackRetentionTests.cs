using System.Text.Json;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Tests.Storage;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Hausmeister.Tests.Slack;

/// <summary>What is kept for taps is kept for 90 days after somebody needed it last.</summary>
public sealed class SlackRetentionTests
{
    private readonly InMemoryDocumentStore store = new();
    private readonly FakeTimeProvider time = new(SampleSquad.At(2026, 11, 26, 10, 0).ToDateTimeOffset());
    private readonly SlackMemory memory;

    public SlackRetentionTests() => memory = new SlackMemory(store, time, time);

    [Fact]
    public async Task It_goes_after_ninety_days_with_its_entry()
    {
        await KeepAsync("abc");
        await memory.NoteAsync("C1:1.2", Tappable(), CancellationToken.None);

        time.Advance(TimeSpan.FromDays(89));
        (await DeleteAsync()).ShouldBe(0);
        time.Advance(TimeSpan.FromDays(2));
        (await DeleteAsync()).ShouldBe(2);

        (await KeysAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kept again")]
    [InlineData("tapped")]
    public async Task Whoever_needs_it_keeps_it_for_longer(string how)
    {
        await KeepAsync("abc");
        await memory.NoteAsync("C1:1.2", Tappable(), CancellationToken.None);
        time.Advance(TimeSpan.FromDays(60));

        if (how == "tapped")
        {
            (await memory.KeptAsync("abc", CancellationToken.None)).ShouldBe("of abc");
            (await memory.MessageAsync("C1:1.2", CancellationToken.None)).ShouldNotBeNull();
        }
        else
        {
            await KeepAsync("abc");
            await memory.NoteAsync("C1:1.2", Tappable(), CancellationToken.None);
        }

        time.Advance(TimeSpan.FromDays(60));
        (await DeleteAsync()).ShouldBe(0);
        (await KeysAsync()).Count().ShouldBe(4);
        time.Advance(TimeSpan.FromDays(31));
        (await DeleteAsync()).ShouldBe(2);
        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Within_a_day_it_is_not_written_again()
    {
        await KeepAsync("abc");
        var commits = store.Commits.Count;

        await KeepAsync("abc");
        await memory.KeptAsync("abc", CancellationToken.None);

        store.Commits.Count.ShouldBe(commits);
    }

    [Fact]
    public async Task A_message_that_has_no_fields_any_more_leaves_nothing()
    {
        await memory.NoteAsync("C1:1.2", Tappable(), CancellationToken.None);

        await memory.NoteAsync("C1:1.2", null, CancellationToken.None);

        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_round_deletes_a_hundred_and_an_entry_of_what_is_gone_is_swept()
    {
        for (var kept = 0; kept < RetentionRound.MostAtOnce + 5; kept++)
            await KeepAsync($"k{kept}");
        var work = new Work(store);
        work.Enter(Keys.Needed("slack", SampleSquad.At(2020, 1, 1, 0, 0), "slack/kept/gone"));
        await work.CommitAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromDays(91));

        (await DeleteAsync()).ShouldBe(RetentionRound.MostAtOnce);
        (await DeleteAsync()).ShouldBe(6);
        (await KeysAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_one_squad_keeps_for_ever_nothing_goes()
    {
        await KeepAsync("abc");
        time.Advance(TimeSpan.FromDays(9_999));

        (await new OldTaps(store, [SampleSquad.DataInfra, SampleSquad.DataInfra with { Retention = null }]).DeleteAsync(Now, CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task The_squads_daily_round_does_it_and_a_button_then_says_that_it_is_too_old()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        await ana.SayAsync("triage The ledger is empty");
        await house.Get<SlackMemory>().KeepAsync(new Dictionary<string, string> { ["abc"] = """{"verb":"who","id":"","rev":0}""" }, CancellationToken.None);
        var later = house.Now + Duration.FromDays(91);

        await house.Get<RetentionRound>().RunAsync(new SquadCalendar { TrackerReadTo = later, TrackerReadNext = later }, new Moment(house.Squad, later), CancellationToken.None);

        (await house.Store.ListAsync("slack/", 10, CancellationToken.None)).ShouldBeEmpty();
        var tap = ana.Tap("A service issue");
        tap["actions"]![0]!["value"] = """{"k":"abc"}""";
        await house.InteractAsync(tap);
        ana.Last.Text.ShouldStartWith("That button is too old");
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static SlackTappable Tappable() => new("D0ANA", JsonElement.Parse("{}"));

    private Task KeepAsync(string key) => memory.KeepAsync(new Dictionary<string, string> { [key] = $"of {key}" }, CancellationToken.None);

    private Task<int> DeleteAsync() => new OldTaps(store, [SampleSquad.DataInfra]).DeleteAsync(Now, CancellationToken.None);

    private async Task<IEnumerable<string>> KeysAsync() => (await store.ListAsync("slack/", 1_000, CancellationToken.None)).Select(document => document.Key);
}
