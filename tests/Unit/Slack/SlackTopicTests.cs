using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Slack;

/// <summary>The help channels' topics in Slack, as people there see them.</summary>
public sealed class SlackTopicTests
{
    private const string OfAna = "Hausmeister: Ana until Fri 27 Nov 17:00 · Level 2: Clara";
    private const string OfDavi = "Weekend on-call: Davi until Mon 30 Nov 11:00 · Level 2: Clara";

    [Fact]
    public async Task The_help_channels_topic_follows_the_rota_and_what_else_stands_there_is_left_alone()
    {
        await using var house = await SlackHouse.OpenAsync(topics: true, before: slack => slack.Topics[SlackHouse.Help] = "R&amp;D asks here | <https://docs.example|Docs>");
        Topic(house).ShouldBe($"R&amp;D asks here | <https://docs.example|Docs> | {OfAna}");

        await house.Person("bruno").SayAsync("take over");
        await house.Person("bruno").TapAsync("I take over");
        Topic(house).ShouldEndWith(" | Hausmeister: Bruno until Fri 27 Nov 17:00 · Level 2: Ana");

        await house.AdvanceToAsync(At(2026, 11, 27, 17));
        Topic(house).ShouldBe($"R&amp;D asks here | <https://docs.example|Docs> | {OfDavi}");
        await house.AdvanceToAsync(At(2026, 11, 30, 11));
        Topic(house).ShouldEndWith(" | Hausmeister: Bruno until Fri 4 Dec 17:00 · Level 2: Ana");
        await house.LookAfterCalendarAsync();
        Changes(house).ShouldBe(4);
    }

    [Fact]
    public async Task Illness_and_whoever_accepts_the_shift_move_it_too()
    {
        await using var house = await SlackHouse.OpenAsync(topics: true);

        await house.Person("ana").SayAsync("ill");
        Topic(house).ShouldStartWith("Hausmeister: Clara until Fri 27 Nov 17:00 · Level 2: ");
        Topic(house).ShouldNotContain("Ana");
        await house.Person("bruno").TapAsync("Accept");
        Topic(house).ShouldStartWith("Hausmeister: Bruno until Fri 27 Nov 17:00 · Level 2: Clara");
    }

    [Theory]
    [InlineData("conversations.info", "missing_scope", "the app lacks a permission in Slack (missing_scope).")]
    [InlineData("conversations.info", "channel_not_found", "I am not in the channel, or there is none (channel_not_found). Invite me there.")]
    [InlineData("conversations.setTopic", "not_in_channel", "I am not in the channel, or there is none (not_in_channel). Invite me there.")]
    [InlineData("conversations.setTopic", "is_archived", "the channel is archived (is_archived).")]
    [InlineData("conversations.setTopic", "no_permission", "the app lacks a permission in Slack (no_permission).")]
    [InlineData("conversations.setTopic", "user_is_restricted", "Slack refused it (user_is_restricted).")]
    public async Task What_Slack_refuses_is_told_to_a_lead_once_in_words_and_comes_again(string method, string error, string words)
    {
        await using var house = await SlackHouse.OpenAsync(topics: true, before: slack => slack.Errors[(method, SlackHouse.Help)] = error);

        await house.AdvanceToAsync(At(2026, 11, 26, 12, 0));
        await house.LookAfterCalendarAsync();
        house.Person("ana").All.Where(post => post.Text.Contains("topic", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .Text.ShouldContain($"The topic of the help room {SlackHouse.Help} does not say who is on duty: {words} I keep trying.");

        house.Slack.Errors.Clear();
        await house.AdvanceToAsync(At(2026, 11, 26, 12, 10));
        Topic(house).ShouldBe(OfAna);
    }

    [Fact]
    public async Task A_topic_that_Slack_finds_too_long_is_told_like_one_without_room()
    {
        await using var house = await SlackHouse.OpenAsync(topics: true, before: slack => slack.Errors[("conversations.setTopic", SlackHouse.Help)] = "too_long");

        await house.LookAfterCalendarAsync();

        house.Person("ana").All.ShouldHaveSingleItem().Text.ShouldContain($"The topic of the help room {SlackHouse.Help} has no room left for who is on duty.");
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for()
    {
        await using var house = await SlackHouse.OpenAsync(topics: true, before: slack => slack.Refuse("conversations.setTopic", "ratelimited", retryAfter: 3));

        Topic(house).ShouldBe(OfAna);
        house.Real.Pauses.ShouldBe([TimeSpan.FromSeconds(3)]);
        house.Person("ana").All.ShouldBeEmpty();
    }

    private static string Topic(SlackHouse house) => house.Slack.Topics[SlackHouse.Help];

    private static int Changes(SlackHouse house) => house.Slack.Methods.Count(method => method == "conversations.setTopic");
}
