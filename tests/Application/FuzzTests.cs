using Hausmeister.Fuzz;

namespace Hausmeister.ApplicationTests;

/// <summary>A short run of scripts/fuzz, and that its rules can be broken.</summary>
public sealed class FuzzTests
{
    private static readonly FuzzRequest Small = new(5, "POST", "/api/messages", null, "application/json", new byte[10], null);

    [Fact]
    public async Task Nonsense_breaks_nothing()
    {
        var account = await FuzzRun.RunAsync(new FuzzOptions(Seed: 11, Requests: 2_000, Sockets: 250), _ => { });
        account.Broken.ShouldBeEmpty(account.Print());
        account.Print().ShouldContain("2000 requests");
        account.Probes.ShouldBe(12);
    }

    [Theory]
    [InlineData(500, 0, "the answer was 500")]
    [InlineData(503, 0, "the answer was 503")]
    [InlineData(null, 30, "no answer came")]
    [InlineData(429, 0, "somebody who was within the limits was refused")]
    [InlineData(Caller.HungUp, 0, "the server hung up")]
    [InlineData(200, 11, "it took 11 s")]
    [InlineData(200, 1, null)]
    [InlineData(400, 1, null)]
    public void An_answer_can_break_a_rule(int? status, int seconds, string? rule)
    {
        FuzzRules.Broken(Small, status, TimeSpan.FromSeconds(seconds)).ShouldBe(rule);
        var account = new Account(new FuzzOptions(Seed: 3, Requests: 1));
        account.Took(Small, status, TimeSpan.FromSeconds(seconds));
        account.Broken.SingleOrDefault().ShouldBe(rule is null ? null : $"{rule}: --seed 3 --from 5 --requests 1, a POST of /api/messages");
    }

    [Fact]
    public void A_body_that_is_not_read_to_its_end_may_find_nobody()
    {
        FuzzRules.Broken(Small with { Body = new byte[300_000] }, Caller.HungUp, TimeSpan.Zero).ShouldBeNull();
        FuzzRules.Broken(Small with { Length = 20 }, Caller.HungUp, TimeSpan.Zero).ShouldBeNull();
    }

    [Theory]
    [InlineData(510_000, 60, 700, null)]
    [InlineData(510_001, 60, 700, "objects are alive")]
    [InlineData(500_000, 63, 700, "in small objects")]
    [InlineData(500_000, 50, 760, "memory grew")]
    public void Memory_can_grow_too_much(int objects, int small, int resident, string? rule)
    {
        var broken = FuzzRules.Grown(new BotMemory(500_000, 54 * 1024, 0, 500 * 1024), new BotMemory(objects, small * 1024, 0, resident * 1024));
        if (rule is null)
            broken.ShouldBeNull();
        else
            broken.ShouldNotBeNull().ShouldContain(rule);
    }

    [Theory]
    [InlineData("10:00:00.000 fail: Hausmeister.Bot.Turns.TurnErrors[1] Turn 1 of a message failed", "an error is in the log")]
    [InlineData("10:00:00.000 warn: Hausmeister.Bot.X[1] It failed System.InvalidOperationException: no    at Hausmeister.Bot.X.Y()", "an exception is in the log")]
    [InlineData("Unhandled exception. System.Exception: no", "an error is in the log")]
    [InlineData("10:00:00.000 warn: Hausmeister.Bot.X[1] Refused okapi", "somebody's words are in the log")]
    [InlineData("10:00:00.000 warn: Hausmeister.Bot.X[1] => ConnectionId:1 => RequestPath:/okapi RequestId:1 Refused with 400", null)]
    [InlineData("10:00:00.000 info: Hausmeister.Bot.X[1] The turn of a message is done", null)]
    public void The_log_can_break_a_rule(string line, string? rule) => (LogKinds.Broken([line]).SingleOrDefault()?.Split(": ")[0]).ShouldBe(rule);

    [Fact]
    public void A_line_without_end_is_found() => LogKinds.Broken([new string('x', 5_000)]).ShouldHaveSingleItem().ShouldStartWith("a line of the log is without end");

    [Fact]
    public void The_same_seed_makes_the_same_requests_and_another_others()
    {
        var (first, again, other) = (Made(4), Made(4), Made(5));
        first.Count.ShouldBe(500);
        again.ShouldBe(first);
        first.Intersect(other).Count().ShouldBeLessThan(50);

        static List<string> Made(int seed)
        {
            var requests = new Requests(seed, "http://localhost:1/", ["a", "b"]);
            return [.. Enumerable.Range(0, 500).Select(requests.Of).Select(r => $"{r.Method} {r.Path} {r.Person} {r.ContentType} {r.Length} {Convert.ToBase64String(r.Body)}")];
        }
    }
}
