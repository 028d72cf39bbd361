using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Slack;

/// <summary>Taps on what the bot says by itself in a channel: the message stays everybody's, the answer is for whoever tapped.</summary>
public sealed class SlackPublicTapTests
{
    [Fact]
    public async Task The_post_of_the_nightly_run_stays_one_post_whoever_taps_it()
    {
        await using var house = await WithPostAsync();
        var before = Posts(house).ShouldHaveSingleItem();

        await house.Person("bruno", SlackHouse.Announcements).TapAsync("Refresh");
        await house.Person("bruno", SlackHouse.Announcements).TapAsync("Tell me when…");

        var after = Posts(house).ShouldHaveSingleItem();
        after.Ts.ShouldBe(before.Ts);
        after.Labels.ShouldBe(before.Labels);
        after.Json.ToString().ShouldContain("The external SLA of Financial Reports was 08:00.");
        house.Slack.Posts.ShouldAllBe(post => post.Thread == null);
        house.Person("bruno").Last.Text.ShouldContain("Tell you when which stage");
    }

    [Fact]
    public async Task What_a_tap_of_a_member_is_refused_with_nobody_else_reads()
    {
        await using var house = await WithPostAsync();
        var bruno = house.Person("bruno", SlackHouse.Announcements);
        var tap = bruno.Tap("Refresh");
        tap["actions"]![0]!["value"] = """{"verb":"dag.note","id":"data-infra/2026-11-26","rev":0}""";

        await house.InteractAsync(tap);

        bruno.Seen.ShouldHaveSingleItem().Text.ShouldBe("That is for the one on duty, Level 2 or a lead. Your tap did nothing.");
        Posts(house).ShouldHaveSingleItem();
        house.Slack.Posts.ShouldAllBe(post => post.Thread == null);
    }

    private static IReadOnlyList<SlackPost> Posts(SlackHouse house) => house.Slack.In(SlackHouse.Announcements);

    private static async Task<SlackHouse> WithPostAsync()
    {
        var house = await SlackHouse.OpenAtNightAsync();
        await house.AdvanceToAsync(At(2026, 11, 26, 9, 1));
        return house;
    }
}
