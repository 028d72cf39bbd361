using System.Text.Json.Nodes;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Tests.Slack;

/// <summary>A triage that begins with a shortcut and its form.</summary>
public sealed class SlackShortcutTests
{
    private const string Rows = "Contracts has duplicated rows since Tuesday";

    [Fact]
    public async Task A_messages_words_and_author_stand_in_the_form_and_the_issue_knows_the_message()
    {
        await using var house = await SlackHouse.OpenAsync();
        var (ana, channel) = (house.Person("ana"), house.Person("ana", SlackHouse.Help));
        var message = house.Person("davi", SlackHouse.Help).In("1764160000.000100").Message($"{Rows} <https://x.example|look>");
        message["files"] = new JsonArray(new JsonObject { ["permalink"] = "https://acme.slack.com/files/1" }, new JsonObject { ["permalink"] = "javascript:alert(1)" });

        (await channel.UseShortcutAsync(message)).ShouldBe(new Answered(200, ""));
        var view = house.Slack.Views.ShouldHaveSingleItem();
        Initial(view, "what").ShouldBe($"{Rows} look (https://x.example)");
        Initial(view, "reporter").ShouldBe("Davi");
        Initial(view, "details").ShouldBe("https://acme.slack.com/files/1");
        (await channel.SubmitAsync(("what", Rows), ("reporter", "Davi"), ("kind", "service"), ("priority", "P3"), ("details", "https://acme.slack.com/files/1"))).ShouldBe(new Answered(200, ""));

        ana.All.ShouldHaveSingleItem().Text.ShouldContain("Create this issue?");
        await ana.TapAsync("Create");
        (await OpenAsync(house)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Title.ShouldBe(Rows),
            c => c.Reporter.ShouldBe("Davi"),
            c => c.Priority.ShouldBe(Priority.P3),
            c => c.Details.ShouldBe("https://acme.slack.com/files/1"),
            c => c.Origin!.Thread.ShouldBe($"slack/{Uri.EscapeDataString($"{SlackHouse.Help};1764160000.000100")}"),
            c => c.Origin!.Link.AbsoluteUri.ShouldContain($"/p{((string)message["ts"]!).Replace(".", "")}?thread_ts=1764160000.000100"));
        house.Slack.Ephemeral.ShouldBeEmpty();
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_wrote_the_message_and_is_in_no_squads_file_has_the_name_that_Slack_shows()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Users["U0EVA"] = JsonNode.Parse("""{"real_name":"Eva Lima"}""")!;

        await house.Person("ana", SlackHouse.Help).UseShortcutAsync(house.Person("eva", SlackHouse.Help).Message(Rows));

        Initial(house.Slack.Views.ShouldHaveSingleItem(), "reporter").ShouldBe("Eva Lima");
    }

    [Theory]
    [InlineData(null, null, "What is it?")]
    [InlineData("unsure", null, "Would it still go wrong if somebody else did the same?")]
    [InlineData("question", "P4", "Nothing alike was found")]
    [InlineData("service", null, "How urgent is it?")]
    [InlineData("service", "unknown", "Create this issue?")]
    [InlineData("nonsense", "P9", "What is it?")]
    public async Task What_the_form_leaves_open_is_asked_in_the_direct_message(string? kind, string? priority, string question)
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();
        List<(string, string)> filled = [("what", Rows)];
        if (kind is not null)
            filled.Add(("kind", kind));
        if (priority is not null)
            filled.Add(("priority", priority));

        await bruno.SubmitAsync([.. filled]);

