using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Airflow.Recordings;
using Hausmeister.Integrations.Airflow.Tasks;

namespace Hausmeister.Benchmarks.Micro;

/// <summary>A long list of task instances from a stream: counted as the bot does it, and beside it only gone through.</summary>
public class TaskListBenchmark
{
    private byte[] list = null!;

    [Params(1_000, 10_000)]
    public int Rows { get; set; }

    /// <summary>A recorded row of a mapped task again and again.</summary>
    [GlobalSetup]
    public void Make()
    {
        var recorded = Recording.Of(AirflowVersion.Three).Moment("16-success")!.Rows.First(row => row.GetProperty("map_index").GetInt32() >= 0);
        var index = $"\"map_index\":{recorded.GetProperty("map_index").GetInt32()}";
        var rows = Enumerable.Range(0, Rows).Select(i => recorded.GetRawText().Replace(index, $"\"map_index\":{i}", StringComparison.Ordinal));
        list = Encoding.UTF8.GetBytes($"{{\"task_instances\":[{string.Join(',', rows)}],\"total_entries\":{Rows}}}");
    }

    [Benchmark]
    public async Task<bool> CountAsync()
    {
        var tally = new RunTally();
        await TaskListStream.ReadAsync(new MemoryStream(list), tally, CancellationToken.None);
        return tally.AddsUp && tally.Rows == Rows;
    }

    [Benchmark(Baseline = true)]
    public async Task<int> GoThroughAsync()
    {
        var (stream, buffer, state, tokens) = (new MemoryStream(list), new byte[1 << 16], default(JsonReaderState), 0);
        for (var held = 0; ;)
        {
            var came = await stream.ReadAsync(buffer.AsMemory(held));
            held += came;
            var read = GoThrough(buffer.AsSpan(0, held), came == 0, ref state, ref tokens);
            if (came == 0) return tokens;
            buffer.AsSpan(read, held - read).CopyTo(buffer);
            held -= read;
        }
    }

    private static int GoThrough(ReadOnlySpan<byte> bytes, bool isLast, ref JsonReaderState state, ref int tokens)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        while (reader.Read()) tokens++;
        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }
}
