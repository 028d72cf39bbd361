using Hausmeister.Domain.Squads;

namespace Hausmeister.Tests.Slack;

/// <summary>The app's own page.</summary>
public sealed class SlackHomeTests
{
    [Fact]
    public async Task A_member_reads_who_is_on_duty_their_cases_and_the_next_hand_off()
    {
        await using var house = await SlackHouse.OpenAsync();
        var (ana, bruno) = (house.Person("ana"), house.Person("bruno"));
        foreach (var words in new[] { "triage Contracts has duplicated rows", "issue", "P3", "create", "triage Ledger runs late", "issue", "P3", "create", "give 2 to bruno" })
            await ana.SayAsync(words);

        (await ana.OpenHomeAsync()).ShouldBe(new Answered(200, ""));
        (await bruno.OpenHomeAsync()).ShouldBe(new Answered(200, ""));

        var (hers, his) = (Home(house, "U0ANA"), Home(house, "U0BRUNO"));
        hers.ShouldContain("Ana is Hausmeister until Fri 27 Nov 17:00");
        hers.ShouldContain("Level 2");
        hers.ShouldContain("Next hand-off");
        hers.ShouldContain("Contracts has duplicated rows");
        hers.ShouldNotContain("Ledger runs late");
        his.ShouldContain("Ledger runs late");
        his.ShouldNotContain("DAG for");
        Labels(house, "U0ANA").ShouldBe(["Triage", "Issues", "Rota", "Help"]);
    }

    [Fact]
    public async Task A_guest_reads_whom_they_can_ask_and_nothing_else()
    {
        await using var house = await SlackHouse.OpenAsync(SampleSquad.WithDag);
        var guest = house.Person("guest");

        await guest.OpenHomeAsync();

        Home(house, "U0GUEST").ShouldContain("Ana is Hausmeister");
        Home(house, "U0GUEST").ShouldNotContain("Level 2");
        Labels(house, "U0GUEST").ShouldBe(["Ask"]);
        await guest.TapHomeAsync("Ask");
        ((string)house.Slack.Views.ShouldHaveSingleItem()["callback_id"]!).ShouldBe("guest.begin");
    }

    [Fact]
    public async Task The_nightly_run_stands_there_where_the_squad_has_one()
    {
        await using var house = await SlackHouse.OpenAtNightAsync();
        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 25, 23, 30));

        await house.Person("bruno").OpenHomeAsync();

        Home(house, "U0BRUNO").ShouldContain("DAG for Thu 26 Nov");
        Home(house, "U0BRUNO").ShouldContain("Financial Reports");
    }

    [Fact]
    public async Task A_tap_is_answered_in_the_direct_message_and_the_page_is_made_anew()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.OpenHomeAsync();

        (await bruno.TapHomeAsync("Issues")).ShouldBe(new Answered(200, ""));
        (await bruno.TapHomeAsync("Rota")).ShouldBe(new Answered(200, ""));
        (await bruno.TapHomeAsync("Help")).ShouldBe(new Answered(200, ""));

        bruno.All.Count.ShouldBe(3);
        bruno.Last.Text.ShouldContain("Help");
        house.Slack.Methods.Count(method => method == "views.publish").ShouldBe(4);
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_direct_message_Slack_shows_that_it_was_not_taken()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.OpenHomeAsync();
        house.Slack.Refuse("conversations.open", "missing_scope");

        (await bruno.TapHomeAsync("Rota")).Status.ShouldBe(503);

        bruno.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task Triage_opens_its_form_there()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.OpenHomeAsync();

        await bruno.TapHomeAsync("Triage");
        await bruno.SubmitAsync(("what", "The ledger is empty"));

        bruno.All.ShouldHaveSingleItem().Text.ShouldContain("What is it?");
    }

    [Fact]
    public async Task Who_is_of_two_squads_reads_of_both()
    {
        var other = SlackHouse.InSlack(SampleSquad.WithoutOverrides) with { Id = "other", Name = "Other squad", Channels = new ChannelSettings(new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>>()) };
        await using var house = await SlackHouse.OpenAsync(others: other);

        await house.Person("bruno").OpenHomeAsync();

        Home(house, "U0BRUNO").ShouldContain("Data Infra");
        Home(house, "U0BRUNO").ShouldContain("Other squad");
    }

    [Theory]
    [InlineData("messages")]
    [InlineData("about")]
    public async Task Another_tab_is_no_page(string tab)
    {
        await using var house = await SlackHouse.OpenAsync();

        (await house.Person("bruno").OpenHomeAsync(tab)).ShouldBe(new Answered(200, ""));

        house.Slack.Homes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_that_Slack_does_not_take_is_a_line_in_the_log_and_comes_with_the_next_look()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("views.publish", "not_enabled");

        (await house.Person("bruno").OpenHomeAsync()).ShouldBe(new Answered(200, ""));
        house.Log.Lines.ShouldHaveSingleItem().ShouldContain("not_enabled");
        await house.Person("bruno").OpenHomeAsync();

        house.Slack.Homes.ShouldContainKey("U0BRUNO");
    }

    private static string Home(SlackHouse house, string user) => house.Slack.Homes[user].ToJsonString();

    private static IEnumerable<string> Labels(SlackHouse house, string user) => SlackPost.Found(house.Slack.Homes[user]["blocks"], "button").Select(button => (string)button["text"]!["text"]!);
}
