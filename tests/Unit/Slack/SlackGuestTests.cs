using System.Text.Json.Nodes;
using Hausmeister.Bot.Channels.Slack;

namespace Hausmeister.Tests.Slack;

/// <summary>Names of people who are in no squad's file.</summary>
public sealed class SlackGuestTests
{
    [Theory]
    [InlineData("""{"profile":{"display_name":"gil","real_name":"Gil Costa"},"real_name":"Gil Costa"}""", "gil")]
    [InlineData("""{"profile":{"display_name":"","real_name":"Gil Costa"}}""", "Gil Costa")]
    [InlineData("""{"profile":{"display_name":" "},"real_name":"Gil Costa"}""", "Gil Costa")]
    [InlineData("""{"real_name":"  <!channel>\nGil  "}""", "<!channel>")]
    [InlineData("""{"name":"gil.costa"}""", "A guest")]
    [InlineData("""{"profile":7}""", "A guest")]
    [InlineData("[]", "A guest")]
    public async Task A_guest_has_the_name_that_they_show_in_Slack(string user, string name)
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Users["U0GIL"] = JsonNode.Parse(user)!;

        await house.Person("gil").SayAsync("Where are the reports of yesterday?");

        (await house.DocumentAsync("D0GIL", "U0GIL"))!.Person!.Name.ShouldBe(name);
    }

    [Fact]
    public async Task Slack_is_asked_once_an_hour_and_never_of_a_member()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Users["U0GIL"] = new JsonObject { ["real_name"] = "Gil" };
        await house.Person("ana").SayAsync("who");
        Asked(house).ShouldBe(0);

        await house.Person("gil").SayAsync("help");
        await house.Person("gil").SayAsync("help");
        Asked(house).ShouldBe(1);

        house.Real.Advance(SlackGuests.Kept);
        await house.Person("gil").SayAsync("help");
        Asked(house).ShouldBe(2);
    }

    [Fact]
    public async Task Where_Slack_does_not_say_it_a_guest_is_answered_all_the_same_and_it_is_asked_again_after_five_minutes()
    {
        await using var house = await SlackHouse.OpenAsync();

        await house.Person("gil").SayAsync("help");
        await house.Person("gil").SayAsync("help");
        Asked(house).ShouldBe(1);
        house.Person("gil").All.Count.ShouldBe(2);

        house.Slack.Users["U0GIL"] = new JsonObject { ["real_name"] = "Gil" };
        house.Real.Advance(TimeSpan.FromMinutes(5));
        await house.Person("gil").SayAsync("help");
        (await house.DocumentAsync("D0GIL", "U0GIL"))!.Person!.Name.ShouldBe("Gil");
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_turn_does_not_wait_long_for_a_name_and_the_next_one_has_it()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Users["U0GIL"] = new JsonObject { ["real_name"] = "Gil" };
        var names = new TaskCompletionSource();
        house.Slack.Names = names.Task;
        house.Real.AreNamesLate = true;

        await house.Person("gil").SayAsync("help");
        (await house.DocumentAsync("D0GIL", "U0GIL"))!.Person!.Name.ShouldBe("A guest");

        house.Real.AreNamesLate = false;
        names.SetResult();
        await house.Person("gil").SayAsync("help");
        (await house.DocumentAsync("D0GIL", "U0GIL"))!.Person!.Name.ShouldBe("Gil");
        Asked(house).ShouldBe(1);
    }

    [Theory]
    [InlineData("is_bot")]
    [InlineData("deleted")]
    public async Task A_program_and_a_deactivated_account_are_not_heard(string flag)
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Users["U0GIL"] = new JsonObject { ["real_name"] = "Gil", [flag] = true };

        await house.Person("gil").SayAsync("help");

        house.Slack.Posts.ShouldBeEmpty();
        (await house.DocumentAsync("D0GIL", "U0GIL")).ShouldBeNull();
    }

    [Fact]
    public async Task A_thousand_names_are_kept_and_no_more()
    {
        await using var house = await SlackHouse.OpenAsync();
        var guests = house.Get<SlackGuests>();

        for (var guest = 0; guest < SlackGuests.Most + 10; guest++)
            await guests.FindAsync($"U{guest}");

        guests.Count.ShouldBeInRange(1, SlackGuests.Most);
    }

    private static int Asked(SlackHouse house) => house.Slack.Methods.Count(method => method == "users.info");
}
