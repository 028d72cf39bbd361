using System.Text.Json.Nodes;
using Hausmeister.Bot.Channels.Slack;

namespace Hausmeister.Tests.Slack;

/// <summary>Which words in Slack are for the bot, and how it reads them.</summary>
public sealed class SlackEventsTests
{
    [Theory]
    [InlineData("D0ANA", "who", null, true)]
    [InlineData("D0ANA", "", null, false)]
    [InlineData("C0XRWDYQ2", "who", null, false)]
    [InlineData("C0XRWDYQ2", "<@U0BOT> who", null, true)]
    [InlineData("C0XRWDYQ2", "who, <@U0BOT>?", null, true)]
    [InlineData("C0XRWDYQ2", "<@U0BOT|hausmeister> who", null, true)]
    [InlineData("C0XRWDYQ2", "hausmeister, who", null, true)]
    [InlineData("C0XRWDYQ2", "<@U0BRUNO> who", null, false)]
    [InlineData("D0ANA", "who", """{"bot_id":"B1"}""", false)]
    [InlineData("D0ANA", "who", """{"user":"U0BOT"}""", false)]
    [InlineData("D0ANA", "who", """{"user":"USLACKBOT"}""", false)]
    [InlineData("D0ANA", "who", """{"user":null}""", false)]
    [InlineData("D0ANA", "who", """{"subtype":"bot_message"}""", false)]
    [InlineData("D0ANA", "who", """{"subtype":"message_changed"}""", false)]
    [InlineData("D0ANA", "who", """{"subtype":"message_deleted"}""", false)]
    [InlineData("D0ANA", "who", """{"subtype":"channel_join"}""", false)]
    [InlineData("D0ANA", "who", """{"subtype":"thread_broadcast"}""", true)]
    [InlineData("D0ANA", "", """{"subtype":"file_share","files":[{"permalink":"https://files.example/1"}]}""", true)]
    [InlineData("D0ANA", "who", """{"subtype":null}""", true)]
    public async Task A_message_is_for_the_bot(string channel, string text, string? members, bool isAnswered)
    {
        await using var house = await SlackHouse.OpenAsync();
        var message = house.Person("ana", channel).Message(text);
        foreach (var member in JsonNode.Parse(members ?? "{}")!.AsObject())
            message[member.Key] = member.Value?.DeepClone();

        (await house.EventAsync(message)).Status.ShouldBe(200);

        house.Slack.Posts.Concat(house.Slack.Ephemeral).Any().ShouldBe(isAnswered);
        house.Log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mention_of_which_Slack_tells_twice_is_answered_once()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana", SlackHouse.Help);
        var mention = ana.Message("<@U0BOT> who", "app_mention");
        var message = mention.DeepClone().AsObject();
        message["type"] = "message";

        await house.EventAsync(mention);
        await house.EventAsync(message);

        ana.Seen.ShouldHaveSingleItem();
        house.Slack.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_a_thread_only_whoever_is_in_a_dialog_is_heard_without_a_mention()
    {
        await using var house = await SlackHouse.OpenAsync();
        var channel = house.Person("guest", SlackHouse.Help);
        var ts = await channel.SayAsync("<@U0BOT> The ledger is empty");
        var (guest, bruno) = (channel.In(ts), house.Person("bruno", SlackHouse.Help).In(ts));

        await bruno.SayAsync("About 2,000 rows");
        guest.All.Count.ShouldBe(1);
        (await house.DocumentAsync($"{SlackHouse.Help};{ts}", "U0BRUNO")).ShouldBeNull();

        await guest.SayAsync("About 2,000 rows");
        guest.Last.Text.ShouldStartWith("Sent to Ana");
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a &lt; b &amp;&amp; c &gt; d &amp;lt;", "a < b && c > d &lt;")]
    [InlineData("ask <@U0ANA> and <@U0XYZ> and <@U0XYZ|gil>", "ask @Ana and @U0XYZ and @gil")]
    [InlineData("in <#C024BE7LR|general> or <#C024BE7LR>", "in #general or #C024BE7LR")]
    [InlineData("<!here> <!subteam^S012|@data> <!date^1392734382^{date}|yesterday>", "@here @data yesterday")]
    [InlineData("<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2")]
    [InlineData("<http://contracts.py|contracts.py> <mailto:a@b.c|a@b.c>", "contracts.py a@b.c")]
    [InlineData("<https://evil.example|https://docs.example>", "https://docs.example (https://evil.example)")]
    [InlineData("&lt;!channel&gt;", "<!channel>")]
    public void What_was_typed_is_read_as_it_was_typed(string slack, string plain) => SlackWords.Plain(slack, id => id == "U0ANA" ? "Ana" : null).ShouldBe(plain);
}
