using System.Text.Json.Nodes;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Duties;
using Hausmeister.Cards;
using Hausmeister.Domain.Channels;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Tests.Slack;

/// <summary>What does not work in Slack until somebody acts has an end that a person hears of, once.</summary>
public sealed class SlackTroubleTests
{
    private const string NobodyWrittenTo = "I can write to nobody in Slack: ";

    [Fact]
    public async Task A_reply_into_a_channel_that_is_archived_is_given_up_and_said_where_somebody_can_read_it()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuses = (method, arguments) => method == "chat.postMessage" && (string?)arguments["channel"] == SlackHouse.Help ? "is_archived" : null;

        await house.Person("gil", SlackHouse.Help).SayAsync("<@U0BOT> who");
        await house.SendAllAsync();
        await house.PumpAsync();

        var told = house.Person("ana").All.ShouldHaveSingleItem().Text;
        told.ShouldStartWith("What I had to say in the help channel in Slack (C0XRWDYQ2) could not be said: the channel is archived (is_archived). It was: “");
        told.ShouldContain("Ana");
        house.Slack.Calls.Count(call => (string?)call.Arguments["channel"] == SlackHouse.Help).ShouldBe(1);
        (await house.Store.ListAsync(Keys.Outbox(), 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_guest_cannot_be_told_the_one_on_duty_hears()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuses = (method, arguments) => method == "chat.postMessage" && (string?)arguments["channel"] == SlackHouse.Help ? "not_in_channel" : null;

        await house.Person("gil", SlackHouse.Help).SayAsync("<@U0BOT> help");

        house.Person("ana").Last.Text.ShouldStartWith("What I had to say in the help channel in Slack (C0XRWDYQ2) could not be said: I am not in the channel");
    }

    [Fact]
    public async Task What_cannot_be_stored_of_it_is_tried_again()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuses = (method, arguments) => method == "chat.postMessage" && (string?)arguments["channel"] == SlackHouse.Help ? "is_archived" : null;
        house.Stored.BeforeCommit = commit =>
        {
            if (commit.Puts.Any(put => put.Key.Contains("/channels/", StringComparison.Ordinal)))
                throw new StorageException("The disk is full. Make room.");
        };
        await house.Person("gil", SlackHouse.Help).SayAsync("<@U0BOT> who");
        house.Person("ana").All.ShouldBeEmpty();

        house.Stored.BeforeCommit = _ => { };
        await house.SendAllAsync();
        await house.PumpAsync();

        house.Person("ana").All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_member_whose_account_is_not_active_is_written_to_elsewhere_and_a_lead_hears_of_it_once()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuses = (method, arguments) => method == "conversations.open" && (string?)arguments["users"] == "U0BRUNO" ? "user_disabled" : null;

        for (var time = 1; time <= 2; time++)
            (await SendAsync(house, Recipient.Of("bruno"))).ShouldHaveSingleItem().Conversation.ShouldBe("webchat/data-infra.me.bruno");
        await house.PumpAsync();

        (await house.InWebChatAsync("bruno")).ShouldBe(["Read this.", "Read this."]);
        house.Person("ana").All.ShouldHaveSingleItem().Text.ShouldBe(
            "Bruno cannot be written to in Slack: that account is not active in Slack (user_disabled). "
            + "What I have to say to them goes to their other channels. Set the account right in the squad's file.");
    }

    [Fact]
    public async Task A_token_that_is_not_taken_is_told_once_on_another_channel_and_once_more_when_it_works_again()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuses = (_, _) => "token_revoked";

        (await SendAsync(house, Recipient.Of("bruno"))).ShouldHaveSingleItem().Conversation.ShouldBe("webchat/data-infra.me.bruno");
        await house.PumpAsync();
        await SendAsync(house, Recipient.Of("bruno"));
        await house.Get<SlackTroubles>().EndedAsync("its token was revoked.", CancellationToken.None);
        await house.PumpAsync();

