using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>The main job from outside: the built bot, a person's window, the emulated GitHub.</summary>
public sealed class TriageTests
{
    [Fact]
    public async Task A_triage_by_typing_ends_in_an_issue()
    {
        await using var house = await GitHubHouse.OpenAsync();
        var ana = await ChatWindow.OpenAsync(house.Bot, "ana");

        await ana.SayAsync("triage Customer keys vanished overnight");
        await ana.ReadsAsync("What is it?");
        await ana.SayAsync("2");
        await ana.ReadsAsync("How urgent is it?");
        await ana.SayAsync("2");
        await ana.ReadsAsync("Create this issue?");
        await ana.SayAsync("details Since Tuesday, about 3 %");
        await ana.SayAsync("create");

        var issue = await house.IssueAsync("Customer keys vanished overnight");
        Labels(issue).ShouldBe(["P2", "bug", "data-infra"]);
        ((string)issue["body"]!).ShouldContain("Since Tuesday, about 3 %");
        ((string)issue["body"]!).ShouldContain("<!-- hausmeister case data-infra/ana-1 -->");
        await ana.ReadsAsync($"#{issue["number"]}");
    }

    [Fact]
    public async Task A_triage_by_taps_ends_in_an_issue()
    {
        await using var house = await GitHubHouse.OpenAsync();
        var ana = await ChatWindow.OpenAsync(house.Bot, "ana");

        await ana.TapAsync("triage");
        await ana.TapAsync("triage.service");
        await ana.TapAsync("triage.text", new() { ["title"] = "Ledger loads slowly" });
        await ana.TapAsync("triage.p3");
        await ana.TapAsync("triage.create", new() { ["title"] = "Ledger loads slowly", ["details"] = "By hand", ["priority"] = "P3" });

        var issue = await house.IssueAsync("Ledger loads slowly");
        Labels(issue).ShouldBe(["P3", "bug", "data-infra"]);
        await ana.ReadsAsync($"#{issue["number"]}");
        await ana.TapAsync("issue.note");
        await ana.TapAsync("issue.note.save", new() { ["note"] = "Looked at <b>it</b> @everybody" });
        await ana.ReadsAsync("Looked at");
    }

    [Fact]
    public async Task A_double_tap_and_a_message_sent_again_make_one_issue()
    {
        await using var house = await GitHubHouse.OpenAsync();
        var ana = await ChatWindow.OpenAsync(house.Bot, "ana");
        var other = await ChatWindow.OpenAsync(house.Bot, "ana");

        await ana.SayAsync("p4 Somebody is impatient");
        var create = await ana.ButtonAsync("triage.create");
        await Task.WhenAll(ana.PostTapAsync(create, "tap-1"), ana.PostTapAsync(create, "tap-1"), other.PostTapAsync(create, "tap-2"));
        var issue = await house.IssueAsync("Somebody is impatient");
        await ana.ReadsAsync($"#{issue["number"]}");
        await ana.PostTapAsync(create, "tap-1");
        await ana.PostTapAsync(create, "tap-3");
        await ana.SayAsync("issues");
        await ana.ReadsAsync("open issue");

        (await house.IssuesAsync("Somebody is impatient")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_power_failure_between_any_two_steps_loses_nothing()
    {
        await using var house = await GitHubHouse.OpenAsync();
        var ana = await ChatWindow.OpenAsync(house.Bot, "ana");

        foreach (var (words, answer) in new[] { ("triage Power fails often", "What is it?"), ("issue", "How urgent is it?"), ("3", "Create this issue?"), ("create", "Power fails often") })
        {
            await ana.SayAsync(words);
            await house.Bot.RestartHardAsync();
            await ana.ReadsAsync(answer);
        }

        var issue = await house.IssueAsync("Power fails often");
        await ana.ReadsAsync($"#{issue["number"]}", deadline: TimeSpan.FromSeconds(90));
        (await house.IssuesAsync("Power fails often")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stop_finishes_what_is_in_hand_and_exits_with_zero()
    {
        await using var house = await GitHubHouse.OpenAsync();
        var ana = await ChatWindow.OpenAsync(house.Bot, "ana");

        await ana.SayAsync("p4 Stopped in the middle");
        var create = await ana.ButtonAsync("triage.create");
        await ana.PostTapAsync(create, "tap-1");

        (await house.Bot.StopAsync()).ShouldBe(0);
        await house.Bot.StartAgainAsync();
        var issue = await house.IssueAsync("Stopped in the middle");
        await ana.ReadsAsync($"#{issue["number"]}");
        (await house.IssuesAsync("Stopped in the middle")).Count.ShouldBe(1);
    }

    private static IEnumerable<string> Labels(System.Text.Json.Nodes.JsonObject issue) =>
        issue["labels"]!.AsArray().Select(label => (string)label!["name"]!).Order(StringComparer.Ordinal);
}
