using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Slack;

/// <summary>Nothing else runs meanwhile: the memory is looked at.</summary>
[CollectionDefinition(nameof(SlackAbuseTests), DisableParallelization = true)]
public sealed class AloneForAbuse;

/// <summary>Whoever knocks at Slack's door and is not Slack, or is Slack and brings nonsense, changes nothing.</summary>
[Collection(nameof(SlackAbuseTests))]
public sealed class SlackAbuseTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_126;
    private const int Requests = 10_000;

    /// <summary>In bytes: what each half brings is about fifty times as much.</summary>
    private const long Margin = 2 * 1024 * 1024;

    private const string Command = $"command=%2Fhausmeister&text=who&user_id=U0ANA&channel_id={SlackHouse.Guild}&team_id={FakeSlack.Team}&trigger_id=1.2.3";

    [Fact]
    public async Task Ten_thousand_requests_are_answered_as_they_deserve_and_leave_nothing_behind()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        var message = ana.Message("triage The ledger is empty");
        await house.EventAsync(message);
        var tap = ana.Tap("A service issue");
        (await house.PostAsync("commands", Command)).Status.ShouldBe(200);
        var abuse = new SlackAbuse(Seed, house.Real.GetUtcNow(), SlackHouse.EventOf(message), $"payload={Uri.EscapeDataString(tap.ToJsonString())}", Command);
        var (stored, said) = (house.Stored.Inner.Commits.Count, house.Slack.Calls.Count);

        await KnockAsync(house, abuse, 0, Requests / 2);
        var half = GC.GetTotalMemory(forceFullCollection: true);
        await KnockAsync(house, abuse, Requests / 2, Requests);
        var whole = GC.GetTotalMemory(forceFullCollection: true);
        await house.PumpAsync();

        output.WriteLine($"{half:N0} bytes after the first half, {whole:N0} after the second");
        (whole - half).ShouldBeLessThan(Margin);
        house.Stored.Inner.Commits.Count.ShouldBe(stored);
        house.Slack.Calls.Count.ShouldBe(said);
        house.Log.Lines.ShouldBe(
            ["Warning: A request to Slack's door was not signed by Slack, or is too old; the next minute's are not told",
            "Warning: Something from a workspace that is not among Slack:Teams was not let in; the next minute's are not told"], ignoreOrder: true);
    }

    [Fact]
    public void Each_request_comes_of_its_seed_alone()
    {
        var (once, again) = (Made(), Made());

        once.ShouldBe(again);
        once.Select(abuse => abuse.Kind).Distinct().Count().ShouldBe(19);

        static List<Abuse> Made()
        {
            var abuse = new SlackAbuse(Seed, DateTimeOffset.UnixEpoch, """{"type":"x"}""", "payload={}", Command);
            return [.. Enumerable.Range(0, 1_000).Select(abuse.Of)];
        }
    }

    private static async Task KnockAsync(SlackHouse house, SlackAbuse abuse, int from, int to)
    {
        for (var number = from; number < to; number++)
        {
            var knock = abuse.Of(number);
            var answered = await house.PostAsync(knock.Door, knock.Body, knock.Timestamp, knock.Signature);
            if (answered.Status != knock.Status)
                answered.Status.ShouldBe(knock.Status, $"{number}: {knock.Kind} at {knock.Door}: {knock.Body[..Math.Min(300, knock.Body.Length)]}");
        }
    }
}
