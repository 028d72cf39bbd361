using System.Text;
using Hausmeister.Domain.Pipeline;

namespace Hausmeister.Integrations.Airflow.Tasks;

/// <summary>A state by its bytes, with what it means for the first time and after that: a run has thousands of rows, and a dozen states.</summary>
internal sealed class RowState
{
    private readonly byte[] name;
    private readonly TaskProgress first;
    private readonly TaskProgress again;

    private RowState(string? state)
    {
        name = Encoding.UTF8.GetBytes(state ?? "");
        first = TaskStates.ProgressOf(state, ranBefore: false);
        again = TaskStates.ProgressOf(state, ranBefore: true);
    }

    private static readonly RowState[] Known = [.. TaskStates.Table.Keys.Select(state => new RowState(state))];

    /// <summary>Airflow wrote <c>null</c>.</summary>
    public static readonly RowState None = new(null);

    // The name says nothing to anybody, and so it means what any state of a later Airflow means.
    private static readonly RowState Unknown = new("a state of a later Airflow");

    public static RowState Of(ReadOnlySpan<byte> name)
    {
        foreach (var state in Known)
        {
            if (name.SequenceEqual(state.name)) return state;
        }
        return Unknown;
    }

    public TaskProgress Progress(bool ranBefore) => ranBefore ? again : first;
}
