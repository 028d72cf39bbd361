using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;

namespace BotFramework.Tests.AdaptiveCardsTests;

public class ActionDataTests
{
    [Fact]
    public void Data_given_as_json_is_written_as_an_object()
    {
        var action = new AdaptiveExecuteAction { Verb = "triage.p4", DataJson = """{"verb":"triage.p4","id":"ana-17","rev":3}""" };

        Data(action).ToJsonString().ShouldBe("""{"verb":"triage.p4","id":"ana-17","rev":3}""");
        action.DataJson.ReplaceLineEndings("\n").ShouldBe("{\n  \"verb\": \"triage.p4\",\n  \"id\": \"ana-17\",\n  \"rev\": 3\n}");
    }

    [Fact]
    public void Data_may_be_any_object() =>
        Data(new AdaptiveSubmitAction { Data = new { Verb = "x", Items = new[] { 1, 2 } } })
            .ToJsonString().ShouldBe("""{"Verb":"x","Items":[1,2]}""");

    [Fact]
    public void Data_may_be_dictionaries_of_plain_values()
    {
        var data = new Dictionary<string, object> { ["a"] = 1, ["b"] = new List<string> { "x" }, ["c"] = null, ["d"] = 2.5, ["e"] = true };

        Data(new AdaptiveSubmitAction { Data = data }).ToJsonString().ShouldBe("""{"a":1,"b":["x"],"c":null,"d":2.5,"e":true}""");
    }

    [Fact]
    public void Data_may_be_a_mere_text()
    {
        var action = AdaptiveCard.FromJson(
            """{"type": "AdaptiveCard", "version": "1.5", "actions": [{"type": "Action.Submit", "data": "yes"}]}""").Card.Actions.Single();

        action.ShouldBeOfType<AdaptiveSubmitAction>().Data.ShouldBe("yes");
    }

    [Fact]
    public void Data_that_was_read_can_be_read_as_json()
    {
        var card = AdaptiveCard.FromJson(
            """{"type": "AdaptiveCard", "version": "1.5", "actions": [{"type": "Action.Execute", "data": {"id": "ana-17", "deep": [{"a": "“ä”"}]}}]}""").Card;

        var json = card.Actions.Single().ShouldBeOfType<AdaptiveExecuteAction>().DataJson;

        JsonNode.Parse(json).ToJsonString().ShouldBe(JsonNode.Parse("""{"id":"ana-17","deep":[{"a":"“ä”"}]}""").ToJsonString());
    }

    [Fact]
    public void No_data_is_no_json()
    {
        new AdaptiveSubmitAction().DataJson.ShouldBeNull();
        new AdaptiveSubmitAction { Data = "x", DataJson = null }.Data.ShouldBeNull();
        new AdaptiveCard("1.5") { Actions = [new AdaptiveSubmitAction()] }.ToJson().ShouldNotContain("data");
    }

    [Fact]
    public void Inputs_are_collected_unless_the_action_says_none()
    {
        new AdaptiveCard("1.5") { Actions = [new AdaptiveExecuteAction()] }.ToJson().ShouldNotContain("associatedInputs");
        new AdaptiveCard("1.5") { Actions = [new AdaptiveExecuteAction { AssociatedInputs = AdaptiveAssociatedInputs.None }] }
            .ToJson().ShouldContain("\"associatedInputs\": \"none\"");
    }

    private static JsonNode Data(AdaptiveAction action) =>
        JsonNode.Parse(new AdaptiveCard("1.5") { Actions = [action] }.ToJson())["actions"][0]["data"];
}
