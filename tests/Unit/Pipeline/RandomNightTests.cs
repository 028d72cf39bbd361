using CsCheck;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Duties;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Pipeline;

/// <summary>
/// Whatever tasks, people and machines do in a night and its morning: nothing is told twice, nothing old is told as new, and no failure is silent.
/// <c>CsCheck_Iter=8000</c> plays a thousand nights.
/// </summary>
public sealed class RandomNightTests
{
    /// <summary>A night takes as long as so many of other tests' samples.</summary>
    private const int NightsCost = 8;

    private const int Steps = 40;

    private static readonly string?[] States = [null, .. TaskStates.Table.Keys];

    private static readonly string[] Stages = [.. WithDag.Pipeline!.Stages.Select(s => s.Name)];

    [Fact]
    public Task No_night_breaks_a_promise() => Gen.Int[0, int.MaxValue].SampleAsync(async seed =>
    {
        var random = new Random(seed);
        var night = new Night(await PipelineHouse.OpenAsync());
        for (var step = 0; step < Steps; step++)
        {
            await night.StepAsync(random);
            await night.CheckAsync();
        }
    }, iter: Check.Iter / NightsCost, threads: 1);

    /// <summary>What a test did in a night, to be held against what was said.</summary>
    private sealed class Night(PipelineHouse house)
    {
        private readonly List<(string Stage, Recipient To)> wishes = [];
        private PipelineRun? run;
        private int told;

        public async Task StepAsync(Random random)
        {
            var now = house.House.Now;
            switch (random.Next(14))
            {
                case < 4:
                    await house.House.AdvanceAsync(Duration.FromMinutes(random.Next(5, 150)));
                    break;
                case < 8 when run is not null:
                    house.Airflow.Set(run, ScriptedPipeline.Dag[random.Next(ScriptedPipeline.Dag.Count)].Id, States[random.Next(States.Length)], now, now, random.Next(1, 3), 3);
                    break;
                case 8 when run is not null:
                    house.Airflow.Load(run, now);
                    break;
                case 9:
                    house.Airflow.Refuses = house.Airflow.Refuses is null ? "Airflow does not answer in time." : null;
                    break;
                case 10:
                    await AskAsync(random);
                    break;
                case 11:
                    await house.DecideAsync(d => TroubleRules.TakeOn(d, d.Troubles.Count == 0 ? "none" : d.Troubles[random.Next(d.Troubles.Count)].Id, "ana", house.Moment));
                    break;
                case 12:
                    await house.DecideAsync(d => random.Next(3) switch
                    {
                        0 => PostRules.PostNow(d, house.Moment),
                        1 => PipelineRules.Refresh(d, house.Moment),
                        _ => PostRules.Note(d, $"Note {random.Next(3)}", DutyHouse.Ana, house.Moment),
                    });
                    break;
                case 13 when run is null && now >= PipelineHouse.Due:
                    run = house.Airflow.Begin(PipelineHouse.Due, now);
                    break;
                default:
                    // Nobody is at work for a while.
                    house.House.Time.Advance(TimeSpan.FromMinutes(random.Next(1, 60)));
                    await house.House.PumpAsync();
                    break;
            }
        }

        public async Task CheckAsync()
        {
            var day = await house.DayAsync();
            house.Told(PostKind.DagPost).Count().ShouldBeLessThanOrEqualTo(house.House.Now < At(2026, 11, 27, 9, 0) ? 1 : 2);
            if (day.PostedAt is { } posted)
                day.SeenAt.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(posted - PostRules.Fresh);
            foreach (var told in house.Messenger.Sent.Where(s => s.Kind == PostKind.DagLoaded).GroupBy(s => s.To))
                told.Count().ShouldBeLessThanOrEqualTo(wishes.Count(w => w.To == told.Key));
            day.Wishes.ShouldAllBe(wish => !day.Stages.Single(s => s.Name == wish.Stage).IsLoaded);
            day.Troubles.Select(t => t.Id).ShouldBeUnique();
            // In a step each stage may become late, and then past what was promised, and one task may fail.
            (house.Told(PostKind.Trouble).Count() - told).ShouldBeLessThanOrEqualTo((2 * Stages.Length) + 1);
            told = house.Told(PostKind.Trouble).Count();
            if (day is { Unseen: null, OverAt: null })
                day.Stages.Where(s => s.Failure is not null).ShouldAllBe(s => day.TroubleOf(s.Name) != null && day.TroubleOf(s.Name)!.EndedAt == null);
            day.Troubles.Where(t => t is { EndedAt: null, OnIt: null, Level2: null }).ShouldAllBe(t => TroubleRules.EscalatesAt(day, t) != null);
            (day.OverAt is null).ShouldBe(day.Duties.Any(d => d.Kind == DutyKind.ReadRun));
        }

        private async Task AskAsync(Random random)
        {
            var (stage, to) = (Stages[random.Next(Stages.Length)], Recipient.In($"webchat/data-infra.me.guest-{random.Next(3)}"));
            wishes.Add((stage, to));
            await house.DecideAsync(d => PostRules.Wish(d, stage, to, house.Moment));
        }
    }
}
