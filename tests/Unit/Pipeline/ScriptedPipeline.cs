using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Pipeline;

/// <summary>A nightly run whose tasks a test sets as it likes. The DAG is that of the sample squad.</summary>
internal sealed class ScriptedPipeline : IPipeline
{
    public static readonly IReadOnlyList<TaskLinks> Dag =
    [
        new("itaipu-contracts", ["legacy-export", "finance.ledger", "finance.wait-for-files"]),
        new("finance.ledger", ["finance.report"]),
        new("finance.wait-for-files", ["finance.report"]),
        new("finance.report", ["itaipu-dimensional-modeling"]),
        new("itaipu-dimensional-modeling", ["capivara-dm", "itaipu-policies"]),
        new("capivara-dm", ["notify"]),
        new("itaipu-policies", ["itaipu-rest"]),
        new("itaipu-rest", ["capivara-rest"]),
        new("capivara-rest", []),
        new("legacy-export", []),
        new("notify", []),
    ];

    private readonly Dictionary<string, Dictionary<(string Id, int MapIndex), TaskRow>> tasks = [];

    public bool IsRecording { get; set; }

    public bool Paused { get; set; }

    public Instant? NextDue { get; set; }

    public List<PipelineRun> Runs { get; } = [];

    /// <summary>Airflow's refusal; null: it answers.</summary>
    public string? Refuses { get; set; }

    public int Readings { get; private set; }

    /// <summary>A run that was due begins: its first task is scheduled.</summary>
    public PipelineRun Begin(Instant due, Instant? started = null)
    {
        var run = new PipelineRun($"scheduled__{due}", due, RunState.Running, started ?? due + Duration.FromMinutes(1), null);
        Runs.Insert(0, run);
        tasks[run.Id] = Dag.ToDictionary(t => (t.Id, -1), t => new TaskRow(t.Id, -1, null));
        NextDue = due + Duration.FromDays(1);
        return run;
    }

    public void End(PipelineRun run, RunState state, Instant at) => Change(run.Id, r => r with { State = state, EndedAt = at });

    public void Change(string id, Func<PipelineRun, PipelineRun> change) => Runs[Runs.FindIndex(r => r.Id == id)] = change(Runs.Find(r => r.Id == id)!);

    /// <param name="task">Also several, separated by a space, and <c>*</c> for all.</param>
    public void Set(PipelineRun run, string task, string? state, Instant? started = null, Instant? ended = null, int tries = 1, int mostTries = 1)
    {
        foreach (var id in task == "*" ? Dag.Select(t => t.Id) : task.Split(' '))
            tasks[run.Id][(id, -1)] = new TaskRow(id, -1, state, started, ended, tries, mostTries);
    }

    /// <summary>The task is mapped, with an instance for each state.</summary>
    public void Map(PipelineRun run, string task, params IReadOnlyList<string?> states)
    {
        tasks[run.Id].Remove((task, -1));
        for (var index = 0; index < states.Count; index++)
            tasks[run.Id][(task, index)] = new TaskRow(task, index, states[index], run.StartedAt, run.StartedAt + Duration.FromMinutes(index));
    }

    /// <summary>Everything is done at these times of the run's morning.</summary>
    public void Load(PipelineRun run, Instant at) => Set(run, "*", "success", at - Duration.FromHours(1), at);

    public Task<DagLook> LookAsync(PipelineSettings settings, CancellationToken cancellationToken) => Answer(() => new DagLook(Paused, NextDue, [.. Runs]));

    public Task<RunReading> ReadAsync(PipelineSettings settings, PipelineRun run, CancellationToken cancellationToken)
    {
        Readings++;
        return Answer(() => TaskRow.Read(settings, Runs.Find(r => r.Id == run.Id)!, tasks[run.Id].Values));
    }

    public Task<IReadOnlyList<TaskLinks>> TasksAsync(PipelineSettings settings, CancellationToken cancellationToken) => Answer(() => Dag);

    public Uri PageOf(PipelineSettings settings, PipelineRun run) => new($"https://airflow.example/dags/{settings.DagId}");

    public Uri LogOf(PipelineSettings settings, PipelineRun run, FailedTask task) => new($"https://airflow.example/log/{task.Id}");

    private Task<T> Answer<T>(Func<T> answer) => Refuses is { } why ? Task.FromException<T>(new PipelineException(why)) : Task.FromResult(answer());
}

/// <summary>A task instance as Airflow lists it.</summary>
internal sealed record TaskRow(string Id, int MapIndex, string? State, Instant? Started = null, Instant? Ended = null, int Tries = 1, int MostTries = 1)
{
    public TaskProgress Progress => TaskStates.ProgressOf(State, Tries > 1);

    public static RunReading Read(PipelineSettings settings, PipelineRun run, IReadOnlyCollection<TaskRow> rows) => new(
        run,
        [.. settings.Nodes.Select(node => Count(node, rows.Where(r => StageLinks.IsOf(node, r.Id))))],
        Count("", rows.Where(r => !settings.Nodes.Any(node => StageLinks.IsOf(node, r.Id)))));

    public static NodeReading Count(string node, IEnumerable<TaskRow> rows)
    {
        var by = rows.ToLookup(r => r.Progress);
        var failed = by[TaskProgress.Failed].ToList();
        return new NodeReading(
            node,
            by[TaskProgress.NotStarted].Count(),
            by[TaskProgress.Moving].Count(),
            by[TaskProgress.Done].Count(),
            failed.Count,
            by[TaskProgress.HeldUp].Count(),
            by[TaskProgress.Moving].Concat(by[TaskProgress.Done]).Concat(failed).Min(r => r.Started),
            by[TaskProgress.Done].Max(r => r.Ended),
            failed.Min(r => r.Ended),
            [.. failed.OrderBy(r => r.Ended).Take(NodeReading.MostFailedTasks).Select(r => new FailedTask(r.Id, r.MapIndex, r.Tries, r.MostTries, r.Started, r.Ended))]);
    }
}
