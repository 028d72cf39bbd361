using System.Text.Json.Nodes;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Tests.Journeys;

/// <summary>Two hosts at work on one store: whatever both are asked to do is done once.</summary>
public sealed class RivalsTests : IAsyncLifetime
{
    private JourneyHouse one = null!;
    private JourneyHouse two = null!;

    public async ValueTask InitializeAsync()
    {
        one = await JourneyHouse.OpenAsync();
        two = await one.RivalAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await two.DisposeAsync();
        await one.DisposeAsync();
    }

    [Fact]
    public async Task A_message_that_comes_to_both_is_one_turn()
    {
        string[] words = [$"triage {Steps.Rows}", "issue", "3", "create"];
        foreach (var text in words)
        {
            var before = (await one.Ana.AllAsync()).Count;
            await BothAsync(house => house.Ana.SendAsync(Says(text), text));
            (await one.Ana.AllAsync()).Count.ShouldBe(before + 1, text);
        }

        await BothAsync(house => house.PumpTogetherAsync());
        (await one.IssueAsync()).Title.ShouldBe(Steps.Rows);
        (await one.Tracker.GetAsync(one.Squad.Issues, 2, CancellationToken.None)).ShouldBeNull();
        (await one.CaseAsync("ana-1")).Duties.ShouldAllBe(duty => duty.Due > one.Now);
    }

    [Fact]
    public async Task What_one_person_says_at_the_same_time_to_each_is_two_turns()
    {
        await one.Ana.TriageAsync(one, "3");
        await Task.WhenAll(
            Task.Run(() => one.Ana.SendAsync(Says("note 1 Looked at the source"), "source")),
            Task.Run(() => two.Ana.SendAsync(Says("note 1 Looked at the target"), "target")));
        await BothAsync(house => house.PumpTogetherAsync());

        (await one.CaseAsync("ana-1")).Notes.Select(note => note.Text).ShouldBe(["Looked at the source", "Looked at the target"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_due_at_once_is_done_by_one_of_them()
    {
        const int Cases = 20;
        for (var i = 1; i <= Cases; i++)
        {
            await one.Ana.SendAsync(Says($"p4 Dataset number {i} is invalid"), $"p4 {i}");
            await one.Ana.SendAsync(Says("create"), $"create {i}");
        }

        await BothAsync(house => house.PumpTogetherAsync());
        var issues = await one.Tracker.ListOpenAsync(one.Squad.Issues, 100, CancellationToken.None);
        issues.Select(issue => issue.Title).ShouldBe(Enumerable.Range(1, Cases).Select(i => $"Dataset number {i} is invalid"), ignoreOrder: true);
        (await one.Guild.ReadAsync()).Count.ShouldBe(Cases);
        (await one.Clara.ReadAsync()).Count(message => message.Text.Contains("A P4 has begun.")).ShouldBe(Cases);
    }

    [Fact]
    public async Task A_calendar_that_is_due_at_both_is_read_on_by_one()
    {
        one.SleepUntil(one.Now + SquadCalendar.TrackerPause);
        await BothAsync(house => house.PumpTogetherAsync());

        var calendar = await new Work(one.Get<Domain.Ports.IDocumentStore>()).LoadAsync(DocumentTypes.Calendar, Keys.Calendar(one.Squad.Id), CancellationToken.None);
        calendar!.TrackerReadTo.ShouldBe(one.Now);
        calendar.TrackerReadNext.ShouldBe(one.Now + SquadCalendar.TrackerPause);
    }

    private static JsonObject Says(string text) => new() { ["type"] = "message", ["text"] = text };

    private Task BothAsync(Func<JourneyHouse, Task> work) => Task.WhenAll(Task.Run(() => work(one)), Task.Run(() => work(two)));
}
