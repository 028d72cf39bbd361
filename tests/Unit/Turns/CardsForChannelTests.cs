using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Bot.Channels;
using Microsoft.Bot.Schema;

namespace Hausmeister.Tests.Turns;

public sealed class CardsForChannelTests
{
    private const string Card = """
        {
          "type": "AdaptiveCard", "version": "1.5",
          "refresh": { "action": { "type": "Action.Execute", "verb": "refresh" }, "userIds": ["a"] },
          "body": [
            { "type": "TextBlock", "text": "Action.Execute is only a word here" },
            { "type": "ActionSet", "actions": [ { "type": "Action.Execute", "title": "In a set", "data": { "verb": "a", "id": "1", "rev": 2, "type": "Action.Execute" } } ] }
          ],
          "actions": [
            { "type": "Action.Execute", "title": "Run", "verb": "b" },
            { "type": "Action.Submit", "title": "Submit", "data": { "verb": "c" } },
            { "type": "Action.OpenUrl", "title": "Open", "url": "https://example.org" },
            { "type": "Action.ShowCard", "title": "More", "card": { "type": "AdaptiveCard", "version": "1.5", "body": [], "actions": [ { "type": "Action.Execute", "title": "Inner", "data": { "verb": "d" } } ] } }
          ]
        }
        """;

    [Fact]
    public void Web_chat_gets_submits_with_the_card_s_own_id_and_no_refresh()
    {
        var json = Fit("webchat").ToJson();
        json.ShouldNotContain("\"refresh\":");
        var root = JsonDocument.Parse(json).RootElement;
        var inSet = root.GetProperty("body")[1].GetProperty("actions")[0];
        inSet.GetProperty("type").GetString().ShouldBe("Action.Submit");
        inSet.GetProperty("data").ToString().ShouldBeJson("""{"verb":"a","id":"1","rev":2,"type":"Action.Execute","card":"m7"}""");
        var actions = root.GetProperty("actions");
        actions[0].GetProperty("type").GetString().ShouldBe("Action.Submit");
        actions[0].GetProperty("data").ToString().ShouldBeJson("""{"verb":"b","card":"m7"}""");
        actions[1].GetProperty("data").ToString().ShouldBeJson("""{"verb":"c","card":"m7"}""");
        actions[2].GetProperty("type").GetString().ShouldBe("Action.OpenUrl");
        actions[3].GetProperty("card").GetProperty("actions")[0].GetProperty("data").ToString().ShouldBeJson("""{"verb":"d","card":"m7"}""");
    }

    [Fact]
    public void Teams_gets_the_card_as_it_is()
    {
        var card = AdaptiveCard.FromJson(Card).Card;
        CardsForChannel.Fit(card, "msteams", "m7").ShouldBeSameAs(card);
    }

    [Fact]
    public void A_second_pass_changes_nothing()
    {
        var once = Fit("webchat");
        CardsForChannel.Fit(once, "webchat", "m7").ToJson().ShouldBe(once.ToJson());
    }

    [Fact]
    public void The_card_itself_stays_as_it_is()
    {
        var card = AdaptiveCard.FromJson(Card).Card;
        var before = card.ToJson();
        var message = new Activity(ActivityTypes.Message) { ChannelId = "webchat", Id = "m7", Attachments = [new Attachment { ContentType = AdaptiveCard.ContentType, Content = card }] };
        CardsForChannel.Fit(message);
        card.ToJson().ShouldBe(before);
        message.Attachments[0].Content.ShouldBeOfType<AdaptiveCard>().ToJson().ShouldContain("m7");
    }

    private static AdaptiveCard Fit(string channel) => CardsForChannel.Fit(AdaptiveCard.FromJson(Card).Card, channel, "m7");
}
