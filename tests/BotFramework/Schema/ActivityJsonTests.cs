using System.Text.Json;
using System.Text.Json.Nodes;
using Hausmeister.BotFramework;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Schema;

/// <summary>The JSON on the wire is the same as that of the real package; what it does not know it keeps.</summary>
public class ActivityJsonTests
{
    private const string Everything = """
        {
          "type": "message", "id": "1", "timestamp": "2026-11-27T16:00:00.1234567+00:00",
          "localTimestamp": "2026-11-27T17:00:00+01:00", "localTimezone": "Europe/Berlin",
          "serviceUrl": "https://smba.example/emea/", "channelId": "msteams",
          "from": { "id": "29:ana", "name": "Ana", "aadObjectId": "a-1", "userRole": "owner", "extra": { "deep": [1, null] } },
          "conversation": { "isGroup": true, "conversationType": "channel", "id": "19:x@thread.tacv2;messageid=1", "tenantId": "t", "future": 1 },
          "recipient": { "id": "28:bot", "name": "Hausmeister" },
          "textFormat": "plain", "locale": "en-US", "text": "Grüße 🚀 <at>Bot</at>",
          "attachments": [ { "contentType": "text/html", "content": "<p>hi</p>", "preview": true } ],
          "entities": [
            { "type": "mention", "mentioned": { "id": "28:bot" }, "text": "<at>Bot</at>", "marker": 7 },
            { "type": "clientInfo", "locale": "en-US", "country": "DE" }
          ],
          "suggestedActions": { "to": [], "actions": [ { "type": "imBack", "title": "Yes", "value": "yes", "iconUrl": "x" } ], "note": "n" },
          "channelData": { "tenant": { "id": "t" }, "list": [1, 2.5, "x", false, null] },
          "value": { "action": { "verb": "ack", "data": { "id": "c-1" } } },
          "replyToId": "0", "importance": "high", "deliveryMode": "normal", "newMember": { "a": [ { "b": null } ] }, "newFlag": true
        }
        """;

    [Fact]
    public void An_activity_survives_a_round_trip_with_every_member_that_nobody_knows()
    {
        var activity = BotJson.FromJson<Activity>(Everything);

        JsonNode.DeepEquals(JsonNode.Parse(BotJson.ToJson(activity)), JsonNode.Parse(Everything)).ShouldBeTrue(BotJson.ToJson(activity));
    }

    [Fact]
    public void A_conversation_reference_survives_a_round_trip()
    {
        const string json = """{"activityId":"1","user":{"id":"u","later":1},"bot":{"id":"b"},"conversation":{"id":"c"},"channelId":"webchat","locale":"en-US","serviceUrl":"http://localhost","agent":"x"}""";

        BotJson.ToJson(BotJson.FromJson<ConversationReference>(json)).ShouldBe(json);
    }

    [Fact]
    public void Timestamps_keep_their_offset()
    {
        var activity = BotJson.FromJson<Activity>(Everything);

        activity.LocalTimestamp.ShouldNotBeNull().Offset.ShouldBe(TimeSpan.FromHours(1));
        activity.Timestamp.ShouldNotBeNull().ToString("O").ShouldBe("2026-11-27T16:00:00.1234567+00:00");
    }

    [Fact]
    public void Null_members_are_not_written()
    {
        BotJson.ToJson(new Activity(ActivityTypes.Message) { Text = "hi" }).ShouldBe("""{"type":"message","text":"hi"}""");
    }

    [Fact]
    public void Member_names_are_read_in_any_case()
    {
        BotJson.FromJson<Activity>("""{"Type":"message","TEXT":"hi"}""").Text.ShouldBe("hi");
    }

    [Fact]
    public void A_value_is_read_as_a_plain_value_or_as_json_that_owns_its_memory()
    {
        BotJson.FromJson<Activity>("""{"value":"text"}""").Value.ShouldBe("text");
        BotJson.FromJson<Activity>("""{"value":true}""").Value.ShouldBe(true);
        BotJson.FromJson<Activity>("""{"value":42}""").Value.ShouldBe(42L);
        BotJson.FromJson<Activity>("""{"value":4.5}""").Value.ShouldBe(4.5);
        BotJson.FromJson<Activity>("""{"value":null}""").Value.ShouldBeNull();
        BotJson.FromJson<Activity>("""{"value":{"a":[1]}}""").Value.ShouldBeOfType<JsonElement>()
            .GetProperty("a")[0].GetInt32().ShouldBe(1);
    }

    [Fact]
    public void A_value_is_written_from_plain_values_dictionaries_and_lists()
    {
        var activity = new Activity
        {
            Value = new Dictionary<string, object>
            {
                ["text"] = "ä<b>",
                ["flag"] = true,
                ["number"] = 4,
                ["part"] = 0.5m,
                ["none"] = null,
                ["list"] = new object[] { 1, "two", new Dictionary<string, string> { ["three"] = "3" } },
                ["json"] = JsonElement.Parse("""{"x":[1]}"""),
            },
        };

        BotJson.ToJson(activity).ShouldBe(
            """{"value":{"text":"ä<b>","flag":true,"number":4,"part":0.5,"none":null,"list":[1,"two",{"three":"3"}],"json":{"x":[1]}}}""");
    }

    [Fact]
    public void An_object_that_writes_its_own_json_is_written_as_that()
    {
        var card = new AdaptiveCards.AdaptiveCard("1.5") { Body = [new AdaptiveCards.AdaptiveTextBlock("Hello")] };
        var activity = MessageFactory.Attachment(new Attachment(AdaptiveCards.AdaptiveCard.ContentType, content: card));

        var content = JsonNode.Parse(BotJson.ToJson((Activity)activity))["attachments"][0]["content"];

        JsonNode.DeepEquals(content, JsonNode.Parse(card.ToJson())).ShouldBeTrue(content.ToJsonString());
    }

    [Fact]
    public void Types_of_the_schema_are_written_inside_a_value()
    {
        var activity = new Activity { Value = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "t", Value = new HeroCard("title") } };

        BotJson.ToJson(activity).ShouldBe("""{"value":{"statusCode":200,"type":"t","value":{"title":"title"}}}""");
    }

    [Fact]
    public void A_type_that_nobody_can_write_is_refused_by_name()
    {
        Should.Throw<NotSupportedException>(() => BotJson.ToJson(new Activity { Value = new Version(1, 5) }))
            .Message.ShouldContain("System.Version");
    }

    [Theory]
    [InlineData("""{"type":"message","from":"somebody"}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    [InlineData("""{"type":["message"]}""")]
    [InlineData("""{"type":"message","text":"\ud83d"}""")]
    [InlineData("""{"type":"message","value":1e400}""")]
    [InlineData("""{"type":"message""")]
    public void What_has_another_shape_is_a_json_error(string json)
    {
        Should.Throw<JsonException>(() => BotJson.FromJson<Activity>(json));
    }

    [Fact]
    public void Task_module_answers_are_written_as_what_they_are()
    {
        var answer = new Microsoft.Bot.Schema.Teams.TaskModuleResponse(
            new Microsoft.Bot.Schema.Teams.TaskModuleContinueResponse(new("Note", height: 200, width: "small")));

        BotJson.ToJson(answer).ShouldBe("""{"task":{"value":{"title":"Note","height":200,"width":"small"},"type":"continue"}}""");
    }
}
