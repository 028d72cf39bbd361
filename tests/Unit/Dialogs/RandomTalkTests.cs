using CsCheck;

namespace Hausmeister.Tests.Dialogs;

/// <summary>
/// Whatever is answered, said and tapped, by whomever and in whatever order: no turn fails, each is answered, every dialog comes to an
/// end, and nothing is left half made. <c>CsCheck_Iter=20000</c> talks longer; a failure prints its seed, for <c>CsCheck_Seed</c>, and what was said.
/// </summary>
public sealed class RandomTalkTests
{
    private const int Talks = 1_000;

    [Fact]
    public Task Nothing_fails_everything_ends_and_nothing_is_half_made() =>
        TalkPlans.All.SampleAsync(HoldsAsync, iter: Math.Max(Talks, Check.Iter), threads: 1, print: plan => $"{plan.Steps.Count} steps");

    /// <summary>What fails is told in as few steps as fail.</summary>
    private static async Task HoldsAsync(TalkPlan plan)
    {
        if (await FailureAsync(plan) is not { } failure)
            return;
        for (var i = plan.Steps.Count - 1; i >= 0; i--)
        {
            var shorter = plan with { Steps = [.. plan.Steps.Where((_, place) => place != i)] };
            if (await FailureAsync(shorter) is { } same)
                (plan, failure) = (shorter, same);
        }
        throw failure;
    }

    /// <summary>Null where everything holds.</summary>
    private static async Task<Exception?> FailureAsync(TalkPlan plan)
    {
        using var house = new DialogHouse(plan.Start, squad => squad with { Pipeline = SampleSquad.WithDag.Pipeline }) { ByInvoke = plan.ByInvoke };
        foreach (var title in plan.Tracked)
            await new ScriptedTrackerIssues(house).HasAsync(title, "P2");
        await house.PlanAsync();
        await house.PlanRunAsync();
        var talk = new Talk(house);
        try
        {
            foreach (var step in plan.Steps)
                await talk.TakeAsync(step);
            foreach (var seat in plan.Seats)
                await talk.EndAsync(seat, plan.End);
            await talk.SettleAsync();
            await new WholeStore(house, plan.Tracked.Count).CheckAsync();
            return null;
        }
        catch (Exception e)
        {
            return new ShouldAssertException($"{e.Message}\n\nafter\n{talk.Script}\n", e);
        }
    }
}
