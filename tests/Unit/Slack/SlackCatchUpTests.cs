using System.Globalization;
using System.Text.Json.Nodes;
using Hausmeister.Bot.Channels.Slack;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hausmeister.Tests.Slack;

/// <summary>What people wrote while nobody listened.</summary>
public sealed class SlackCatchUpTests
{
    private int written;

    [Fact]
    public async Task What_was_written_meanwhile_is_answered_in_its_order_and_once()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.PageSize = 2;
        var ana = house.Person("ana");
        await ana.SayAsync("who");
        foreach (var words in new[] { "triage The ledger is empty", "issue", "P3", "create", "who" })
            house.Slack.Others.Add((ana.Channel, Written(house, ana, words)));
        var before = ana.All.Count;

        await CatchUpAsync(house);
        var answered = ana.All.Count;
        await CatchUpAsync(house);

        ana.All[before].Text.ShouldBe(SlackCatchUp.Away);
        ana.All.ShouldContain(post => post.Text.StartsWith("#1 P3 The ledger is empty", StringComparison.Ordinal));
        ana.Last.Text.ShouldContain("Ana is Hausmeister");
        ana.All.Count.ShouldBe(answered);
        house.Slack.Calls.Where(call => call.Method == "conversations.history").Select(call => (string?)call.Arguments["cursor"]).ShouldBe([null, "2", "4", null]);
    }

    [Fact]
    public async Task Where_nothing_was_written_nothing_is_said_and_what_was_heard_is_no_news()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        var heard = Written(house, ana, "who");
        await house.EventAsync(heard.DeepClone().AsObject());
        house.Slack.Others.Add((ana.Channel, heard));
        var said = ana.All.Count;

        await CatchUpAsync(house);

        ana.All.Count.ShouldBe(said);
    }

    [Fact]
    public async Task Neither_bots_nor_edits_nor_what_is_older_than_a_day_are_answered()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        await ana.SayAsync("who");
        var (ofBot, edit, other) = (Written(house, ana, "who"), Written(house, ana, "who"), Written(house, ana, "who"));
        ofBot["bot_id"] = "B1";
        edit["subtype"] = "message_changed";
        other["user"] = "U0EVA";
        foreach (var message in new[] { ofBot, edit, other })
            house.Slack.Others.Add((ana.Channel, message));
        var said = ana.All.Count(post => post.Text.Contains("Ana is Hausmeister", StringComparison.Ordinal));

        await CatchUpAsync(house);
        house.Slack.Others.Add((ana.Channel, Written(house, ana, "who")));
        house.Real.Advance(TimeSpan.FromDays(2));
        await CatchUpAsync(house);

        ana.All.Count(post => post.Text.Contains("Ana is Hausmeister", StringComparison.Ordinal)).ShouldBe(said);
    }

    [Fact]
    public async Task One_that_cannot_be_read_does_not_hold_up_the_others()
    {
        await using var house = await SlackHouse.OpenAsync();
        var (ana, bruno) = (house.Person("ana"), house.Person("bruno"));
        foreach (var person in new[] { ana, bruno })
        {
            await person.SayAsync("who");
            house.Slack.Others.Add((person.Channel, Written(house, person, "help")));
        }

        house.Slack.Errors[("conversations.history", ana.Channel)] = "channel_not_found";
        await CatchUpAsync(house);

        ana.All.ShouldNotContain(post => post.Text == SlackCatchUp.Away);
        bruno.All.ShouldContain(post => post.Text == SlackCatchUp.Away);
        house.Log.Lines.ShouldHaveSingleItem().ShouldContain("could not be read");
    }

    [Fact]
    public async Task Who_we_are_is_asked_until_Slack_has_said_it()
    {
        await using var house = await SlackHouse.OpenAsync();
        var time = new FakeTimeProvider();
        house.Slack.Refuse("auth.test", "internal_error");
        using var identity = new SlackIdentity(house.Get<SlackApi>(), house.Get<SlackSettings>(), time, NullLogger<SlackIdentity>.Instance);
        await identity.StartAsync(CancellationToken.None);
        using var deadline = new CancellationTokenSource(Waiting.Longest);
        while (!identity.ExecuteTask!.IsCompleted)
        {
            deadline.Token.ThrowIfCancellationRequested();
            time.Advance(SlackIdentity.Pause);
            await Task.Yield();
        }

        identity.User.ShouldBe(FakeSlack.Bot);
        identity.Workspace.ShouldBe(new Uri(FakeSlack.Url));
        house.Slack.Methods.Count(method => method == "auth.test").ShouldBe(3);
    }

    /// <summary>By the real clock, which Slack's times are of.</summary>
    private JsonObject Written(SlackHouse house, SlackPerson person, string words)
    {
        var message = person.Message(words);
        message["ts"] = string.Create(CultureInfo.InvariantCulture, $"{house.Real.GetUtcNow().ToUnixTimeSeconds()}.{++written:D6}");
        return message;
    }

    private static async Task CatchUpAsync(SlackHouse house)
    {
        await house.Get<SlackCatchUp>().ReadAllAsync(CancellationToken.None);
        await house.PumpAsync();
    }
}
