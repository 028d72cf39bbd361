using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>What only Teams has: Microsoft's Agents Playground drives the built bot. What people do on every channel is in the table of Channels.</summary>
public sealed class PlaygroundTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    private readonly GitHubHouse house = shared.House;

    [Fact]
    public async Task A_client_that_knows_no_execute_triages_by_submits()
    {
        const string Title = "Ledger totals drift apart";
        await using var bruno = await Playground.StartAsync(house.Bot, "bruno");

        await bruno.OpenAsync(bruno.PersonalChat);
        await bruno.SubmitAsync("triage");
        await bruno.SubmitAsync("triage.service");
        await bruno.SubmitAsync("triage.text", new() { ["title"] = Title });
        await bruno.SubmitAsync("triage.p2");
        await bruno.SubmitAsync("triage.create", new() { ["title"] = Title, ["details"] = "By hand", ["priority"] = "P2" });

        var issue = await house.IssueAsync(Title);
        ((string)issue["body"]!).ShouldContain("By hand");
        await bruno.ReadsAsync($"#{issue["number"]}");
        bruno.Shown().ShouldNotContain(message => message.Text.Contains("Creating the issue"));
        bruno.Shown().ShouldNotContain(message => message.Text.Contains("Create this issue?"), "an answered question becomes its answer");
        (await house.IssuesAsync(Title)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_welcome_is_said_once_when_the_conversation_opens_and_not_where_many_read()
    {
        await using var davi = await Playground.StartAsync(house.Bot, "davi");
        await davi.OpenAsync(PlaygroundConfig.Guild);
        await davi.OpenAsync(PlaygroundConfig.GroupChat);
        await davi.OpenAsync(davi.PersonalChat);

        (await davi.ReadsAsync("Hello Davi")).Conversation.ShouldBe(davi.PersonalChat);
        await davi.SayAsync("who");
        await davi.ReadsAsync("Hausmeister until");
        davi.Shown().Count(message => message.Text.Contains("Hello Davi")).ShouldBe(1);
        davi.Shown().ShouldAllBe(message => message.Conversation == davi.PersonalChat);
    }

    [Theory]
    [InlineData(PlaygroundConfig.GroupChat)]
    [InlineData(PlaygroundConfig.Help)]
    public async Task Where_many_read_it_answers_whoever_calls_it_by_name_and_there(string room)
    {
        await using var bruno = await Playground.StartAsync(house.Bot, "bruno");

        var conversation = await bruno.MentionAsync("who", room);
        (await bruno.ReadsAsync("Hausmeister until")).Conversation.ShouldBe(conversation);
        conversation = await bruno.MentionAsync("triage Rooms echo", room);
        (await bruno.ReadsAsync("What is it?")).Conversation.ShouldBe(conversation);
        await bruno.TapAsync("triage.service");
        (await bruno.ReadsAsync("How urgent is it?")).Conversation.ShouldBe(conversation);
    }

    [Fact]
    public async Task A_guest_is_asked_two_questions_and_the_one_on_duty_gets_the_answers()
    {
        await using var ana = await Playground.StartAsync(house.Bot, "ana");
        await ana.SayAsync("who");
        await ana.ReadsAsync("Hausmeister until");
        await using var eve = await Playground.StartAsync(house.Bot, "eve");

        await eve.SayAsync("triage");
        (await eve.ReadsAsync("What did you do?")).Text.ShouldNotContain("urgent");
        await eve.TapAsync("guest.send", new() { ["did"] = "I opened my table", ["expected"] = "Rows in it" });

        (await ana.ReadsAsync("I opened my table")).Text.ShouldContain("Rows in it");
        await ana.TapAsync("guest.take");
        await eve.ReadsAsync("Ana has it.");
        await ana.SayAsync("cancel");
        eve.Shown().ShouldNotContain(message => message.Text.Contains("How urgent is it?"));
    }
}
