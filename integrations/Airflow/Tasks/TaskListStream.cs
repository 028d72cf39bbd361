using System.Buffers;
using System.Text.Json;

namespace Hausmeister.Integrations.Airflow.Tasks;

/// <summary>Feeds a parser from a stream, through one pooled buffer.</summary>
internal static class TaskListStream
{
    private const int Usual = 1 << 16;

    // One value, such as a rendered argument, must fit.
    private const int Largest = 1 << 24;

    /// <exception cref="JsonException">It is not JSON, or no list of task instances.</exception>
    /// <exception cref="IOException">The stream broke off.</exception>
    public static async Task ReadAsync(Stream stream, RunTally tally, CancellationToken cancellationToken)
    {
        var parser = new TaskListParser(tally);
        var buffer = ArrayPool<byte>.Shared.Rent(Usual);
        try
        {
            for (var held = 0; ;)
            {
                if (held == buffer.Length) buffer = Larger(buffer);
                var came = await stream.ReadAsync(buffer.AsMemory(held), cancellationToken);
                held += came;
                var read = parser.Read(buffer.AsSpan(0, held), isLast: came == 0);
                if (came == 0) return;
                buffer.AsSpan(read, held - read).CopyTo(buffer);
                held -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Larger(byte[] buffer)
    {
        if (buffer.Length >= Largest) throw new JsonException("A value that is too long.");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
