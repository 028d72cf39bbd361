using System.Text.Json;
using Hausmeister.Bot.Turns;
using Microsoft.Bot.Schema;

namespace Hausmeister.Tests.Turns;

public sealed class TapReaderTests
{
    private static readonly string LongText = new('x', TapReader.LongestInput + 1);

    [Fact]
    public void A_submit_of_the_web_chat_names_its_card_in_the_data()
    {
        var tap = Message("""{"verb":"issue.fixed","id":"ana-1","rev":3,"card":"m7","what":"restarted it","flag":true,"count":2,"nothing":null}""").Tap!;
        (tap.Verb, tap.Id, tap.Rev, tap.Card).ShouldBe(("issue.fixed", "ana-1", 3, "m7"));
        tap.Inputs.ShouldBe(new Dictionary<string, string> { ["what"] = "restarted it", ["flag"] = "true", ["count"] = "2" }, ignoreOrder: true);
    }

    [Fact]
    public void A_submit_of_teams_replies_to_its_card_whatever_its_data_says() =>
        Message("""{"verb":"who","card":"m8"}""", replyTo: "m7", channel: "msteams").Tap.ShouldNotBeNull().Card.ShouldBe("m7");

    [Fact]
    public void An_invoke_is_answered_with_the_card_itself_and_may_have_its_verb_beside_the_data()
    {
        Invoke("""{"action":{"type":"Action.Execute","verb":"issue.note","data":{"id":"ana-1","rev":"2","note":"hi"}}}""").Tap
            .ShouldNotBeNull().ShouldSatisfyAllConditions(
                tap => tap.Verb.ShouldBe("issue.note"),
                tap => tap.Rev.ShouldBe(2),
                tap => tap.Card.ShouldBeNull(),
                tap => tap.Inputs["note"].ShouldBe("hi"));
    }

    [Fact]
    public void The_verb_in_the_data_goes_before_the_one_beside_it() =>
        Invoke("""{"action":{"verb":"outer","data":{"verb":"inner"}}}""").Tap.ShouldNotBeNull().Verb.ShouldBe("inner");

    [Fact]
    public void A_value_of_another_package_is_read_by_what_it_prints()
    {
        var activity = new Activity(ActivityTypes.Message) { Value = new Printed("""{"verb":"who","id":"x"}""") };
        TapReader.Read(activity).Tap.ShouldNotBeNull().Id.ShouldBe("x");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"verb":""}""")]
    [InlineData("""{"verb":7}""")]
    [InlineData("""{"verb":null}""")]
    [InlineData("""{"verb":{"verb":"who"}}""")]
    [InlineData("""{"verb":"who","id":7}""")]
    [InlineData("""{"verb":"who","id":["a"]}""")]
    [InlineData("""{"verb":"who","rev":"two"}""")]
    [InlineData("""{"verb":"who","rev":1.5}""")]
    [InlineData("""{"verb":"who","rev":99999999999}""")]
    [InlineData("""{"verb":"who","rev":true}""")]
    [InlineData("""{"verb":"who","card":{}}""")]
    [InlineData("""{"verb":"who","input":{"deep":1}}""")]
    [InlineData("""{"verb":"who","input":[1]}""")]
    public void What_cannot_be_a_tap_is_refused_with_a_reason(string value)
    {
        var reading = Message(value);
        reading.Tap.ShouldBeNull();
        reading.Problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void What_is_too_long_or_too_much_is_refused()
    {
        Message(Json(new() { ["verb"] = new string('v', TapReader.LongestVerb + 1) })).Tap.ShouldBeNull();
        Message(Json(new() { ["verb"] = "who", ["id"] = new string('i', TapReader.LongestId + 1) })).Tap.ShouldBeNull();
        Message(Json(new() { ["verb"] = "who", ["input"] = LongText })).Tap.ShouldBeNull();
        Message(Json(new() { ["verb"] = "who", ["input"] = LongText[1..] })).Tap.ShouldNotBeNull();
        Message(Json(new() { ["verb"] = "who", [new string('n', TapReader.LongestInputName + 1)] = "x" })).Tap.ShouldBeNull();
        var many = Enumerable.Range(0, TapReader.MostInputs + 1).ToDictionary(i => $"i{i}", _ => "x");
        many["verb"] = "who";
        Message(Json(many)).Tap.ShouldBeNull();
    }

    [Fact]
    public void The_reason_repeats_nothing_that_somebody_wrote() =>
        Message("""{"verb":"who","secret":{"word":"hunter2"}}""").Problem.ShouldNotBeNull().ShouldNotContain("hunter2");

    [Theory]
    [InlineData(null)]
    [InlineData("a text")]
    [InlineData(7)]
    public void A_message_without_an_object_is_no_tap(object? value) =>
        TapReader.Read(new Activity(ActivityTypes.Message) { Text = "hello", Value = value }).Tap.ShouldBeNull();

    [Fact]
    public void Nasty_texts_are_inputs_like_any_other()
    {
        const string Nasty = "\u202eevil\u0000 <script> \ud83d\udca5 {\"verb\":\"issue.fixed\"}";
        Message(Json(new() { ["verb"] = "who", ["input"] = Nasty })).Tap.ShouldNotBeNull().Inputs["input"].ShouldBe(Nasty);
    }

    private static TapReading Message(string json, string? replyTo = null, string channel = "webchat") =>
        TapReader.Read(new Activity(ActivityTypes.Message) { ChannelId = channel, Value = Parse(json), ReplyToId = replyTo });

    private static TapReading Invoke(string json) =>
        TapReader.Read(new Activity(ActivityTypes.Invoke) { Name = "adaptiveCard/action", Value = Parse(json) });

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static string Json(Dictionary<string, string> members) => JsonSerializer.Serialize(members);

    /// <summary>As the JSON of the real packages: an object that prints itself.</summary>
    private sealed class Printed(string json)
    {
        public override string ToString() => json;
    }
}