        (await house.InWebChatAsync("ana")).ShouldHaveSingleItem().ShouldBe(
            NobodyWrittenTo + "Slack does not take my token any more (token_revoked). The app must be installed again. "
            + "Until then I say what I have to say wherever else people can be reached.");
        house.Slack.Refuses = (_, _) => null;
        await SendAsync(house, Recipient.Of("bruno"));
        await house.PumpAsync();
        house.Person("ana").All.ShouldHaveSingleItem().Text.ShouldBe("I can write to people in Slack again.");
    }

    [Fact]
    public async Task An_outage_that_was_told_before_a_restart_is_not_told_again()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Get<SlackTroubles>().See(ChannelTroubleKind.Connection, "Socket Mode is turned off.").ShouldBeTrue();
        await house.PumpAsync();
        house.Person("ana").All.ShouldHaveSingleItem();

        await using var restarted = await SlackHouse.OpenAsync(store: house.Stored);
        restarted.Get<SlackTroubles>().See(ChannelTroubleKind.Connection, "Socket Mode is turned off.").ShouldBeTrue();
        await restarted.PumpAsync();

        restarted.Slack.Posts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U0ANA"],"bot":["U0BOT"]}}""", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U0ANA"]}}""", false)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U0BOT"],"bot":["U0OTHER"]}}""", false)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"bot":[null,7]}}""", false)]
    [InlineData("""{"type":"tokens_revoked","tokens":"all"}""", false)]
    [InlineData("""{"type":"tokens_revoked"}""", false)]
    public async Task An_app_that_is_taken_out_is_told_to_a_lead_and_not_a_token_of_somebody_else(string news, bool isTold)
    {
        await using var house = await SlackHouse.OpenAsync();

        (await house.EventAsync(JsonNode.Parse(news)!.AsObject())).Status.ShouldBe(200);

        house.Slack.Posts.Any(post => post.Channel == "D0ANA" && post.Text.StartsWith(NobodyWrittenTo, StringComparison.Ordinal)).ShouldBe(isTold);
        house.Log.Lines.Any().ShouldBe(isTold);
    }

    [Theory]
    [InlineData("""{"type":"channel_archive","channel":"C20GTK220"}""", "The announcements channel in Slack (C20GTK220) is archived: announcements do not reach anybody there.")]
    [InlineData("""{"type":"group_deleted","channel":"C1SNEPL5P"}""", "The guild's channel in Slack (C1SNEPL5P) was deleted: what the guild should hear does not reach anybody there.")]
    [InlineData("""{"type":"channel_left","channel":"C0XRWDYQ2"}""", "The help channel in Slack (C0XRWDYQ2) is one that I was taken out of: nobody who asks there is heard.")]
    [InlineData("""{"type":"member_left_channel","user":"U0BOT","channel":"C20GTK220"}""", "The announcements channel in Slack (C20GTK220) is one that I was taken out of: announcements do not reach anybody there.")]
    [InlineData("""{"type":"member_left_channel","user":"U0ANA","channel":"C20GTK220"}""", null)]
    [InlineData("""{"type":"channel_archive","channel":"C0CRASH00"}""", "The crash channel in Slack (C0CRASH00) is archived: the company hears of no crash there.")]
    [InlineData("""{"type":"channel_archive","channel":"C0OTHER"}""", null)]
    [InlineData("""{"type":"channel_archive","channel":{"id":"C20GTK220"}}""", null)]
    [InlineData("""{"type":"channel_archive"}""", null)]
    public async Task A_channel_of_the_squads_file_that_is_gone_is_told_to_a_lead_once(string news, string? words)
    {
        await using var house = await SlackHouse.OpenAsync();

        for (var time = 1; time <= 2; time++)
            (await house.EventAsync(JsonNode.Parse(news)!.AsObject())).Status.ShouldBe(200);

        house.Slack.Posts.Select(post => post.Text).ShouldBe(words is null ? [] : [$"{words} Put another channel into the squad's file, or set this one right."]);
    }

    [Theory]
    [InlineData("""{"type":"channel_unarchive","channel":"C20GTK220"}""")]
    [InlineData("""{"type":"member_joined_channel","user":"U0BOT","channel":"C20GTK220"}""")]
    public async Task A_channel_that_is_there_again_is_no_trouble_any_more(string back)
    {
        await using var house = await SlackHouse.OpenAsync();
        JsonObject Archived() => new() { ["type"] = "channel_archive", ["channel"] = SlackHouse.Announcements };
        await house.EventAsync(Archived());

        await house.EventAsync(JsonNode.Parse(back)!.AsObject());
        await house.EventAsync(Archived());

        house.Slack.Posts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task At_night_it_waits_for_work_hours_and_is_not_told_where_it_is_over_by_then()
    {
        await using var house = await SlackHouse.OpenAsync(start: SampleSquad.At(2026, 11, 26, 22, 0));
        await house.EventAsync(new JsonObject { ["type"] = "channel_archive", ["channel"] = SlackHouse.Announcements });
        await house.EventAsync(new JsonObject { ["type"] = "channel_archive", ["channel"] = SlackHouse.Guild });
        await house.EventAsync(new JsonObject { ["type"] = "channel_unarchive", ["channel"] = SlackHouse.Announcements });
        house.Slack.Posts.ShouldBeEmpty();

        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 27, 9, 30));

        house.Slack.Posts.Where(post => post.Text.Contains("is archived", StringComparison.Ordinal)).ShouldHaveSingleItem().Text.ShouldStartWith("The guild's channel");
    }

    [Theory]
    [InlineData("""{"id":"U0BRUNO","deleted":true}""", true)]
    [InlineData("""{"id":"U0BRUNO","deleted":false}""", false)]
    [InlineData("""{"id":"U0GIL","deleted":true}""", false)]
    [InlineData("\"U0BRUNO\"", false)]
    public async Task A_member_who_is_deactivated_is_told_to_a_lead(string user, bool isTold)
    {
        await using var house = await SlackHouse.OpenAsync();

        for (var time = 1; time <= 2; time++)
            await house.EventAsync(new JsonObject { ["type"] = "user_change", ["user"] = JsonNode.Parse(user) });

        house.Person("ana").All.Count(post => post.Text.StartsWith("Bruno cannot be written to in Slack: the account was deactivated in Slack.", StringComparison.Ordinal)).ShouldBe(isTold ? 1 : 0);
    }

    private static Task<IReadOnlyList<Post>> SendAsync(SlackHouse house, Recipient to) =>
        house.Get<IMessenger>().SendAsync(house.Squad, to, PostKind.Given, NoticeCard.Build("Read this."), [], CancellationToken.None);
}
