using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>Teams as a client: Microsoft's Agents Playground drives the built bot.</summary>
public sealed class PlaygroundTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    private readonly GitHubHouse house = shared.House;

    [Fact]
    public async Task A_triage_by_text_ends_in_an_issue_whose_card_changes_in_its_place()
    {
        await using var ana = await Playground.StartAsync(house.Bot, "ana");

        await ana.SayAsync("triage Exports stopped at noon");
        await ana.ReadsAsync("What is it?");
        await ana.SayAsync("our service itself");
        await ana.ReadsAsync("How urgent is it?");
        await ana.SayAsync("3");
        await ana.ReadsAsync("Create this issue?");
        await ana.SayAsync("create");

        var issue = await house.IssueAsync("Exports stopped at noon");
        var card = await ana.ReadsAsync($"#{issue["number"]}");
        card.Text.ShouldContain("Exports stopped at noon");
        ana.Shown().ShouldNotContain(message => message.Text.Contains("Creating the issue"), "the card that said so is the one with the number");
    }

    [Theory]
    [InlineData(true, "Partitions were written twice")]
    [InlineData(false, "Ledger totals drift apart")]
    public async Task A_triage_by_taps_ends_in_an_issue_whose_card_changes_in_its_place(bool execute, string title)
    {
        await using var ana = await Playground.StartAsync(house.Bot, "bruno");
        Func<string, Dictionary<string, string>?, Task> tap = execute ? ana.TapAsync : ana.SubmitAsync;

        await ana.OpenAsync(ana.PersonalChat);
        await tap("triage", null);
        await tap("triage.service", null);
        await tap("triage.text", new() { ["title"] = title });
        await tap("triage.p2", null);
        await tap("triage.create", new() { ["title"] = title, ["details"] = "By hand", ["priority"] = "P2" });

        var issue = await house.IssueAsync(title);
        ((string)issue["body"]!).ShouldContain("By hand");
        await ana.ReadsAsync($"#{issue["number"]}");
        ana.Shown().ShouldNotContain(message => message.Text.Contains("Creating the issue"));
        ana.Shown().ShouldNotContain(message => message.Text.Contains("Create this issue?"), "an answered question becomes its answer");
        (await house.IssuesAsync(title)).Count.ShouldBe(1);
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

    [Fact]
    public async Task A_P4_reaches_Level_2_in_her_own_conversation_and_the_guild_in_its_channel()
    {
        const string Title = "Invalid datasets were published";
        await using var clara = await Playground.StartAsync(house.Bot, "clara");
        await clara.OpenAsync(PlaygroundConfig.Guild);
        await clara.SayAsync("who");
        await clara.ReadsAsync("Hausmeister until");
        await using var ana = await Playground.StartAsync(house.Bot, "ana");

        await ana.SayAsync($"p4 {Title}");
        await ana.TapAsync("triage.create");

        var issue = await house.IssueAsync(Title);
        await Eventually.TrueAsync(
            () => Task.FromResult(Rooms(clara, $"#{issue["number"]}").Contains(clara.PersonalChat) && Rooms(clara, Title).Any(room => room.StartsWith(PlaygroundConfig.Guild))),
            Eventually.Deadline,
            () => string.Join("\n---\n", clara.Shown().Select(message => $"{message.Conversation}: {message.Text}")) + house.Bot.Log);
        ana.Shown().ShouldNotContain(message => message.Text.Contains("Creating the issue"));
    }

    private static IEnumerable<string> Rooms(Playground person, string text) =>
        person.Shown().Where(message => message.Text.Contains(text, StringComparison.Ordinal)).Select(message => message.Conversation);
}
