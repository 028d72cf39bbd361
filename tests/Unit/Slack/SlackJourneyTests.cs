using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Slack;

/// <summary>Whole conversations in Slack, as people there see them.</summary>
public sealed class SlackJourneyTests
{
    private const string Rows = "Contracts has duplicated rows since Tuesday";
    private const string Invalid = "Financial Reports read an invalid dataset";

    [Fact]
    public async Task A_triage_by_typed_words_becomes_an_issue_in_a_direct_message()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");

        await ana.SayAsync($"triage {Rows}");
        ana.Last.Labels.ShouldBe(["A user question", "A service issue", "Show the test"]);
        await ana.SayAsync("issue");
        await ana.SayAsync("P3");
        ana.Last.Labels.ShouldBe(["Create", "Edit…", "Back", "Cancel"]);
        await ana.SayAsync("create");

        ana.Last.Text.ShouldStartWith($"#1 P3 {Rows}.");
        ana.Last.Labels.ShouldBe(["Note", "Give to…", "Priority", "Ask Level 2", "Fixed"]);
        (await IssueAsync(house)).ShouldSatisfyAllConditions(
            issue => issue.Title.ShouldBe(Rows), issue => issue.Labels.ShouldBe(["bug", "data-infra", "P3"], ignoreOrder: true), issue => issue.Assignee.ShouldBe("ana"));
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_triage_by_taps_becomes_an_issue_and_each_answer_stands_where_it_was_asked()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");

        await ana.SayAsync($"triage {Rows}");
        await ana.TapAsync("A service issue");
        await ana.TapAsync("P3");
        await ana.TapAsync("Create");

        ana.All.Count.ShouldBe(4);
        ana.All.Take(3).ShouldAllBe(post => !post.Buttons.Any());
        ana.All[1].Text.ShouldStartWith("Priority: P3");
        ana.Last.Text.ShouldStartWith($"#1 P3 {Rows}.");
        (await IssueAsync(house)).Title.ShouldBe(Rows);
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_edited_in_the_modal_is_what_is_created()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        await ana.SayAsync($"triage {Rows}");
        await ana.SayAsync("issue");
        await ana.SayAsync("P3");

        await ana.TapAsync("Edit…");
        var view = house.Slack.Views.ShouldHaveSingleItem();
        ((string)view["submit"]!["text"]!).ShouldBe("Create");
        (await ana.SubmitAsync(("title", "Contracts: rows twice"), ("details", "Since *Tuesday*"))).ShouldBe(new Answered(200, ""));

