using System.Text.Json.Nodes;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Tests.Slack;

/// <summary>What becomes of a mention in a channel: a member's is theirs alone, a guest's stays in the thread.</summary>
public sealed class SlackMentionTests
{
    private const string Rows = "Contracts has duplicated rows since Tuesday";

    [Theory]
    [InlineData("who", "Ana is Hausmeister")]
    [InlineData("dag", "No nightly run")]
    [InlineData("issues", "No open issues")]
    [InlineData("rota", "rota")]
    [InlineData("help", "Help")]
    [InlineData("", "Help")]
    [InlineData("next", "Nothing")]
    [InlineData("cases", "No open cases")]
    [InlineData("handoff", "Nothing was handed over yet")]
    [InlineData("482", "I know no open issue or case 482")]
    [InlineData("note 482", "Write it like this")]
    public async Task A_look_is_answered_to_the_member_alone(string words, string answer)
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno", SlackHouse.Help);

        await bruno.SayAsync($"<@U0BOT> {words}");

        bruno.Seen.ShouldHaveSingleItem().ShouldSatisfyAllConditions(post => post.Text.ShouldContain(answer, Shouldly.Case.Insensitive), post => post.Thread.ShouldBeNull());
        house.Slack.Posts.ShouldBeEmpty();
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_thread_the_answer_stands_there()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno", SlackHouse.Help).In("1764160000.000100");

        await bruno.SayAsync("hausmeister, who");

