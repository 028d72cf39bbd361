using Hausmeister.Bot.Duties;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Tests.Slack;

/// <summary>What becomes of what Slack refuses.</summary>
public sealed class SlackRefusalTests
{
    [Theory]
    [InlineData("message_not_found")]
    [InlineData("cant_update_message")]
    [InlineData("channel_not_found")]
    [InlineData("is_archived")]
    [InlineData("not_in_channel")]
    [InlineData("user_not_found")]
    [InlineData("user_disabled")]
    public async Task A_message_that_is_gone_is_not_kept_up_to_date(string error)
    {
        await using var house = await SlackHouse.OpenAsync();
        var post = (await SendAsync(house, Recipient.Announcements)).ShouldHaveSingleItem();
        house.Slack.Refuse("chat.update", error);

        (await UpdateAsync(house, post)).ShouldBeFalse();
        (await UpdateAsync(house, post)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("is_archived", "The announcements room could not be written to: the channel is archived (is_archived).")]
    [InlineData("not_in_channel", "The announcements room could not be written to: I am not in the channel, or there is none (not_in_channel). Invite me there.")]
    [InlineData("channel_not_found", "The announcements room could not be written to: I am not in the channel, or there is none (channel_not_found). Invite me there.")]
    [InlineData("token_revoked", "The announcements room could not be written to: Slack does not take my token any more (token_revoked). The app must be installed again.")]
    [InlineData("internal_error", "The announcements room could not be written to: Slack refused it (internal_error).")]
    public async Task A_message_that_is_refused_is_told_to_a_person_with_the_reason(string error, string words)
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("chat.postMessage", error);

        (await Should.ThrowAsync<UnreachableException>(() => SendAsync(house, Recipient.Announcements))).Message.ShouldBe(words);
    }

    [Theory]
    [InlineData("user_not_found", "Bruno could not be written to: that account is not active in Slack (user_not_found).")]
    [InlineData("account_inactive", "Bruno could not be written to: Slack does not take my token any more (account_inactive). The app must be installed again.")]
    public async Task So_is_a_person_who_has_no_other_channel(string error, string words)
    {
        await using var house = await SlackHouse.OpenAsync(SampleSquad.WithoutOverrides with
        {
            Members = [.. SampleSquad.WithoutOverrides.Members.Select(m => m with { Accounts = new Dictionary<string, string>() })],
        });
        house.Slack.Refuse("conversations.open", error);

        (await Should.ThrowAsync<UnreachableException>(() => SendAsync(house, Recipient.Of("bruno")))).Message.ShouldBe(words);
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    public async Task A_token_that_is_not_taken_is_one_line_in_the_log(string error)
    {
        await using var house = await SlackHouse.OpenAsync();
        for (var time = 0; time < 3; time++)
        {
            house.Slack.Refuse("chat.postMessage", error);
            await Should.ThrowAsync<UnreachableException>(() => SendAsync(house, Recipient.Announcements));
        }

        house.Log.Lines.ShouldHaveSingleItem().ShouldStartWith($"Error: Slack does not take Slack:BotToken ({error})");
        await SendAsync(house, Recipient.Announcements);
        house.Slack.Refuse("chat.postMessage", error);
        await Should.ThrowAsync<UnreachableException>(() => SendAsync(house, Recipient.Announcements));
        house.Log.Lines.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_with_blocks_that_Slack_does_not_like_goes_once_more_without_tables()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("chat.postMessage", "invalid_blocks");

        (await SendAsync(house, Recipient.Announcements)).ShouldHaveSingleItem();

        house.Slack.Methods.ShouldBe(["auth.test", "chat.postMessage", "chat.postMessage"]);
        house.Log.Lines.ShouldHaveSingleItem().ShouldContain("invalid_blocks");
    }

    [Fact]
    public async Task A_member_who_has_never_written_is_reached_by_their_account_and_kept_up_to_date_there()
    {
        await using var house = await SlackHouse.OpenAsync();

        var post = (await SendAsync(house, Recipient.Of("bruno"))).ShouldHaveSingleItem();

        post.Conversation.ShouldBe("slack/U0BRUNO");
        post.Activity.ShouldStartWith("D0BRUNO:");
        (await UpdateAsync(house, post)).ShouldBeTrue();
        house.Slack.In("D0BRUNO").ShouldHaveSingleItem().Text.ShouldBe("Now this.");
    }

    [Fact]
    public async Task What_Slack_puts_off_is_sent_a_little_later()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("chat.postMessage", "ratelimited", retryAfter: 3);

        (await SendAsync(house, Recipient.Announcements)).ShouldHaveSingleItem();

        house.Real.Pauses.ShouldBe([TimeSpan.FromSeconds(3)]);
    }

    [Fact]
    public async Task An_answer_in_a_message_that_is_gone_holds_up_nothing()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        await ana.SayAsync("triage The ledger is empty");
        house.Slack.Refuse("chat.update", "message_not_found");

        await ana.TapAsync("A service issue");

        ana.Last.Labels.ShouldContain("P4");
    }

    private static Task<IReadOnlyList<Post>> SendAsync(SlackHouse house, Recipient to) =>
        house.Get<IMessenger>().SendAsync(house.Squad, to, PostKind.Given, NoticeCard.Build("Read this."), [], CancellationToken.None);

    private static Task<bool> UpdateAsync(SlackHouse house, Post post) => house.Get<IMessenger>().UpdateAsync(house.Squad, post, NoticeCard.Build("Now this."), CancellationToken.None);
}
