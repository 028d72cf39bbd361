using System.Text.Json.Nodes;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Tests.Slack;

/// <summary>Taps on what only one person sees, and the addresses that take their answers.</summary>
public sealed class SlackEphemeralTests
{
    [Fact]
    public async Task A_tapped_message_becomes_its_answer_and_what_is_new_stands_beside_it()
    {
        await using var house = await SlackHouse.OpenAsync(SampleSquad.WithDag);
        var bruno = await LookAsync(house, "who");

        await bruno.TapAsync("Rota");
        await LookAsync(house, "help");
        await bruno.TapAsync("Who");

        bruno.Seen.Count.ShouldBe(4);
        bruno.Seen[1].Text.ShouldContain("rota", Shouldly.Case.Insensitive);
        house.Slack.Posts.ShouldBeEmpty();
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_opens_at_once_and_nothing_stays_of_it_but_its_answer()
    {
        await using var house = await WithIssueAsync();
        var bruno = await LookAsync(house, "1");

        await bruno.TapAsync("Note");
        bruno.Seen.ShouldHaveSingleItem();
        ((string)house.Slack.Views.ShouldHaveSingleItem()["private_metadata"]!).ShouldContain("\"viewer\":\"U0BRUNO\"");
        (await bruno.SubmitAsync()).Body.ShouldContain("A note needs some words.");
        (await bruno.SubmitAsync(("note", "The ledger runs again."))).ShouldBe(new Answered(200, ""));

        bruno.Seen.Count.ShouldBe(2);
        bruno.Seen[^1].Text.ShouldContain("The ledger runs again.");
        house.Slack.Posts.ShouldAllBe(post => post.Channel == "D0ANA");
    }

    [Fact]
    public async Task Where_it_does_not_open_a_message_leads_to_it_and_becomes_its_answer()
    {
        await using var house = await WithIssueAsync();
        var bruno = await DoorAsync(house);
        var door = bruno.Seen[^1];

        (await bruno.SubmitAsync(("note", "The ledger runs again."))).ShouldBe(new Answered(200, ""));

        bruno.Seen.Single(post => post.Ts == door.Ts).Text.ShouldContain("The ledger runs again.");
        house.Slack.Calls.Where(call => call.Method == "chat.update").ShouldAllBe(call => (string)call.Arguments["channel"]! == "D0ANA");
    }

    [Theory]
    [InlineData("expired_url")]
    [InlineData("used_url")]
    public async Task Where_the_address_takes_nothing_any_more_the_answer_is_a_new_message(string error)
    {
        await using var house = await WithIssueAsync();
        var bruno = await DoorAsync(house);
        var seen = bruno.Seen.Count;
        house.Slack.Refuse("response_url", error);

        await bruno.SubmitAsync(("note", "The ledger runs again."));

        bruno.Seen.Count.ShouldBe(seen + 1);
        bruno.Seen[^1].Text.ShouldContain("The ledger runs again.");
    }

    [Fact]
    public async Task So_it_is_when_the_address_is_too_old()
    {
        await using var house = await WithIssueAsync();
        var bruno = await DoorAsync(house);
        house.Real.Advance(SlackResponses.Lifetime);

        await bruno.SubmitAsync(("note", "The ledger runs again."));

        house.Slack.Methods.ShouldNotContain("response_url");
        bruno.Seen[^1].Text.ShouldContain("The ledger runs again.");
    }

    [Theory]
    [InlineData("https://evil.example/actions/T0TEAM/1/x")]
    [InlineData("http://hooks.slack.com/actions/T0TEAM/1/x")]
    [InlineData("https://hooks.slack.com:8443/actions/T0TEAM/1/x")]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("https://hooks.slack.com@evil.example/x")]
    [InlineData("/actions/T0TEAM/1/x")]
    [InlineData("")]
    public async Task Nobody_has_the_bot_post_anywhere_else(string url)
    {
        await using var house = await WithIssueAsync();
        var bruno = await DoorAsync(house);
        var addresses = house.Get<SlackResponses>().Count;
        house.Real.Advance(SlackResponses.Lifetime);
        var tap = bruno.Tap("Cancel");
        tap["response_url"] = url;

        await house.InteractAsync(tap);

        house.Get<SlackResponses>().Count.ShouldBe(addresses);
        house.Slack.Methods.ShouldNotContain("response_url");
        bruno.Seen[^1].Text.ShouldBe("Cancelled.");
    }

    [Fact]
    public async Task Blocks_that_Slack_does_not_like_there_go_once_more_without_tables()
    {
        await using var house = await WithIssueAsync();
        var bruno = await DoorAsync(house);
        house.Slack.Refuse("response_url", "invalid_blocks");

        await bruno.TapAsync("Cancel");

        bruno.Seen[^1].Text.ShouldBe("Cancelled.");
        house.Slack.Methods.Count(method => method == "response_url").ShouldBe(2);
    }