        bruno.Seen.ShouldHaveSingleItem().Thread.ShouldBe("1764160000.000100");
        await bruno.TapAsync("Rota");
        bruno.Seen.Count.ShouldBe(2);
        bruno.Seen[1].Thread.ShouldBe("1764160000.000100");
    }

    [Fact]
    public async Task Nobody_is_written_to_in_what_only_they_saw_and_it_is_not_kept_up_to_date()
    {
        await using var house = await SlackHouse.OpenAsync();
        await WithIssueAsync(house);
        var bruno = house.Person("bruno", SlackHouse.Help);
        await bruno.SayAsync("<@U0BOT> 1");
        bruno.Seen.ShouldHaveSingleItem().Text.ShouldStartWith($"#1 P3 {Rows}.");

        await house.Person("ana").SayAsync("give 1 to bruno");

        bruno.Seen.ShouldHaveSingleItem();
        house.Person("bruno").Last.Text.ShouldContain(Rows);
        var @case = (await OpenAsync(house)).ShouldHaveSingleItem();
        @case.Posts.ShouldAllBe(post => !post.Conversation.Contains(SlackHouse.Help, StringComparison.Ordinal));
        (await house.Store.ReadAsync(Keys.Reference($"slack/{Uri.EscapeDataString($"{SlackHouse.Help};;U0BRUNO")}"), CancellationToken.None)).ShouldBeNull();
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_only_they_see_may_show_their_own()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno", SlackHouse.Help);

        await bruno.SayAsync("<@U0BOT> rota");

        bruno.Seen[0].Json.ToJsonString().ShouldContain("calendar", Shouldly.Case.Insensitive);
    }

    [Theory]
    [InlineData($"triage {Rows}", "What is it?")]
    [InlineData(Rows, "What is it?")]
    [InlineData("triage", "What is it?")]
    [InlineData($"p4 {Rows}", "Create this P4?")]
    public async Task A_triage_goes_on_in_the_direct_message(string words, string question)
    {
        await using var house = await SlackHouse.OpenAsync();
        var (bruno, channel) = (house.Person("bruno"), house.Person("bruno", SlackHouse.Help));

        await channel.SayAsync($"<@U0BOT> {words}");

        bruno.Last.Text.ShouldContain(question);
        channel.Seen.ShouldHaveSingleItem().Text.ShouldBe(words == "triage" ? "I have taken it to our direct message." : $"I have taken “{Rows}” to our direct message.");
        house.Slack.Posts.ShouldAllBe(post => post.Channel == "D0BRUNO");
    }

    [Fact]
    public async Task Slack_tells_twice_and_it_is_taken_once()
    {
        await using var house = await SlackHouse.OpenAsync();
        var (bruno, channel) = (house.Person("bruno"), house.Person("bruno", SlackHouse.Help));
        var mention = channel.Message($"<@U0BOT> {Rows}", "app_mention");
        var message = mention.DeepClone().AsObject();
        message["type"] = "message";

        await house.EventAsync(mention);
        await house.EventAsync(message);

        bruno.All.ShouldHaveSingleItem();
        channel.Seen.ShouldHaveSingleItem();
        house.Slack.Methods.Count(method => method == "conversations.open").ShouldBe(1);
    }

    [Fact]
    public async Task The_issue_knows_the_message_and_its_thread()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        var ts = await house.Person("bruno", SlackHouse.Help).In("1764160000.000100").SayAsync($"<@U0BOT> {Rows}");

        await CreateAsync(bruno);

        (await OpenAsync(house)).ShouldHaveSingleItem().Origin.ShouldBe(new Origin(
            $"slack/{Uri.EscapeDataString($"{SlackHouse.Help};1764160000.000100")}",
            new Uri($"https://acme.slack.com/archives/{SlackHouse.Help}/p{ts.Replace(".", "")}?thread_ts=1764160000.000100&cid={SlackHouse.Help}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("triage")]
    public async Task In_a_thread_a_bare_mention_is_about_its_first_message(string words)
    {
        await using var house = await SlackHouse.OpenAsync();
        var root = house.Person("davi", SlackHouse.Help).Message($"&lt;b&gt; {Rows}, <@U0ANA>?");
        root["files"] = new JsonArray(new JsonObject { ["permalink"] = "https://acme.slack.com/files/1", ["url_private"] = "https://files.slack.com/secret" });
        house.Slack.Others.Add((SlackHouse.Help, root));
        var bruno = house.Person("bruno");

        await house.Person("bruno", SlackHouse.Help).In((string)root["ts"]!).SayAsync($"<@U0BOT> {words}");
        await CreateAsync(bruno);

        var @case = (await OpenAsync(house)).ShouldHaveSingleItem();
        @case.Title.ShouldBe($"<b> {Rows}, @Ana?");
        @case.Reporter.ShouldBe("Davi");
        @case.Details.ShouldBe("https://acme.slack.com/files/1");
        @case.Origin!.Link.AbsoluteUri.ShouldBe($"https://acme.slack.com/archives/{SlackHouse.Help}/p{((string)root["ts"]!).Replace(".", "")}");
    }

    [Fact]
    public async Task Where_Slack_does_not_say_the_first_message_the_triage_asks()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("conversations.history", "missing_scope");

        await house.Person("bruno", SlackHouse.Help).In("1764160000.000100").SayAsync("<@U0BOT> triage");

        house.Person("bruno").Last.Text.ShouldContain("What is it?");
        house.Log.Lines.ShouldHaveSingleItem().ShouldContain("missing_scope");
    }

    [Fact]
    public async Task Another_triage_in_the_direct_message_is_left_and_that_is_said()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.SayAsync("triage");
        await bruno.SayAsync("issue");
        bruno.Last.Text.ShouldContain("What is wrong?");

        await house.Person("bruno", SlackHouse.Help).SayAsync($"<@U0BOT> {Rows}");

        bruno.All[^2].Text.ShouldBe("The triage that was open here is left; nothing was created.");
        bruno.Last.Text.ShouldContain("What is it?");
    }

    [Fact]
    public async Task Cancel_in_the_channel_cancels_there()
    {
        await using var house = await SlackHouse.OpenAsync();
        var (bruno, channel) = (house.Person("bruno"), house.Person("bruno", SlackHouse.Help));
        await channel.SayAsync($"<@U0BOT> {Rows}");

        await channel.SayAsync("<@U0BOT> cancel");

        bruno.Last.Text.ShouldBe("Cancelled. Nothing was created.");
        (await house.DocumentAsync("D0BRUNO", "U0BRUNO"))!.IsInDialog.ShouldBeFalse();
    }

    [Fact]
    public async Task Without_a_direct_message_they_are_told()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("conversations.open", "missing_scope");
        var channel = house.Person("bruno", SlackHouse.Help);

        await channel.SayAsync($"<@U0BOT> {Rows}");

        channel.Seen.ShouldHaveSingleItem().Text.ShouldBe("Slack did not let me open our direct message. Please write to me there.");
        house.Slack.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_direct_message_that_is_known_need_not_be_opened()
    {
        await using var house = await SlackHouse.OpenAsync();
        await house.Person("bruno").SayAsync("who");

        await house.Person("bruno", SlackHouse.Help).SayAsync($"<@U0BOT> {Rows}");

        house.Person("bruno").Last.Text.ShouldContain("What is it?");
        house.Slack.Methods.ShouldNotContain("conversations.open");
    }

    [Fact]
    public async Task A_guest_is_helped_in_the_thread_and_the_case_knows_it()
    {
        await using var house = await SlackHouse.OpenAsync();
        var channel = house.Person("guest", SlackHouse.Help);
        var ts = await channel.SayAsync("<@U0BOT> The table my_sales shows no rows");
        await channel.In(ts).SayAsync("About 2,000 rows a day");

        house.Slack.Ephemeral.ShouldBeEmpty();
        (await OpenAsync(house)).ShouldHaveSingleItem().Origin!.Link.AbsoluteUri.ShouldEndWith($"/archives/{SlackHouse.Help}/p{ts.Replace(".", "")}");
    }

    [Fact]
    public async Task Who_is_of_two_squads_is_asked_in_the_direct_message_which_one_is_meant()
    {
        await using var house = await SlackHouse.OpenAsync(others: Other());
        var (bruno, elsewhere) = (house.Person("bruno"), house.Person("bruno", "C0ELSEWHERE"));

        await elsewhere.SayAsync("<@U0BOT> who");

        bruno.Last.Text.ShouldContain("Which squad is it about?");
        elsewhere.Seen.ShouldHaveSingleItem().Text.ShouldBe("I have taken it to our direct message.");
        await bruno.SayAsync("2");
        bruno.Last.Text.ShouldContain("Bruno is Hausmeister");
    }

    [Fact]
    public async Task What_they_asked_before_is_not_lost_and_neither_is_its_message()
    {
        await using var house = await SlackHouse.OpenAsync(others: Other());
        var bruno = house.Person("bruno");

        await house.Person("bruno", "C0ELSEWHERE").SayAsync($"<@U0BOT> {Rows}");
        await bruno.SayAsync("1");
        await CreateAsync(bruno);

        (await OpenAsync(house)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Title.ShouldBe(Rows), c => c.Origin!.Link.AbsoluteUri.ShouldContain("C0ELSEWHERE"));
    }

    [Fact]
    public async Task A_squads_channel_says_which_one_is_meant_in_the_direct_message_too()
    {
        await using var house = await SlackHouse.OpenAsync(others: Other());
        var bruno = house.Person("bruno");
        await house.Person("bruno", "C0ELSEWHERE").SayAsync("<@U0BOT> who");
        await bruno.SayAsync("2");

        await house.Person("bruno", SlackHouse.Help).SayAsync($"<@U0BOT> {Rows}");
        await CreateAsync(bruno);

        (await OpenAsync(house)).ShouldHaveSingleItem().Title.ShouldBe(Rows);
    }

    private static Squad Other() => SlackHouse.InSlack(SampleSquad.WithoutOverrides) with
    {
        Id = "other",
        Name = "Other",
        Rota = SampleSquad.WithoutOverrides.Rota with { Weekday = SampleSquad.WithoutOverrides.Rota.Weekday with { Order = ["bruno", "ana", "clara", "davi"] } },
        Channels = new ChannelSettings(new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>>()),
    };

    private static async Task CreateAsync(SlackPerson person)
    {
        await person.SayAsync("issue");
        await person.SayAsync("P3");
        await person.SayAsync("create");
    }

    private static async Task WithIssueAsync(SlackHouse house)
    {
        await house.Person("ana").SayAsync($"triage {Rows}");
        await CreateAsync(house.Person("ana"));
    }

    private static Task<IReadOnlyList<Hausmeister.Domain.Cases.Case>> OpenAsync(SlackHouse house) =>
        new CaseDesk(new Work(house.Store), new Moment(house.Squad, house.Now)).OpenAsync(CancellationToken.None);
}
