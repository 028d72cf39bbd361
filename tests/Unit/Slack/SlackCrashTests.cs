using System.Globalization;
using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Slack;

/// <summary>The crash channel in Slack and its topic, as people there see them.</summary>
public sealed class SlackCrashTests
{
    private const string Invalid = "Financial Reports read an invalid dataset";

    private static readonly Squad Severe = WithoutOverrides with { SeverityProcedure = new Uri("https://example.com/severity") };

    [Fact]
    public async Task Where_topics_are_left_alone_Slack_is_not_asked_for_them()
    {
        await using var house = await SlackHouse.OpenAsync(Severe);
        await TellAsync(house);

        house.Slack.Methods.ShouldNotContain(method => method.StartsWith("conversations.", StringComparison.Ordinal) && method != "conversations.open");
        house.Slack.In(SlackHouse.Crash).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_crash_channel_hears_of_it_after_a_tap_with_its_topic_red_and_green_again()
    {
        await using var house = await SlackHouse.OpenAsync(Severe, topics: true, before: slack => slack.Topics[SlackHouse.Crash] = ":large_green_circle: What is broken");
        var ana = house.Person("ana");
        await SevereAsync(house);
        house.Slack.In(SlackHouse.Crash).ShouldBeEmpty();

        await ana.TapAsync("Tell the crash channel…");
        ana.Last.Labels.ShouldBe(["Tell the whole company…", "Cancel"]);
        house.Slack.Views[^1].ToJsonString().ShouldSatisfyAllConditions(
            view => view.ShouldContain("This tells the whole company."), view => view.ShouldContain("Point: Ana. Comms: Clara."));
        house.Slack.In(SlackHouse.Crash).ShouldBeEmpty();
        (await ana.SubmitAsync(("point", "ana"), ("comms", "davi"), ("known", "Balances of *yesterday* are shown"))).Status.ShouldBe(200);

        var told = house.Slack.In(SlackHouse.Crash).ShouldHaveSingleItem();
        told.Text.ShouldContain($"#1 {Invalid}. It falls under a severity level. Point: Ana. Comms: Davi.");
        told.Text.ShouldNotContain("🔴");
        told.Labels.ShouldBeEmpty();
        house.Slack.Topics[SlackHouse.Crash].ShouldBe(":red_circle: What is broken");
        ana.All.ShouldNotContain(post => post.Labels.Contains("Tell the crash channel…"));

        await ana.TapAsync("Fixed");
        await ana.TapAsync("It is fixed", ("what", "rolled back"));
        house.Slack.In(SlackHouse.Crash).Select(post => post.Text).ToList().ShouldSatisfyAllConditions(
            texts => texts.Count.ShouldBe(2), texts => texts[0].ShouldContain("Fixed"), texts => texts[0].ShouldNotContain("rolled back"), texts => texts[1].ShouldContain("#1 is fixed."));
        house.Slack.Topics[SlackHouse.Crash].ShouldBe(":large_green_circle: What is broken");
    }

    [Fact]
    public async Task It_is_red_for_as_long_as_anything_is_open_there()
    {
        await using var house = await SlackHouse.OpenAsync(Severe, topics: true);
        var (first, second) = (await ToldAsync(house, "ana-1"), await ToldAsync(house, "ana-2"));
        house.Slack.Topics[SlackHouse.Crash].ShouldBe(":red_circle:");

        await CloseAsync(house, first);
        house.Slack.Topics[SlackHouse.Crash].ShouldBe(":red_circle:");
        await CloseAsync(house, second);
        house.Slack.Topics[SlackHouse.Crash].ShouldBe(":large_green_circle:");
        await DecideAsync(house, second, c => ServiceIssues.Reopen(c, Ana, Moment(house)));
        house.Slack.Topics[SlackHouse.Crash].ShouldBe(":large_green_circle:");
    }

    [Fact]
    public async Task A_mark_that_is_refused_is_told_to_whoever_told_the_channel_and_comes_again()
    {
        await using var house = await SlackHouse.OpenAsync(Severe, topics: true, before: slack => slack.Errors[("conversations.setTopic", SlackHouse.Crash)] = "not_in_channel");
        await ToldAsync(house, "ana-1");

        await house.AdvanceToAsync(house.Now + Duration.FromMinutes(30));
        house.Person("ana").All.Where(post => post.Text.Contains("mark", StringComparison.Ordinal)).ShouldHaveSingleItem()
            .Text.ShouldContain("The mark in the crash channel's topic is not true: I am not in the channel, or there is none (not_in_channel). Invite me there. I keep trying.");
        house.Slack.Errors.Clear();
        await house.AdvanceToAsync(house.Now + Duration.FromMinutes(10));
        house.Slack.Topics[SlackHouse.Crash].ShouldBe(":red_circle:");
    }

    private static Person Ana { get; } = new("ana", "Ana", IsGuest: false);

    private static Moment Moment(SlackHouse house) => new(house.Squad, house.Now);

    /// <summary>A P4 that falls under a severity level.</summary>
    private static async Task SevereAsync(SlackHouse house)
    {
        var ana = house.Person("ana");
        await ana.SayAsync($"triage {Invalid}");
        await ana.SayAsync("issue");
        await ana.TapAsync("P4");
        await ana.TapAsync("Yes");
        await ana.SayAsync("create");
    }

    private static async Task TellAsync(SlackHouse house)
    {
        await SevereAsync(house);
        await house.Person("ana").TapAsync("Tell the crash channel…");
        await house.Person("ana").TapAsync("Tell the whole company…");
        await house.Person("ana").SubmitAsync(("point", "ana"), ("comms", "clara"), ("known", ""));
    }

    private static async Task<string> ToldAsync(SlackHouse house, string id)
    {
        var @case = new Case
        {
            Id = id, Squad = house.Squad.Id, Kind = CaseKind.ServiceIssue, Title = id, OpenedAt = house.Now, OpenedBy = Ana, TriagedBy = "ana", Owner = "ana",
            Conversation = "slack/D0ANA", Priority = Priority.P4, Severity = true, Issue = new IssueRef(int.Parse(id[4..], CultureInfo.InvariantCulture), new Uri("https://example.com/1")),
        };
        await house.Get<Commits>().MakeAsync(work => Task.FromResult(new CaseDesk(work, Moment(house)).Save(CrashRules.Tell(@case, "ana", "clara", null, Ana, Moment(house)))), CancellationToken.None);
        await house.PumpAsync();
        return id;
    }

    private static Task CloseAsync(SlackHouse house, string id) => DecideAsync(house, id, c => ServiceIssues.SeenInTracker(
        c, new TrackedIssue(c.Issue!.Number, c.Title, "", c.Issue.Url, Open: false, ["bug", "data-infra", "P4"], "ana", house.Now, house.Now, house.Now), Moment(house)));

    private static async Task DecideAsync(SlackHouse house, string id, Func<Case, Case> decide)
    {
        await house.Get<CaseCommits>().DecideAsync(Moment(house), id, decide, CancellationToken.None);
        await house.PumpAsync();
    }
}
