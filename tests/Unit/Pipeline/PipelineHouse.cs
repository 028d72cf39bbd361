using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Duties;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Pipeline;

/// <summary>The night to Thursday 26 November: the run is due on Wednesday at 23:00, Ana is on duty and Clara is Level 2.</summary>
internal sealed class PipelineHouse
{
    public static readonly Instant Due = At(2026, 11, 25, 23, 0);

    private PipelineHouse(Instant start) => House = new DutyHouse(start, WithDag);

    public DutyHouse House { get; }

    public ScriptedPipeline Airflow => House.Pipeline;

    public RecordingMessenger Messenger => House.Messenger;

    public Moment Moment => House.Moment;

    /// <summary>On the evening before, unless a test has another time in mind.</summary>
    public static async Task<PipelineHouse> OpenAsync(Instant? start = null)
    {
        var house = new PipelineHouse(start ?? At(2026, 11, 25, 22, 0));
        house.Airflow.NextDue = Due;
        await house.House.Calendar.EnsureAsync(WithDag, house.House.Now, CancellationToken.None);
        await house.House.PumpAsync();
        return house;
    }

    /// <summary>The same, with a run that began on time and whose contracts are there.</summary>
    public static async Task<(PipelineHouse House, PipelineRun Run)> OpenNightAsync()
    {
        var house = await OpenAsync();
        await house.GoToAsync(At(2026, 11, 25, 23, 1));
        var run = house.Airflow.Begin(Due);
        await house.GoToAsync(At(2026, 11, 26, 3, 0));
        house.Airflow.Set(run, "itaipu-contracts legacy-export", "success", At(2026, 11, 25, 23, 5), At(2026, 11, 26, 2, 51));
        house.Airflow.Set(run, "finance.ledger", "running", At(2026, 11, 26, 2, 55));
        return (house, run);
    }

    public Task GoToAsync(Instant instant) => House.AdvanceAsync(instant - House.Now);

    public async Task<PipelineDay> DayAsync(int day = 26) =>
        (await new Work(House.Store).LoadAsync(DocumentTypes.PipelineDay, Keys.Dag(WithDag.Id, PipelineDay.IdOf(new LocalDate(2026, 11, day))), CancellationToken.None)).ShouldNotBeNull();

    /// <summary>What a person does in a turn.</summary>
    public async Task DecideAsync(Func<PipelineDay, PipelineDay> decide)
    {
        var work = new Work(House.Store);
        await new PipelineDesk(work, Moment).ApplyAsync("2026-11-26", decide, CancellationToken.None);
        if (!work.IsEmpty)
            await work.CommitAsync(CancellationToken.None);
        await House.PumpAsync();
    }

    public IEnumerable<Recipient?> Told(PostKind kind) => Messenger.Sent.Where(s => s.Kind == kind).Select(s => s.To);

    public void FailLedger(PipelineRun run, Instant at)
    {
        Airflow.Set(run, "finance.ledger", "failed", At(2026, 11, 26, 2, 55), at);
        Airflow.Set(run, "finance.report itaipu-dimensional-modeling capivara-dm itaipu-policies itaipu-rest capivara-rest", "upstream_failed");
    }
}
