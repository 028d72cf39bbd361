using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>The main job from outside: the built bot, a person's window, the emulated GitHub.</summary>
public sealed class TriageTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    private readonly GitHubHouse house = shared.House;

    [Fact]
    public async Task A_triage_by_typing_ends_in_an_issue()
    {
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
        var bruno = await ChatWindow.OpenAsync(house.Bot, "bruno");

        await bruno.TapAsync("triage");
        await bruno.TapAsync("triage.service");
        await bruno.TapAsync("triage.text", new() { ["title"] = "Ledger loads slowly" });
        await bruno.TapAsync("triage.p3");
        await bruno.TapAsync("triage.create", new() { ["title"] = "Ledger loads slowly", ["details"] = "By hand", ["priority"] = "P3" });

        var issue = await house.IssueAsync("Ledger loads slowly");
        Labels(issue).ShouldBe(["P3", "bug", "data-infra"]);
        await bruno.ReadsAsync($"#{issue["number"]}");
        await bruno.TapAsync("issue.note");
        await bruno.TapAsync("issue.note.save", new() { ["note"] = "Looked at <b>it</b> @everybody" });
        await bruno.ReadsAsync("Looked at");
    }

    [Fact]
    public async Task A_double_tap_and_a_message_sent_again_make_one_issue()
    {
        var clara = await ChatWindow.OpenAsync(house.Bot, "clara");
        var other = await ChatWindow.OpenAsync(house.Bot, "clara");

        await clara.SayAsync("p4 Somebody is impatient");
        var create = await clara.ButtonAsync("triage.create");
        var (tap1, tap2, tap3) = (clara.NextId(), other.NextId(), clara.NextId());
        await Task.WhenAll(clara.PostTapAsync(create, tap1), clara.PostTapAsync(create, tap1), other.PostTapAsync(create, tap2));
        var issue = await house.IssueAsync("Somebody is impatient");
        await clara.ReadsAsync($"#{issue["number"]}");
        await clara.PostTapAsync(create, tap1);
        await clara.PostTapAsync(create, tap3);
        await clara.SayAsync("issues");
        await clara.ReadsAsync("open issue");

        (await house.IssuesAsync("Somebody is impatient")).Count.ShouldBe(1);
    }

    private static IEnumerable<string> Labels(System.Text.Json.Nodes.JsonObject issue) =>
        issue["labels"]!.AsArray().Select(label => (string)label!["name"]!).Order(StringComparer.Ordinal);
}
