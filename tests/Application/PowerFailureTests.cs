using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>The bot ends, by a stop or as if the power had failed, at each moment of a triage: there is one issue, and its card shows the number.</summary>
public sealed class PowerFailureTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    private readonly GitHubHouse house = shared.House;

    [Fact]
    public async Task Between_any_two_typed_steps()
    {
        var ana = await ChatWindow.OpenAsync(house.Bot, "ana");
        foreach (var (words, answer) in new[] { ("triage Power fails often", "What is it?"), ("issue", "How urgent is it?"), ("3", "Create this issue?"), ("create", "Power fails often") })
        {
            await ana.SayAsync(words);
            await house.Bot.RestartHardAsync();
            await ana.ReadsAsync(answer);
        }

        await OneIssueAsync(ana, "Power fails often");
    }

    [Theory]
    [InlineData(true, "Cables loosen by themselves")]
    [InlineData(false, "Janitors sweep nightly")]
    public async Task Between_any_two_taps(bool hard, string title)
    {
        var bruno = await ChatWindow.OpenAsync(house.Bot, "bruno");
        foreach (var (verb, inputs) in Steps(title))
        {
            await bruno.TapAsync(verb, inputs);
            await (hard ? house.Bot.RestartHardAsync() : house.Bot.RestartAsync());
        }

        await OneIssueAsync(bruno, title);
    }

    [Fact]
    public async Task Between_creating_the_issue_and_recording_it()
    {
        const string Title = "Plugs are pulled in the middle";
        var clara = await ChatWindow.OpenAsync(house.Bot, "clara");
        await clara.SayAsync($"p4 {Title}");
        house.Door.Fault = Fault.AnswerHeld;
        await clara.TapAsync("triage.create");
        await house.IssueAsync(Title);
        await house.Bot.KillAsync();

        house.Door.Fault = Fault.None;
        await house.Bot.StartAgainAsync();
        await OneIssueAsync(clara, Title);
    }

    [Fact]
    public async Task After_deciding_to_create_the_issue_and_before_the_tracker_has_it()
    {
        const string Title = "Fuses blow a moment earlier";
        var davi = await ChatWindow.OpenAsync(house.Bot, "davi");
        await davi.SayAsync($"p4 {Title}");
        house.Door.Fault = Fault.Slow;
        var before = house.Door.Writes;
        await davi.TapAsync("triage.create");
        await Eventually.TrueAsync(() => Task.FromResult(house.Door.Writes > before), () => $"Nothing was asked of the tracker:\n{house.Bot.Log}");
        await house.Bot.KillAsync();
        (await house.IssuesAsync(Title)).ShouldBeEmpty();

        house.Door.Fault = Fault.None;
        await house.Bot.StartAgainAsync();
        await OneIssueAsync(davi, Title);
    }

    [Fact]
    public async Task A_stop_finishes_what_is_in_hand_and_exits_with_zero()
    {
        var ana = await ChatWindow.OpenAsync(house.Bot, "ana");
        await ana.SayAsync("p4 Stopped in the middle");
        await ana.TapAsync("triage.create");

        (await house.Bot.StopAsync()).ShouldBe(0);
        await house.Bot.StartAgainAsync();
        await OneIssueAsync(ana, "Stopped in the middle");
    }

    [Fact]
    public async Task Each_step_twice_from_two_windows_and_sent_again()
    {
        const string Title = "Impatience has two windows";
        var one = await ChatWindow.OpenAsync(house.Bot, "bruno");
        var two = await ChatWindow.OpenAsync(house.Bot, "bruno");
        foreach (var (verb, inputs) in Steps(Title))
        {
            var data = await one.ButtonAsync(verb);
            foreach (var (id, value) in inputs ?? [])
                data[id] = value;
            var (tap, again) = (one.NextId(), one.NextId());
            await Task.WhenAll(one.PostTapAsync(data, tap), one.PostTapAsync(data, tap), one.PostTapAsync(data, again), two.PostTapAsync(data, two.NextId()));
            (await one.PostTapAsync(data, tap)).ShouldBeTrue();
        }

        await OneIssueAsync(one, Title);
    }

    private static IEnumerable<(string Verb, Dictionary<string, string>? Inputs)> Steps(string title) =>
    [
        ("triage", null),
        ("triage.service", null),
        ("triage.text", new() { ["title"] = title }),
        ("triage.p3", null),
        ("triage.create", new() { ["title"] = title, ["details"] = "By hand", ["priority"] = "P3" }),
    ];

    private async Task OneIssueAsync(ChatWindow window, string title)
    {
        var issue = await house.IssueAsync(title);
        await window.ReadsAsync($"#{issue["number"]}");
        (await house.IssuesAsync(title)).Count.ShouldBe(1);
    }
}
