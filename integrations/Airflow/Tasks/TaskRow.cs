using Hausmeister.Domain.Pipeline;
using NodaTime;

namespace Hausmeister.Integrations.Airflow.Tasks;

/// <summary>What counts of one task instance while its members come by.</summary>
internal struct TaskRow()
{
    public TaskTally? Task;
    public RowState? State;
    public int MapIndex = -1;
    public int TryNumber;
    public int MaxTries;
    public bool Lasted;
    public Instant? StartedAt;
    public Instant? EndedAt;

    // Queued for the first time it has try 1 and has not lasted; cleared after something before it failed, it has lasted for no time.
    public readonly TaskProgress Progress => State!.Progress(ranBefore: TryNumber > 1 || Lasted);
}
