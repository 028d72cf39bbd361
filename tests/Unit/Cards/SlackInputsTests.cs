using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Cards.Rendering;

namespace Hausmeister.Tests.Cards;

/// <summary>What is filled in in Slack comes back as Adaptive Cards bring it.</summary>
public sealed class SlackInputsTests
{
    private const string Filled = """
        {
          "f:title:4": {"title": {"type": "plain_text_input", "value": "Twice the rows"}},
          "f:details:4": {"details": {"type": "plain_text_input", "value": null}},
          "f:priority:4": {"priority": {"type": "static_select", "selected_option": {"text": {"type": "plain_text", "text": "P2"}, "value": "P2"}}},
          "f:why:4": {"why": {"type": "radio_buttons", "selected_option": null}},
          "f:who:4": {"who": {"type": "checkboxes", "selected_options": [{"value": "ana"}, {"value": "clara"}]}},
          "f:none:4": {"none": {"type": "multi_static_select", "selected_options": []}},
          "f:severity:4": {"severity": {"type": "checkboxes", "selected_options": []}},
          "f:day:4": {"day": {"type": "datepicker", "selected_date": "2026-11-27"}},
          "f:time:4": {"time": {"type": "timepicker", "selected_time": "17:00"}},
          "f:count:4": {"count": {"type": "number_input", "value": "3"}},
          "f:verb:4": {"verb": {"type": "plain_text_input", "value": "issue.delete"}}
        }
        """;

    [Fact]
    public void Fields_stand_beside_the_data_and_the_data_wins() => Merge(Filled, """{"verb":"triage.create","id":"ana-17","rev":4}""").ShouldBe(
        """{"verb":"triage.create","id":"ana-17","rev":4,"title":"Twice the rows","priority":"P2","who":"ana,clara","day":"2026-11-27","time":"17:00","count":"3","severity":"no"}""");

    [Fact]
    public void A_toggle_that_is_on_is_its_value() =>
        Merge("""{"f:severity:4":{"severity":{"type":"checkboxes","selected_options":[{"value":"yes"}]}}}""", "{}").ShouldBe("""{"severity":"yes"}""");

    [Fact]
    public void Whoever_leaves_takes_no_fields_with_them() =>
        Merge(Filled, """{"verb":"triage.back","id":"ana-17"}""").ShouldBe("""{"verb":"triage.back","id":"ana-17"}""");

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"f:x:1":null}""")]
    [InlineData("""{"f:x:1":{"x":{"type":"new_kind","value":1},"y":null,"z":{"type":"static_select"},"w":{"type":"plain_text_input","value":7}}}""")]
    public void What_is_not_understood_is_not_filled_in(string values) => Merge(values, """{"verb":"x"}""").ShouldBe("""{"verb":"x","severity":"no"}""");

    [Fact]
    public void Without_any_state_the_data_comes_back() => SlackInputs.Merge(default, Json("""{"verb":"x"}"""), new([], [])).ShouldBe("""{"verb":"x"}""");

    [Theory]
    [InlineData("""{"f:title:4":{"title":{"type":"plain_text_input","value":"Rows"}},"f:ok:4":{"ok":{"type":"checkboxes","selected_options":[{"value":"true"}]}}}""", "")]
    [InlineData("""{"f:title:4":{"title":{"type":"plain_text_input","value":"  "}}}""", "f:title:4=An issue needs a title.;f:ok:4=Look at this again.")]
    [InlineData("""{"f:title:4":{"title":{"type":"plain_text_input","value":"Rows Rows Rows"}},"f:ok:4":{"ok":{"type":"checkboxes","selected_options":[{"value":"true"}]}}}""", "f:title:4=An issue needs a title.")]
    [InlineData("""{"f:title:4":{"title":{"type":"plain_text_input","value":"7 rows"}},"f:ok:4":{"ok":{"type":"checkboxes","selected_options":[{"value":"true"}]}}}""", "f:title:4=An issue needs a title.")]
    [InlineData("""{"f:title:4":{"title":{"type":"plain_text_input","value":"Rows"}},"f:day:4":{"day":{"type":"datepicker","selected_date":"2026-11-01"}},"f:n:4":{"n":{"type":"number_input","value":"10"}},"f:ok:4":{"ok":{"type":"checkboxes","selected_options":[{"value":"true"}]}}}""", "f:day:4=Not before today.;f:n:4=Look at this again.")]
    public void What_does_not_fit_is_told_where_it_stands(string values, string errors)
    {
        var card = new AdaptiveCard("1.5")
        {
            Body =
            [
                new AdaptiveTextInput { Id = "title", IsRequired = true, ErrorMessage = "An issue needs a title.", MaxLength = 10, Regex = "^[A-Z]" },
                new AdaptiveDateInput { Id = "day", Min = "2026-11-26", ErrorMessage = "Not before today." },
                new AdaptiveNumberInput { Id = "n", Min = 1, Max = 9 },
                new AdaptiveToggleInput { Id = "ok", IsRequired = true },
            ],
            Actions = [new AdaptiveExecuteAction { Title = "Create", Verb = "triage.create", Data = new Dictionary<string, object> { ["verb"] = "triage.create", ["rev"] = 4 } }],
        };
        string.Join(';', SlackInputs.Check(Json(values), SlackForm.Of(card)).Select(error => $"{error.Key}={error.Value}")).ShouldBe(errors);
    }

    [Fact]
    public void A_form_can_be_kept() =>
        SlackForm.FromJson(Form().ToJson()).ToJson().ShouldBe(Form().ToJson());

    private static string Merge(string values, string data) => SlackInputs.Merge(Json(values), Json(data), Form());

    private static SlackForm Form() =>
        SlackForm.Of(AdaptiveCard.FromJson(File.ReadAllText(Path.Combine(Checkout.Root, "tests", "Unit", "Cards", "Looks", "cards", "05-review.json"))).Card);

    private static JsonElement Json(string json) => JsonElement.Parse(json);
}
