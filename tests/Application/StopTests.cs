using System.Diagnostics;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>SIGTERM in the middle of turns: they finish, their replies arrive, and the exit code is 0.</summary>
public sealed class StopTests : IAsyncLifetime
{
    private const int People = 8;

    private readonly ConnectorHouse house = new();

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task Turns_in_hand_are_finished_and_answered()
    {
        var people = Enumerable.Range(0, People).Select(_ => house.Ana()).ToList();
        house.Connector.Hold();
        var turns = people.Select((ana, number) => ana.PostAsync(ana.Message($"triage Stopped in turn {number}"))).ToList();
        foreach (var ana in people)
            await ana.ReadsAsync("What is it?");

        var stopping = Stopwatch.StartNew();
        var stopped = house.Bot.StopAsync();
        await RefusesAsync();
        house.Connector.Release();
        (await stopped).ShouldBe(0);
        stopping.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        foreach (var turn in turns)
            (await turn).IsSuccessStatusCode.ShouldBeTrue();

        await house.Bot.StartAgainAsync();
        foreach (var ana in people)
        {
            await ana.SayAsync("2");
            await ana.ReadsAsync("How urgent is it?");
            ana.Reads().Count.ShouldBe(2);
        }
    }

    [Fact]
    public async Task A_channel_that_never_answers_does_not_hold_up_the_stop_and_gets_its_replies_after_the_next_start()
    {
        var ana = house.Ana();
        house.Connector.Hold();
        var turn = ana.PostAsync(ana.Message("who"));
        await ana.ReadsAsync("Ana");

        (await house.Bot.StopAsync()).ShouldBe(0);
        await turn.ContinueWith(_ => { }, TaskScheduler.Default);
        house.Connector.Release();
        await house.Bot.StartAgainAsync();
        await Eventually.TrueAsync(() => Task.FromResult(ana.Reads().Count == 2), () => house.Bot.Log);
    }

    /// <summary>Whoever comes now is sent away and comes again; the connection may be refused already.</summary>
    private Task RefusesAsync() => Eventually.TrueAsync(
        async () =>
        {
            try
            {
                var late = house.Ana();
                using var answer = await late.PostAsync(late.Activity("typing"));
                return !answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return true;
            }
        },
        () => house.Bot.Log);
}