    [Fact]
    public async Task Addresses_are_kept_for_five_answers_and_not_too_many_at_once()
    {
        await using var house = await SlackHouse.OpenAsync();
        var responses = house.Get<SlackResponses>();
        for (var i = 0; i < SlackResponses.MostKept + 10; i++)
        {
            responses.Keep(house.Slack.ResponseUrl(SlackHouse.Help, "U0BRUNO"), $"key {i}");
            house.Real.Advance(TimeSpan.FromMilliseconds(1));
        }

        responses.Count.ShouldBeLessThanOrEqualTo(SlackResponses.MostKept + 1);
        (await AnswerAsync(responses, "key 0")).ShouldBeFalse();
        for (var i = 0; i < SlackResponses.MostUses; i++)
            (await AnswerAsync(responses, "key 100")).ShouldBeTrue();
        (await AnswerAsync(responses, "key 100")).ShouldBeFalse();
        house.Real.Advance(SlackResponses.Lifetime);
        responses.Keep(house.Slack.ResponseUrl(SlackHouse.Help, "U0BRUNO"), "new");
        responses.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("user_not_in_channel")]
    [InlineData("is_archived")]
    public async Task Where_they_cannot_be_told_in_the_channel_it_comes_in_the_direct_message(string error)
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("chat.postEphemeral", error);

        await LookAsync(house, "who");

        house.Person("bruno").Last.Text.ShouldContain("Ana is Hausmeister");
        house.Slack.Ephemeral.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conversation_that_begins_with_a_tap_goes_on_in_the_direct_message()
    {
        await using var house = await WithIssueAsync();
        await house.Person("guest", SlackHouse.Help).In("1764160000.000100").SayAsync("<@U0BOT> The table is empty");
        await house.Person("guest", SlackHouse.Help).In("1764160000.000100").SayAsync("Rows");
        var bruno = await LookAsync(house, "next");
        var tap = bruno.Tap(bruno.Seen[^1].Labels.First());
        tap["actions"]![0]!["value"] = """{"verb":"question.type","id":"guest-1","rev":1}""";

        await house.InteractAsync(tap);

        house.Person("bruno").Last.Text.ShouldContain("triage that has ended");
        bruno.Seen[^1].Text.ShouldBe("I have taken it to our direct message.");
    }

    [Fact]
    public async Task A_tap_for_a_triage_opens_its_form()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = await LookAsync(house, "help");

        await bruno.TapAsync("Triage");

        ((string)house.Slack.Views.ShouldHaveSingleItem()["callback_id"]!).ShouldBe("triage.begin");
        house.Slack.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_the_run_says_only_what_is_true_of_it()
    {
        await using var house = await SlackHouse.OpenAtNightAsync();
        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 25, 23, 30));
        var bruno = await LookAsync(house, "dag");

        bruno.Seen[^1].Json.ToJsonString().ShouldContain("Seen 23:");
        bruno.Seen[^1].Json.ToJsonString().ShouldNotContain("Changes by itself");
        await bruno.TapAsync("Refresh");

        bruno.Seen.ShouldHaveSingleItem().Json.ToJsonString().ShouldNotContain("Changes by itself");
        await house.Person("bruno").SayAsync("dag");
        house.Person("bruno").Last.Json.ToJsonString().ShouldContain("Changes by itself");
    }

    [Theory]
    [InlineData("C024BE91L;1764241200.000100;U0ANA", "C024BE91L", "1764241200.000100", "U0ANA")]
    [InlineData("C024BE91L;;U0ANA", "C024BE91L", null, "U0ANA")]
    [InlineData("C024BE91L;1764241200.000100", "C024BE91L", "1764241200.000100", null)]
    [InlineData("C024BE91L", "C024BE91L", null, null)]
    [InlineData("D024BE91L", "D024BE91L", null, null)]
    public void A_conversation_says_where_it_is_and_who_alone_sees_it(string conversation, string channel, string? thread, string? viewer)
    {
        SlackPlaces.Split(conversation).ShouldBe((channel, thread));
        SlackPlaces.ViewerOf(conversation).ShouldBe(viewer);
        SlackPlaces.Account(conversation).IsGroup.ShouldBe(conversation[0] == 'C');
        (SlackPlaces.ReferenceOf($"slack/{Uri.EscapeDataString(conversation)}") is null).ShouldBe(viewer is not null);
    }

    private static Task<bool> AnswerAsync(SlackResponses responses, string key) =>
        responses.TryAnswerAsync(key, null, new SlackMessage("Hello", []), replaces: false, CancellationToken.None);

    private static async Task<SlackPerson> LookAsync(SlackHouse house, string words)
    {
        var bruno = house.Person("bruno", SlackHouse.Help);
        await bruno.SayAsync($"<@U0BOT> {words}");
        return bruno;
    }

    /// <summary>The form of a note did not open at once, and then it did.</summary>
    private static async Task<SlackPerson> DoorAsync(SlackHouse house)
    {
        var bruno = await LookAsync(house, "1");
        house.Slack.Refuse("views.open", "expired_trigger_id");
        await bruno.TapAsync("Note");
        await bruno.TapAsync("Save the note…");
        return bruno;
    }

    private static async Task<SlackHouse> WithIssueAsync()
    {
        var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        foreach (var words in new[] { "triage Contracts has duplicated rows", "issue", "P3", "create" })
            await ana.SayAsync(words);
        return house;
    }
}
