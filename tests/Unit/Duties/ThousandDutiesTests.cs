using System.Text;
using System.Text.Json.Nodes;
using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Hausmeister.Tests.Duties;

/// <summary>A thousand duties are due at once, as after a long downtime.</summary>
public sealed class ThousandDutiesTests
{
    private const int Many = 1_000;
    private readonly DutyHouse house = new();

    [Fact]
    public async Task Each_issue_is_created_once_and_the_tracker_is_not_overrun()
    {
        var (now, most) = (0, 0);
        var gate = new Lock();
        house.Tracker.Meanwhile = async (_, _) =>
        {
            lock (gate)
                most = Math.Max(most, ++now);
            await Task.Yield();
            lock (gate)
                now--;
        };
        for (var i = 0; i < Many; i++)
            await house.TriageAsync(Priority.P2);
        using var loop = new DutyLoop(house.Store, house.Server, new DutyBell(), house.Time, NullLogger<DutyLoop>.Instance);
        await loop.StartAsync(CancellationToken.None);
        for (var i = 1; i <= Many; i++)
            await IsCreatedAsync($"ana-{i}");
        await loop.StopAsync(CancellationToken.None);

        house.Tracker.Issues.Select(issue => issue.Title).Distinct().Count().ShouldBe(Many);
        house.Tracker.Calls.Count(call => call == nameof(IIssueTracker.CreateAsync)).ShouldBe(Many);
        most.ShouldBeLessThanOrEqualTo(16);
    }

    [Fact]
    public async Task Whoever_is_to_be_asked_about_a_thousand_cases_is_asked_in_one_message_that_every_channel_takes()
    {
        for (var i = 0; i < Many; i++)
            await house.SaveAsync(c => ProgressRules.Watch(c with { Owner = "ana", TriagedBy = "ana" }, house.Moment));
        house.Time.Advance(TimeSpan.FromHours(1));
        await house.PumpTogetherAsync();

        var asked = house.Messenger.Sent.Where(said => said.Kind == PostKind.Progress).ToList();
        Encoding.UTF8.GetByteCount(JsonNode.Parse(asked.ShouldHaveSingleItem().Card)!.ToJsonString()).ShouldBeLessThan(28 * 1024);
        for (var i = 1; i <= Many; i++)
            (await house.CaseAsync($"ana-{i}")).Progress!.AskedAt.ShouldNotBeNull();
    }

    /// <summary>The loop naps for a second of the house's clock at most.</summary>
    private Task IsCreatedAsync(string id) => Eventually.IsTrueAsync(async () =>
    {
        house.Time.Advance(TimeSpan.FromSeconds(1));
        return (await house.CaseAsync(id)).Issue is not null;
    });
}