        bruno.Last.Text.ShouldContain(question);
        (await OpenAsync(house)).ShouldAllBe(c => c.Origin == null);
    }

    [Fact]
    public async Task What_is_missing_or_too_long_is_said_in_the_form()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();

        var errors = JsonNode.Parse((await bruno.SubmitAsync(("what", "  "), ("reporter", new string('x', 201)))).Body)!;

        ((string)errors["response_action"]!).ShouldBe("errors");
        errors["errors"]!.AsObject().Count.ShouldBe(2);
        errors["errors"]!["f:what:1"]!.ToString().ShouldBe("One line is enough.");
        house.Slack.Views[0].ToJsonString().ShouldContain("\"f:what:1\"");
        bruno.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_begins_one_triage()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();

        await bruno.SubmitAsync(("what", Rows));
        await bruno.SubmitAsync(("what", Rows));

        bruno.All.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_a_direct_message_the_form_stays_open_and_says_so()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();
        house.Slack.Refuse("conversations.open", "missing_scope");

        (await bruno.SubmitAsync(("what", Rows))).Body.ShouldContain("Slack did not let me open our direct message. Please send it again.");

        await bruno.SubmitAsync(("what", Rows));
        bruno.Last.Text.ShouldContain("What is it?");
    }

    [Fact]
    public async Task Where_the_form_does_not_open_the_triage_begins_with_the_messages_words()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("views.open", "expired_trigger_id");
        var bruno = house.Person("bruno");

        (await house.Person("bruno", SlackHouse.Help).UseShortcutAsync(house.Person("davi", SlackHouse.Help).Message(Rows))).ShouldBe(new Answered(200, ""));

        bruno.Last.Json.ToJsonString().ShouldContain(Rows);
        foreach (var words in new[] { "issue", "P3", "create" })
            await bruno.SayAsync(words);
        (await OpenAsync(house)).ShouldHaveSingleItem().Origin.ShouldNotBeNull();
    }

    [Fact]
    public async Task With_neither_form_nor_direct_message_Slack_shows_that_it_was_not_taken()
    {
        await using var house = await SlackHouse.OpenAsync();
        house.Slack.Refuse("views.open", "expired_trigger_id");
        house.Slack.Refuse("conversations.open", "missing_scope");

        (await house.Person("bruno").UseShortcutAsync()).Status.ShouldBe(503);
    }

    [Fact]
    public async Task A_guest_sends_the_two_answers_and_hears_in_their_direct_message()
    {
        await using var house = await SlackHouse.OpenAsync();
        var (guest, ana) = (house.Person("guest"), house.Person("ana"));
        var channel = house.Person("guest", SlackHouse.Help);

        await channel.UseShortcutAsync(channel.Message("The table is empty"));
        var view = house.Slack.Views.ShouldHaveSingleItem();
        Initial(view, "did").ShouldBe("The table is empty");
        (await guest.SubmitAsync(("expected", "Rows"))).Body.ShouldContain("One line is enough.");
        (await guest.SubmitAsync(("did", "The table is empty"), ("expected", "Rows"))).ShouldBe(new Answered(200, ""));

        guest.Last.Text.ShouldStartWith("Sent to Ana");
        await ana.TapAsync("Take it");
        guest.Last.Text.ShouldBe("Ana has it.");
        house.Slack.Posts.ShouldAllBe(post => post.Channel[0] == 'D');
    }

    [Fact]
    public async Task What_two_people_say_to_each_other_is_nobodys_thread()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");

        await house.Person("bruno", "D0THEIRS").UseShortcutAsync(house.Person("davi", "D0THEIRS").Message(Rows));
        await bruno.SubmitAsync(("what", Rows), ("kind", "question"));

        (await OpenAsync(house)).ShouldHaveSingleItem().Origin.ShouldBeNull();
    }

    [Fact]
    public async Task Where_two_squads_can_be_meant_the_form_asks()
    {
        var other = SlackHouse.InSlack(SampleSquad.WithoutOverrides) with { Id = "other", Name = "Other" };
        await using var house = await SlackHouse.OpenAsync(others: other with { Channels = new(new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, IReadOnlyList<string>>()) });
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();

        (await bruno.SubmitAsync(("what", Rows), ("kind", "question"))).Body.ShouldContain("Choose a squad.");
        (await bruno.SubmitAsync(("what", Rows), ("kind", "question"), ("squad", "other"))).ShouldBe(new Answered(200, ""));

        (await OpenAsync(house)).ShouldBeEmpty();
        (await new CaseDesk(new Work(house.Store), new Moment(other, house.Now)).OpenAsync(CancellationToken.None)).ShouldHaveSingleItem().Title.ShouldBe(Rows);
    }

    [Theory]
    [InlineData("""{"type":"shortcut","callback_id":"unknown","trigger_id":"1","user":{"id":"U0BRUNO"}}""", 200)]
    [InlineData("""{"type":"shortcut","callback_id":"triage","user":{"id":"U0BRUNO"}}""", 400)]
    [InlineData("""{"type":"message_action","callback_id":"triage_message","trigger_id":"1","user":{"id":"U0BRUNO"},"channel":{"id":"C0XRWDYQ2"}}""", 400)]
    [InlineData("""{"type":"message_action","callback_id":"triage_message","trigger_id":"1","user":{"id":"U0BRUNO"},"channel":{"id":"C0XRWDYQ2"},"message":{"ts":5}}""", 400)]
    public async Task What_is_no_such_shortcut_does_nothing(string payload, int status)
    {
        await using var house = await SlackHouse.OpenAsync();
        var json = JsonNode.Parse(payload)!.AsObject();
        json["team"] = new JsonObject { ["id"] = "T0TEAM" };

        (await house.InteractAsync(json)).Status.ShouldBe(status);

        house.Slack.Methods.ShouldBe(["auth.test"]);
    }

    private static string? Initial(JsonObject view, string id) => (string?)SlackPost.Found(view["blocks"], "plain_text_input").Single(input => (string)input["action_id"]! == id)["initial_value"];

    private static Task<IReadOnlyList<Hausmeister.Domain.Cases.Case>> OpenAsync(SlackHouse house) =>
        new CaseDesk(new Work(house.Store), new Moment(house.Squad, house.Now)).OpenAsync(CancellationToken.None);
}
