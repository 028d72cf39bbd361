using System.Text;

namespace Hausmeister.Integrations.Airflow.Tasks;

/// <summary>The task instances of a run, counted by their tasks over all pages of a list. It keeps each task, and of its instances a bit each.</summary>
internal sealed class RunTally
{
    private readonly Dictionary<byte[], TaskTally> tasks = new(Utf8Comparer.Instance);
    private int? total;
    private bool hasChanged;
    private int different;

    public IReadOnlyCollection<TaskTally> Tasks => tasks.Values;

    /// <summary>As they came, some perhaps twice.</summary>
    public int Rows { get; private set; }

    /// <summary>How many there are, as the last page says.</summary>
    public int Total
    {
        get => total ?? 0;
        set
        {
            hasChanged |= total is { } before && before != value;
            total = value;
        }
    }

    /// <summary>Each row came once, and none is missing.</summary>
    public bool AddsUp => !hasChanged && different == Total;

    public TaskTally TaskOf(ReadOnlySpan<byte> id)
    {
        var byName = tasks.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!byName.TryGetValue(id, out var task)) byName[id] = task = new(Encoding.UTF8.GetString(id));
        return task;
    }

    public void Add(in TaskRow row)
    {
        Rows++;
        if (row.Task!.Add(row)) different++;
    }
}
