using System.Text.Json.Nodes;
using AdaptiveCards;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards.Rendering;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Tests.Slack;

/// <summary>Taps, fields in a message, and modals.</summary>
public sealed class SlackTapTests
{
    private const string Rows = "Contracts has duplicated rows since Tuesday";

    [Fact]
    public async Task A_field_in_the_message_comes_with_its_button()
    {
        await using var house = await WithIssueAsync();
        var ana = house.Person("ana");
        var late = ana.Tap("Fixed");
        late.Remove("trigger_id");
        await house.InteractAsync(late);
        house.Slack.Views.ShouldBeEmpty();

        await ana.TapAsync("It is fixed", ("what", "The join had no key."));

        var open = await new CaseDesk(new Work(house.Store), new Moment(house.Squad, house.Now)).OpenAsync(CancellationToken.None);
        open.ShouldBeEmpty();
        ana.Last.Text.ShouldContain("Fixed");
    }

    [Fact]
    public async Task A_tap_that_is_answered_with_fields_opens_them_at_once_and_leaves_their_message_as_the_way_back()
    {
        await using var house = await WithIssueAsync();
        var ana = house.Person("ana");
        await ana.TapAsync("Fixed");
        var view = house.Slack.Views.ShouldHaveSingleItem();
        ((string)view["private_metadata"]!).ShouldContain(ana.Last.Ts);
        ana.Last.Labels.ShouldBe(["It is fixed", "Edit…", "Cancel"]);

        (await ana.SubmitAsync(("what", "The join had no key."))).ShouldBe(new Answered(200, ""));
        ana.All.ShouldContain(post => post.Text.StartsWith("Fixed", StringComparison.Ordinal));
        (await house.CaseAsync(IdOf(view)))!.Closed!.What.ShouldBe("The join had no key.");
    }

