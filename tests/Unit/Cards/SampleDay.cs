using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Cards;

/// <summary>The sample squad's run that serves Thursday 26 November, in the moments of a morning.</summary>
internal static class SampleDay
{
    public const string Contracts = "Contracts", Finance = "Financial Reports", Facts = "Facts and Dimensions", Policies = "Models and Policies", Rest = "Other datasets";

    /// <summary>A node's name, which no room may see.</summary>
    public const string Node = "finance.ledger";

    private static readonly Person Ana = new("ana", "Ana", false);

    public static Instant Due { get; } = At(2026, 11, 25, 23);

    /// <summary>The morning's wall clock.</summary>
    public static Instant Clock(int hour, int minute = 0) => At(2026, 11, 26, hour, minute);

    public static Moment Moment(int hour, int minute = 0) => new(WithDag, Clock(hour, minute));

    /// <summary>09:00: four are loaded, the last is being loaded.</summary>
    public static PipelineDay Healthy { get; } = Day(9, 0,
        Loaded(Contracts, 3, 38), Loaded(Finance, 5, 34), Loaded(Facts, 7, 46), Loaded(Policies, 8, 20),
        new Stage(Rest, StageState.BeingLoaded) { StartedAt = Clock(4, 5), Since = Clock(8, 41), Moves = true });

    /// <summary>06:38: the second is past its target.</summary>
    public static PipelineDay Late { get; } = With(
        Day(6, 38, Loaded(Contracts, 4, 2), Running(Finance, 4, 2), Waiting(Facts), Waiting(Policies), Running(Rest, 4, 5)),
        new StageTrouble("financial-reports", Finance, TroubleKind.Late, Clock(6)) { ToldAt = Clock(9) });

    /// <summary>03:20: the second has failed, and the others wait for it.</summary>
    public static PipelineDay Failed { get; } = With(
        Day(3, 14, Loaded(Contracts, 2, 51), Broken(Finance, 3, 12), HeldUp(Facts, Finance), HeldUp(Policies, Finance), HeldUp(Rest, Finance)),
        new StageTrouble("financial-reports", Finance, TroubleKind.Failed, Clock(3, 12))
        {
            ToldAt = Clock(3, 14),
            Same = new SameNode(471, "finance.ledger runs out of memory", new Uri("https://github.com/nubank/itaipu/issues/471"), Priority.P3, "bruno"),
        });

    /// <summary>The same, and Ana is on it.</summary>
    public static PipelineDay Taken { get; } = With(Failed, Failed.Troubles[0] with { OnIt = new Asked("ana", Clock(3, 20)) });

    /// <summary>Somebody cleared what had failed.</summary>
    public static PipelineDay Again { get; } = Taken with { Stages = [Healthy.Stages[0], Running(Finance, 3, 40), Waiting(Facts), Waiting(Policies), Waiting(Rest)] };

    public static PipelineDay Complete { get; } = Day(11, 0,
        Loaded(Contracts, 3, 38), Loaded(Finance, 5, 34), Loaded(Facts, 7, 46), Loaded(Policies, 8, 20), Loaded(Rest, 10, 52)) with
    {
        CompleteAt = Clock(10, 52),
        Run = Run(RunState.Success),
    };

    /// <summary>It was fixed.</summary>
    public static PipelineDay Fixed { get; } = With(Complete, Taken.Troubles[0] with { EndedAt = Clock(5, 31) });

    public static PipelineDay NotSeen { get; } = Day(6, 40, Loaded(Contracts, 3, 38), Loaded(Finance, 5, 34), Running(Facts, 5, 34), Waiting(Policies), Waiting(Rest)) with
    {
        Unseen = new Unseen(Clock(6, 40), "It does not answer in time.", 3),
    };

    public static PipelineDay NeverSeen { get; } = Day(9, 0) with { SeenAt = null, Due = null, Run = null, Stages = Unstarted, Unseen = NotSeen.Unseen };

    /// <summary>Before anything was read.</summary>
    public static PipelineDay Planned { get; } = NeverSeen with { Unseen = null };

    public static PipelineDay NotStarted { get; } = With(
        Day(0, 10) with { Run = null, Page = null, Stages = Unstarted },
        new StageTrouble(StageTrouble.OfRun, null, TroubleKind.NotStarted, Due) { ToldAt = Clock(0) });

    public static IReadOnlyList<Stage> Unstarted => StageReader.Unstarted(WithDag.Pipeline!);

    public static PipelineDay Day(int hour, int minute, params IReadOnlyList<Stage> stages) => new()
    {
        Squad = "data-infra",
        Date = new LocalDate(2026, 11, 26),
        DagId = "prod-dagao",
        Due = Due,
        Revision = 4,
        Run = Run(RunState.Running),
        Page = new Uri("https://airflow.example/dags/prod-dagao/runs/x"),
        Stages = stages,
        SeenAt = Clock(hour, minute),
        Usual =
        [
            new(Contracts, Duration.FromMinutes(40), At(2026, 11, 25, 3, 41)),
            new(Finance, Duration.FromMinutes(110), At(2026, 11, 25, 5, 31)),
            new(Facts, Duration.FromMinutes(125), At(2026, 11, 25, 7, 40)),
            new(Policies, Duration.FromMinutes(45), At(2026, 11, 25, 8, 24)),
            new(Rest, null, null),
        ],
    };

    public static PipelineDay With(PipelineDay day, StageTrouble trouble) => day with { Troubles = [trouble] };

    public static Stage Loaded(string name, int hour, int minute) =>
        new(name, StageState.CalculatedAndLoaded) { StartedAt = Clock(2), Since = Clock(2), FinishedAt = Clock(hour, minute) };

    public static Stage Running(string name, int hour, int minute) =>
        new(name, StageState.BeingCalculated) { StartedAt = Clock(hour, minute), Since = Clock(hour, minute), Moves = true };

    public static Stage Waiting(string name) => new(name, StageState.HasToBeCalculated);

    public static Stage HeldUp(string name, params IReadOnlyList<string> by) => new(name, StageState.HasToBeCalculated) { HeldUp = true, WaitsFor = by };

    public static Stage Broken(string name, int hour, int minute) => new(name, StageState.HasToBeCalculated)
    {
        StartedAt = Clock(2, 51),
        Since = Clock(2, 51),
        Failure = new StageFailure(Clock(hour, minute), [Task(Node, hour, minute)], 1, InLoading: false),
    };

    public static FailedTask Task(string id, int hour, int minute, int mapIndex = -1) =>
        new(id, mapIndex, 3, 3, Clock(hour, minute) - Duration.FromMinutes(10), Clock(hour, minute)) { Log = new Uri($"https://airflow.example/log?task={id}&map={mapIndex}") };

    public static DayNote Note(string words) => new(Ana, Clock(8, 52), words);

    private static PipelineRun Run(RunState state) => new("scheduled__x", Due, state, Due + Duration.FromMinutes(1), state == RunState.Running ? null : Clock(10, 52));
}
