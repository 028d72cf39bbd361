namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>A write that waits for its transaction.</summary>
internal abstract class PendingWrite
{
    /// <summary>Why nothing of it was stored.</summary>
    public Exception? Failure { get; set; }

    public abstract void Run(Writer writer);

    /// <summary>Gives the outcome to the caller who waits for it.</summary>
    public abstract void Tell(string file);
}

internal sealed class PendingWrite<T>(Func<Writer, T> write, CancellationToken cancellationToken) : PendingWrite
{
    private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Outcome => outcome.Task;

    public override void Run(Writer writer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        result = write(writer);
    }

    public override void Tell(string file)
    {
        switch (Failure)
        {
            case null: outcome.SetResult(result!); break;
            case OperationCanceledException e: outcome.SetCanceled(e.CancellationToken); break;
            case var e: outcome.SetException(SqliteErrors.Explain(e, file)); break;
        }
    }
}
