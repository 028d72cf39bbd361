using Hausmeister.Bot.Channels.Slack;

namespace Hausmeister.Tests.Slack;

/// <summary>A clock on which whoever pauses has paused at once, and the time has passed. Nobody's patience is a pause: it ends when a test says so.</summary>
internal sealed class HurriedTime(DateTimeOffset start) : TimeProvider
{
    private static readonly HashSet<TimeSpan> Patience =
    [
        SlackPatience.OfWork, SlackPatience.OfCommit, SlackPatience.OfQuestion, SlackTriggers.Patience, SlackGuests.Patience, SocketModeConnection.Patience,
    ];

    private long passed;

    /// <summary>What comes takes longer than Slack waits.</summary>
    public bool IsLate { get; set; }

    /// <summary>And so does its storing.</summary>
    public bool IsStoreLate { get; set; }

    /// <summary>What happens while somebody pauses.</summary>
    public Func<Task> Paused { get; set; } = () => Task.CompletedTask;

    /// <summary>Nor do we, to be told who somebody is.</summary>
    public bool AreNamesLate { get; set; }

    /// <summary>Every pause, in its order.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    public override DateTimeOffset GetUtcNow() => start + TimeSpan.FromTicks(Interlocked.Read(ref passed));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var isPause = dueTime > TimeSpan.Zero && !Patience.Contains(dueTime);
        if (isPause || (IsLate && dueTime == SlackPatience.OfWork) || (IsStoreLate && dueTime == SlackPatience.OfCommit) || (AreNamesLate && dueTime == SlackGuests.Patience))
        {
            if (isPause)
                lock (Pauses)
                    Pauses.Add(dueTime);
            Interlocked.Add(ref passed, dueTime.Ticks);
            _ = Task.Run(async () =>
            {
                if (isPause)
                    await Paused();
                callback(state);
            });
        }

        return new NoTimer();
    }

    public void Advance(TimeSpan by) => Interlocked.Add(ref passed, by.Ticks);

    private sealed class NoTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
