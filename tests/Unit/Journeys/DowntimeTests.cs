using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Duties;
using NodaTime;

namespace Hausmeister.Tests.Journeys;

/// <summary>The bot is down when something becomes due: it is done at the next start, once, and what people read fits the hour in which they read it.</summary>
public sealed class DowntimeTests
{
    [Fact]
    public async Task An_issue_that_was_to_be_created_is_created_at_the_next_start()
    {
        await using var before = await JourneyHouse.OpenAsync();
        await before.Ana.SendAsync(new() { ["type"] = "message", ["text"] = $"p4 {Steps.Rows}" }, "p4");
        await before.Ana.SendAsync(new() { ["type"] = "message", ["text"] = "create" }, "create");
        before.SleepUntil(before.Now + Duration.FromDays(3));
        await using var after = await before.RestartedAsync();

        (await after.IssueAsync()).Title.ShouldBe(Steps.Rows);
        (await after.Guild.ReadAsync()).Count(message => message.Text.Contains("P4")).ShouldBe(1);
        (await after.Ana.ReadAsync()).Select(message => message.Text).ShouldContain(text => text.Contains("#1 · P4"));
    }

    [Fact]
    public async Task A_question_that_was_missed_is_asked_once_however_often_it_was_due()
    {
        await using var before = await JourneyHouse.OpenAsync();
        await before.Ana.TriageAsync(before, "4");
        before.SleepUntil(before.Now + Duration.FromHours(30));
        await using var after = await before.RestartedAsync();

        var asked = (await after.Ana.ReadAsync()).Where(message => message.Summary.Contains("without news")).ShouldHaveSingleItem();
        asked.Text.ShouldContain("News 1 day ago");
        await after.AdvanceAsync(15);
        (await after.Clara.ReadAsync()).Count(message => message.Text.Contains("has not answered")).ShouldBe(1);
    }

    [Fact]
    public async Task What_waited_for_work_hours_that_passed_without_the_bot_waits_for_the_next()
    {
        await using var before = await JourneyHouse.OpenAsync();
        await before.Ana.TriageAsync(before, "3");
        before.SleepUntil(SampleSquad.At(2026, 11, 26, 23, 0));
        await using var after = await before.RestartedAsync();
        await after.AdvanceToAsync(SampleSquad.At(2026, 11, 27, 8, 59));
        (await after.Ana.ReadAsync()).ShouldNotContain(message => message.Summary.Contains("without news"));

        await after.AdvanceAsync(1);
        (await after.Ana.ReadOneAsync()).Summary.ShouldContain("without news");
    }
}
