namespace Hausmeister.Bot.Turns;

/// <summary>A lock per key, given in the order in which it was asked for. A key that nobody holds or wants takes no memory.</summary>
internal sealed class KeyedLocks
{
    private readonly Dictionary<string, Waiters> keys = [];

    /// <summary>How many keys somebody holds or waits for.</summary>
    public int Count
    {
        get
        {
            lock (keys)
                return keys.Count;
        }
    }

    /// <returns>Disposing it gives the key to the next.</returns>
    public async Task<IDisposable> TakeAsync(string key, CancellationToken cancellationToken)
    {
        var waiters = Enter(key);
        try
        {
            await waiters.Turn.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(key, waiters);
            throw;
        }

        return new Held(this, key, waiters);
    }

    private Waiters Enter(string key)
    {
        lock (keys)
        {
            if (!keys.TryGetValue(key, out var waiters))
                keys.Add(key, waiters = new Waiters());
            waiters.Count++;
            return waiters;
        }
    }

    private void Leave(string key, Waiters waiters)
    {
        lock (keys)
        {
            if (--waiters.Count > 0)
                return;
            keys.Remove(key);
        }

        waiters.Turn.Dispose();
    }

    private sealed class Waiters
    {
        public int Count { get; set; }

        public SemaphoreSlim Turn { get; } = new(1, 1);
    }

    private sealed class Held(KeyedLocks locks, string key, Waiters waiters) : IDisposable
    {
        private bool released;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref released, true))
                return;
            waiters.Turn.Release();
            locks.Leave(key, waiters);
        }
    }
}