        (await IssueAsync(house)).ShouldSatisfyAllConditions(issue => issue.Title.ShouldBe("Contracts: rows twice"), issue => issue.Body.ShouldContain("Tuesday"));
        ana.Last.Text.ShouldStartWith("#1 P3 Contracts: rows twice.");
    }

    [Fact]
    public async Task A_triage_that_begins_in_a_channel_becomes_an_issue_in_the_direct_message()
    {
        await using var house = await SlackHouse.OpenAsync();
        var (ana, channel) = (house.Person("ana"), house.Person("ana", SlackHouse.Help));

        await channel.SayAsync($"<@{FakeSlack.Bot}> triage {Rows}");
        await ana.SayAsync("issue");
        await ana.TapAsync("P3");
        await ana.SayAsync("create");

        house.Slack.Posts.Where(post => post.Channel != "D0ANA").ShouldHaveSingleItem().Text.ShouldBe("This is on our side: #1, P3, Ana is on it.");
        channel.Seen.ShouldHaveSingleItem().Text.ShouldBe($"I have taken “{Rows}” to our direct message.");
        ana.Last.Text.ShouldStartWith($"#1 P3 {Rows}.");
        (await IssueAsync(house)).Title.ShouldBe(Rows);
    }

    [Fact]
    public async Task A_P4_tells_Level_2_in_her_direct_message_and_the_guilds_channel_and_pulls_people_in()
    {
        await using var house = await SlackHouse.OpenAsync(start: At(2026, 11, 26, 2, 0));
        var (ana, bruno) = (house.Person("ana"), house.Person("bruno"));

        await ana.SayAsync($"p4 {Invalid}");
        await ana.TapAsync("Create P4");

        house.Slack.In(SlackHouse.Guild).ShouldHaveSingleItem().Text.ShouldBe($"P4: #1 {Invalid}. Ana is on it.");
        var begun = house.Person("clara").All.ShouldHaveSingleItem();
        begun.Text.ShouldContain("A P4 has begun. Ana is on it.");
        begun.Labels.ShouldBe(["Show", "Pull in…"]);
        var issue = ana.Last;
        issue.Labels.ShouldBe(["Pull in…", "Note", "Give to…", "Priority", "Ask Level 2", "Fixed"]);

        await ana.TapAsync("Pull in…");
        await ana.TapAsync("Ask them…");
        (await ana.SubmitAsync()).Body.ShouldContain("Choose whom to ask.");
        bruno.All.ShouldBeEmpty();
        (await ana.SubmitAsync(("members", "bruno,davi"))).ShouldBe(new Answered(200, ""));
        bruno.Last.Labels.ShouldBe(["Coming", "Can't"]);

        await bruno.TapAsync("Coming");
        ana.Last.Text.ShouldBe($"Bruno is coming: #1 {Invalid}.");
        ana.All.Single(post => post.Ts == issue.Ts).Text.ShouldContain("Coming: Bruno.");
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_nights_post_stands_in_the_announcements_channel_and_is_kept_true()
    {
        await using var house = await SlackHouse.OpenAsync(WithDag, At(2026, 11, 25, 22, 0));
        house.Airflow.NextDue = At(2026, 11, 25, 23, 0);
        await house.AdvanceToAsync(At(2026, 11, 25, 23, 1));
        var run = house.Airflow.Begin(At(2026, 11, 25, 23, 0));
        await house.AdvanceToAsync(At(2026, 11, 26, 9, 0));

        var post = house.Slack.In(SlackHouse.Announcements).ShouldHaveSingleItem();
        post.Json.ToString().ShouldContain("DAG for Thu 26 Nov");
        post.Text.ShouldStartWith("❌ Contracts have to be calculated\n");
        house.Airflow.Load(run, At(2026, 11, 26, 10, 52));
        house.Airflow.End(run, RunState.Success, At(2026, 11, 26, 10, 52));
        await house.AdvanceToAsync(At(2026, 11, 26, 10, 54));

        house.Slack.In(SlackHouse.Announcements).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            now => now.Ts.ShouldBe(post.Ts), now => now.Json.ToString().ShouldContain("Complete 10:52."), now => now.Text.ShouldStartWith("✅ Contracts were calculated and loaded\n"));
    }

    [Fact]
    public async Task A_guest_in_a_thread_hears_there_what_became_of_it()
    {
        await using var house = await SlackHouse.OpenAsync();
        var channel = house.Person("guest", SlackHouse.Help);
        var guest = channel.In(await channel.SayAsync($"<@{FakeSlack.Bot}> The table my_sales shows no rows"));
        await guest.SayAsync("About 2,000 rows a day");

        await house.Person("ana").TapAsync("Take it");

        guest.Last.Text.ShouldBe("Ana has it.");
    }

    [Fact]
    public async Task Nothing_in_a_title_calls_anybody()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");

        await ana.SayAsync("p4 &lt;!channel&gt; look, &lt;@U0BRUNO&gt; &lt;https://evil.example|docs&gt;");
        await ana.TapAsync("Create P4");

        (await IssueAsync(house)).Title.ShouldBe("<!channel> look, <@U0BRUNO> <https://evil.example|docs>");
        house.Slack.Posts.Count.ShouldBeGreaterThan(3);
        var formatted = house.Slack.Posts.SelectMany(post => SlackPost.Found(post.Json["blocks"], "mrkdwn").Select(text => (string)text["text"]!).Append(post.Text)).ToList();
        formatted.ShouldContain(text => text.Contains("channel&gt;", StringComparison.Ordinal));
        formatted.ShouldAllBe(text => !text.Contains("<!") && !text.Contains("<@") && !text.Contains("<https://evil"));
        house.Slack.Posts.ShouldAllBe(post => !(bool)post.Json["link_names"]! && !(bool)post.Json["mrkdwn"]!);
    }

    private static async Task<TrackedIssue> IssueAsync(SlackHouse house, int number = 1) =>
        (await house.Tracker.GetAsync(house.Squad.Issues, number, CancellationToken.None)).ShouldNotBeNull();
}
