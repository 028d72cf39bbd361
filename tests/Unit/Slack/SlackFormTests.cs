using System.Text.Json.Nodes;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Tests.Slack;

/// <summary>The form of a triage follows what is chosen in it.</summary>
public sealed class SlackFormTests
{
    private const string Rows = "Contracts has duplicated rows since Tuesday";

    [Fact]
    public async Task It_opens_with_few_fields_and_tells_each_choice_of_the_kind()
    {
        await using var house = await SlackHouse.OpenAsync();

        await house.Person("bruno").UseShortcutAsync();

        Fields(house).ShouldBe(["what", "kind", "reporter", "details"]);
        Inputs(house).Where(input => (bool?)input["dispatch_action"] == true).ShouldHaveSingleItem()["element"]!["action_id"]!.ToString().ShouldBe("kind");
    }

    [Fact]
    public async Task A_service_issue_has_a_priority_and_a_question_has_none()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();

        (await house.InteractAsync(bruno.Choice("kind", "service", ("what", Rows)))).ShouldBe(new Answered(200, ""));
        Fields(house).ShouldBe(["what", "kind", "priority", "reporter", "details"]);
        Labels(house).ShouldContain("How urgent is it?");
        await house.InteractAsync(bruno.Choice("kind", "question"));

        Fields(house).ShouldBe(["what", "kind", "reporter", "details"]);
        house.Slack.Methods.Count(method => method == "views.update").ShouldBe(2);
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_not_sure_sees_the_test_where_they_choose()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();

        await house.InteractAsync(bruno.Choice("kind", "unsure"));

        house.Slack.Views[0].ToJsonString().ShouldContain("If somebody else did the same thing, correctly, would it still go wrong?");
        await house.InteractAsync(bruno.Choice("kind", "service"));
        house.Slack.Views[0].ToJsonString().ShouldNotContain("would it still go wrong?");
    }

    [Fact]
    public async Task What_was_typed_stays_as_fields_keep_their_places_and_the_message_stays_known()
    {
        await using var house = await SlackHouse.OpenAsync();
        var channel = house.Person("bruno", SlackHouse.Help);
        await channel.UseShortcutAsync(house.Person("davi", SlackHouse.Help).Message(Rows));
        var (blocks, metadata) = (Blocks(house), (string)house.Slack.Views[0]["private_metadata"]!);

        await house.InteractAsync(channel.Choice("kind", "service", ("what", "Other words")));

        Blocks(house).ShouldBe([.. blocks[..2], "f:priority:1", .. blocks[2..]]);
        ((string)house.Slack.Views[0]["private_metadata"]!).ShouldBe(metadata);
        SlackPost.Found(house.Slack.Views[0]["blocks"], "plain_text_input").First()["initial_value"]!.ToString().ShouldBe("Other words");
        await channel.SubmitAsync(("what", "Other words"), ("kind", "service"), ("priority", "P2"));
        await house.Person("bruno").TapAsync("Create");
        (await new CaseDesk(new Work(house.Store), new Moment(house.Squad, house.Now)).OpenAsync(CancellationToken.None)).ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(c => c.Priority.ShouldBe(Priority.P2), c => c.Origin.ShouldNotBeNull());
    }

    [Fact]
    public async Task A_choice_that_comes_late_or_twice_changes_nothing()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();
        var (first, second) = (bruno.Choice("kind", "question"), bruno.Choice("kind", "service"));

        await house.InteractAsync(second);
        await house.InteractAsync(first);
        await house.InteractAsync(second);

        Fields(house).ShouldContain("priority");
        house.Slack.Methods.Count(method => method == "views.update").ShouldBe(1);
    }

    [Fact]
    public async Task Two_quick_choices_end_with_the_second_though_both_were_made_in_the_same_form()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();
        var (first, second) = (bruno.Choice("kind", "unsure"), bruno.Choice("kind", "service"));

        await house.InteractAsync(first);
        await house.InteractAsync(second);

        Fields(house).ShouldContain("priority");
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_Slack_does_not_change_it_the_next_choice_does_and_what_is_sent_counts()
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();
        house.Slack.Refuse("views.update", "hash_conflict");

        (await house.InteractAsync(bruno.Choice("kind", "service"))).ShouldBe(new Answered(200, ""));
        Fields(house).ShouldNotContain("priority");
        await house.InteractAsync(bruno.Choice("kind", "service"));
        Fields(house).ShouldContain("priority");
        (await bruno.SubmitAsync(("what", Rows), ("kind", "service"))).ShouldBe(new Answered(200, ""));

        bruno.Last.Text.ShouldContain("How urgent is it?");
    }

    [Theory]
    [InlineData("action_ts", "x")]
    [InlineData("action_ts", null)]
    public async Task What_is_no_choice_changes_nothing(string member, string? value)
    {
        await using var house = await SlackHouse.OpenAsync();
        var bruno = house.Person("bruno");
        await bruno.UseShortcutAsync();
        var choice = bruno.Choice("kind", "service");
        choice["actions"]![0]![member] = value;

        (await house.InteractAsync(choice)).Status.ShouldBe(400);

        house.Slack.Methods.ShouldNotContain("views.update");
    }

    private static IEnumerable<JsonObject> Inputs(SlackHouse house) => SlackPost.Found(house.Slack.Views[0]["blocks"], "input");

    private static List<string> Fields(SlackHouse house) => [.. Inputs(house).Select(input => (string)input["element"]!["action_id"]!)];

    private static List<string> Labels(SlackHouse house) => [.. Inputs(house).Select(input => (string)input["label"]!["text"]!)];

    private static string[] Blocks(SlackHouse house) => [.. Inputs(house).Select(input => (string)input["block_id"]!)];
}
