using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>What the built bot delivers by a Bot Framework connector: each once and in order, whatever comes twice, is away, is slow or is killed.</summary>
public sealed class BotFrameworkDeliveryTests(ConnectorHouse house) : IClassFixture<ConnectorHouse>
{
    private readonly TeamsPerson ana = house.Ana();

    [Fact]
    public async Task An_activity_that_comes_again_has_one_effect_and_is_answered_once()
    {
        foreach (var words in new[] { "p4 Resent at each step", "details Twice", "create" })
        {
            var message = ana.Message(words);
            await ana.SendAsync(message);
            var answered = ana.Reads().Count(IsNew);
            await ana.SendAsync(message);
            ana.Reads().Count(IsNew).ShouldBe(answered);
        }

        await ana.ReadsAsync("I ask for news at");
        (await house.OpenIssuesAsync()).Split("Resent at each step").Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_invoke_that_comes_again_gets_the_same_answer()
    {
        await ana.SayAsync("triage The taps come twice");
        var tap = await ana.TapAsync("triage.service");
        var answer = await ana.SendAsync(tap);
        answer.ShouldContain("application/vnd.microsoft.card.adaptive");
        await ana.ReadsAsync("How urgent is it?");
        var read = ana.Reads().Count;
        (await ana.SendAsync(tap)).ShouldBe(answer);
        ana.Reads().Count.ShouldBe(read);
        await ana.SayAsync("cancel");
    }

    [Fact]
    public async Task Who_expects_the_replies_in_the_answer_gets_them_there_and_nowhere_else()
    {
        var message = ana.Message("who");
        message["deliveryMode"] = "expectReplies";
        var answer = JsonNode.Parse(await ana.SendAsync(message));
        CardView.Texts(answer!["activities"]![0]).ShouldContain("Ana");
        ana.Reads().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_connector_that_is_away_did_not_take_comes_later_once_and_in_order()
    {
        house.Connector.IsAway = true;
        var message = ana.Message("triage The connector is away");
        await ana.SendAsync(message);
        await ana.SayAsync("2");
        ana.Reads().ShouldBeEmpty();
        house.Connector.IsAway = false;
        await ana.SendAsync(message);
        Asked().ShouldBe(["What is it?", "How urgent is it?"]);
        await ana.SayAsync("cancel");
        Asked().ShouldBe(["What is it?", "How urgent is it?"]);
        ana.Reads().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_message_that_comes_again_while_the_connector_is_slow_is_answered_once()
    {
        house.Connector.Hold();
        var message = ana.Message("who");
        var first = ana.SendAsync(message);
        await ana.ReadsAsync("Ana");
        var again = ana.SendAsync(message);
        house.Connector.Release();
        await Task.WhenAll(first, again);
        ana.Reads().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_tap_is_answered_before_a_slow_connector_has_taken_what_is_said_besides()
    {
        await ana.SayAsync("triage The taps are quick");
        var tap = await ana.TapAsync("triage.service");
        house.Connector.Hold();
        (await ana.SendAsync(tap)).ShouldContain("application/vnd.microsoft.card.adaptive");
        await ana.ReadsAsync("How urgent is it?");
        house.Connector.Release();
        await ana.SendAsync(tap);
        await ana.SayAsync("cancel");
        Asked().ShouldBe(["What is it?", "How urgent is it?"]);
    }

    [Fact]
    public async Task What_was_committed_and_not_sent_when_the_power_failed_is_sent_at_the_next_start()
    {
        house.Connector.IsAway = true;
        await ana.SayAsync("triage The power fails");
        await house.Bot.KillAsync();
        house.Connector.IsAway = false;
        await house.Bot.StartAgainAsync();
        await ana.ReadsAsync("What is it?");
        await ana.SayAsync("2");
        Asked().ShouldBe(["What is it?", "How urgent is it?"]);
        await ana.SayAsync("cancel");
    }

    [Fact]
    public async Task Each_tap_twice_then_a_power_failure_and_the_tap_again_make_one_issue()
    {
        const string Title = "Sandcastles crumble";
        await ana.SayAsync($"triage {Title}");
        foreach (var (verb, next) in new[] { ("triage.service", "How urgent is it?"), ("triage.p3", "Create this issue?"), ("triage.create", "I ask for news at") })
        {
            var (tap, other) = (await ana.TapAsync(verb), await ana.TapAsync(verb));
            await Task.WhenAll(ana.SendAsync(tap), ana.SendAsync(tap), ana.SendAsync(other));
            await house.Bot.RestartHardAsync();
            await ana.SendAsync(tap);
            await ana.ReadsAsync(next);
            // The later of the two taps was on an answered card, so the question came once more. This answer comes after all that:
            // whoever tapped before would tap the question's earlier card.
            await ana.SayAsync("who");
        }

        (await house.OpenIssuesAsync()).Split(Title).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_card_of_an_issue_that_was_quicker_than_its_message_shows_the_number(bool killed)
    {
        var title = $"Quicker than its message {killed}";
        await ana.SayAsync($"p4 {title}");
        house.Connector.IsAway = true;
        var create = ana.Message("create");
        await ana.SendAsync(create);
        await Eventually.TrueAsync(async () => (await house.OpenIssuesAsync()).Contains(title), () => house.Bot.Log);
        house.Connector.IsAway = false;
        if (killed)
            await house.Bot.RestartHardAsync();
        else
            await ana.SendAsync(create);
        await ana.ReadsAsync("Creating the issue");
        (await ana.ReadsAsync("I ask for news at")).Method.ShouldBe("PUT");
    }

    private static bool IsNew(Delivery delivery) => delivery.Method == "POST";

    private IEnumerable<string> Asked() => ana.Reads().SelectMany(delivery => delivery.Text.Split('\n')).Where(line => line.EndsWith(" it?", StringComparison.Ordinal));
}