    [Fact]
    public async Task Where_Slack_opens_no_modal_any_more_the_message_has_the_way_to_the_fields()
    {
        await using var house = await WithIssueAsync();
        var ana = house.Person("ana");
        house.Slack.Refuse("views.open", "expired_trigger_id");
        await ana.TapAsync("Note");
        house.Slack.Views.ShouldBeEmpty();

        await ana.TapAsync("Save the note…");
        house.Slack.Views.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_required_field_is_filled_in_in_a_modal_that_says_what_is_missing_and_is_sent_once()
    {
        await using var house = await WithIssueAsync();
        var ana = house.Person("ana");
        await ana.TapAsync("Note");
        var door = ana.Last;
        var view = house.Slack.Views.ShouldHaveSingleItem();
        ((string)view["callback_id"]!).ShouldBe("issue.note.save");
        ((string)view["private_metadata"]!).ShouldContain(door.Ts);

        var missing = JsonNode.Parse((await ana.SubmitAsync()).Body)!;
        ((string)missing["response_action"]!).ShouldBe("errors");
        missing["errors"]!.AsObject().ShouldHaveSingleItem().Value!.ToString().ShouldBe("A note needs some words.");

        (await ana.SubmitAsync(("note", "The ledger runs again."))).ShouldBe(new Answered(200, ""));
        (await ana.SubmitAsync(("note", "Sent once more."))).ShouldBe(new Answered(200, ""));
        ana.All.Single(post => post.Ts == door.Ts).Text.ShouldContain("The ledger runs again.");
        (await house.CaseAsync(IdOf(view)))!.Notes.ShouldHaveSingleItem().Text.ShouldBe("The ledger runs again.");
    }

    [Fact]
    public async Task A_tap_that_comes_again_does_nothing_more()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        await ana.SayAsync($"triage {Rows}");
        var tap = ana.Tap("A service issue");

        await house.InteractAsync(tap.DeepClone().AsObject());
        var calls = house.Slack.Calls.Count;
        await house.InteractAsync(tap);

        house.Slack.Calls.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task Data_that_a_button_has_no_room_for_is_kept_and_comes_back()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        await ana.SayAsync($"triage {Rows}");
        await house.Get<SlackMemory>().KeepAsync(new Dictionary<string, string> { ["abc"] = """{"verb":"who","id":"","rev":0}""" }, CancellationToken.None);
        var tap = ana.Tap("A service issue");
        tap["actions"]![0]!["value"] = """{"k":"abc"}""";

        await house.InteractAsync(tap);

        ana.All.ShouldContain(post => post.Text.Contains("Ana", StringComparison.Ordinal) && post.Text.Contains("Hausmeister", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tap_may_come_before_its_message_is_noted()
    {
        await using var house = await WithIssueAsync();
        var ana = house.Person("ana");
        await ana.TapAsync("Note");
        var (memory, message) = (house.Get<SlackMemory>(), SlackPlaces.Message(ana.Channel, ana.Last.Ts));
        var note = await memory.MessageAsync(message, CancellationToken.None);
        await memory.NoteAsync(message, null, CancellationToken.None);
        house.Real.Paused = () => memory.NoteAsync(message, note, CancellationToken.None);

        await ana.TapAsync("Save the note…");

        house.Slack.Views.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_form_of_a_message_that_is_not_known_says_so()
    {
        await using var house = await WithIssueAsync();
        var ana = house.Person("ana");
        await ana.TapAsync("Note");
        await house.Get<SlackMemory>().NoteAsync(SlackPlaces.Message(ana.Channel, ana.Last.Ts), null, CancellationToken.None);

        var opened = house.Slack.Views.Count;

        await ana.TapAsync("Save the note…");

        house.Slack.Views.Count.ShouldBe(opened);
        ana.Last.Text.ShouldStartWith("That button is too old");
    }

    [Fact]
    public async Task A_button_whose_data_is_gone_says_so()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        await ana.SayAsync($"triage {Rows}");
        var tap = ana.Tap("A service issue");
        tap["actions"]![0]!["value"] = """{"k":"gone"}""";

        (await house.InteractAsync(tap)).Status.ShouldBe(200);

        ana.Last.Text.ShouldStartWith("That button is too old");
    }

    [Fact]
    public async Task A_card_that_is_too_long_is_shown_whole_in_a_modal()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        await ana.SayAsync($"triage {Rows}");
        var card = new AdaptiveCard("1.5") { FallbackText = "Long", Body = [new AdaptiveTextBlock("Hello") { Wrap = true }] };
        await house.Get<SlackMemory>().KeepAsync(new Dictionary<string, string> { ["abc"] = card.ToJson() }, CancellationToken.None);
        var tap = ana.Tap("A service issue");
        (tap["actions"]![0]!["action_id"], tap["actions"]![0]!["value"]) = ("all.0", """{"k":"abc"}""");

        await house.InteractAsync(tap);

        house.Slack.Views.ShouldHaveSingleItem().ToJsonString().ShouldContain("Hello");
    }

    [Fact]
    public async Task A_modal_that_Slack_does_not_open_any_more_is_said_in_words()
    {
        await using var house = await WithIssueAsync();
        var ana = house.Person("ana");
        await ana.TapAsync("Note");
        house.Slack.Refuse("views.open", "expired_trigger_id");

        await ana.TapAsync("Save the note…");

        ana.Last.Text.ShouldBe("Slack did not let me open the form. Please tap again.");
    }

    [Fact]
    public async Task A_field_with_more_choices_than_Slack_takes_is_asked_for_them_while_somebody_types()
    {
        var small = SampleSquad.WithoutOverrides;
        await using var house = await WithIssueAsync(small with
        {
            Members = [.. small.Members, .. Enumerable.Range(1, 150).Select(n => new Member($"m{n}", $"Member {n}", null, false, false, null, new Dictionary<string, string>()))],
        });
        var ana = house.Person("ana");
        await ana.TapAsync("Give to…");
        SlackPost.Found(house.Slack.Views[^1]["blocks"], "external_select").ShouldHaveSingleItem();

        (await SuggestedAsync("")).Count.ShouldBe(SlackSuggestions.Most);
        (await SuggestedAsync("member 14")).ShouldBe(["Member 14", "Member 140", "Member 141", "Member 142", "Member 143", "Member 144", "Member 145", "Member 146", "Member 147", "Member 148", "Member 149"]);
        (await SuggestedAsync("nobody")).ShouldBeEmpty();
        (await SuggestedAsync("Member 14", field: "other")).ShouldBeEmpty();

        async Task<List<string>> SuggestedAsync(string typed, string field = "member")
        {
            var answered = await house.InteractAsync(new JsonObject
            {
                ["type"] = "block_suggestion",
                ["team"] = new JsonObject { ["id"] = FakeSlack.Team },
                ["user"] = new JsonObject { ["id"] = ana.User },
                ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V1" },
                ["view"] = new JsonObject { ["id"] = "V1", ["private_metadata"] = (string)house.Slack.Views[^1]["private_metadata"]! },
                ["action_id"] = field,
                ["value"] = typed,
            });
            return [.. JsonNode.Parse(answered.Body)!["options"]!.AsArray().Select(option => (string)option!["text"]!["text"]!)];
        }
    }

    [Fact]
    public async Task A_tap_in_a_channel_is_answered_to_a_member_alone_and_to_a_guest_in_the_messages_thread()
    {
        await using var house = await SlackHouse.OpenAsync();
        await house.Get<AdapterOf>()("slack").ContinueConversationAsync(
            "",
            SlackPlaces.ReferenceOf(Keys.Place("slack", SlackHouse.Guild))!,
            (context, token) => context.SendActivityAsync(MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = Who() }), token),
            CancellationToken.None);
        var post = house.Slack.In(SlackHouse.Guild).ShouldHaveSingleItem();

        await house.Person("bruno", SlackHouse.Guild).TapAsync("Who");

        house.Person("bruno", SlackHouse.Guild).Seen.ShouldHaveSingleItem().Text.ShouldContain("Ana");
        house.Slack.In(SlackHouse.Guild, post.Ts).ShouldBeEmpty();

        await house.Person("eva", SlackHouse.Guild).TapAsync("Who");

        house.Slack.In(SlackHouse.Guild, post.Ts).ShouldHaveSingleItem().Text.ShouldContain("Ana");
    }

    private static AdaptiveCard Who() => new("1.5")
    {
        FallbackText = "Who?",
        Body = [new AdaptiveTextBlock("Who?") { Wrap = true }],
        Actions = [new AdaptiveExecuteAction { Title = "Who", Verb = "who", DataJson = """{"verb":"who","id":"","rev":0}""" }],
    };

    private static string IdOf(JsonObject view) => (string)JsonNode.Parse((string)view["private_metadata"]!)!["id"]!;

    private static async Task<SlackHouse> WithIssueAsync(Squad? squad = null)
    {
        var house = await SlackHouse.OpenAsync(squad);
        var ana = house.Person("ana");
        await ana.SayAsync($"triage {Rows}");
        await ana.SayAsync("issue");
        await ana.SayAsync("P3");
        await ana.SayAsync("create");
        return house;
    }
}
