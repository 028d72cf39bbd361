using Hausmeister.Bot.Duties;

namespace Hausmeister.Tests.Duties;

/// <summary>Rooms of Slack that have topics; each change is noted, and can be refused.</summary>
internal sealed class RecordingTopics : IRoomTopics
{
    public string Channel => "slack";

    public int Longest { get; set; } = 250;

    /// <summary>What stands in each room's topic.</summary>
    public Dictionary<string, string> Now { get; } = [];

    /// <summary>Every change in its order.</summary>
    public List<(string Room, string Topic)> Set { get; } = [];

    public int Reads { get; private set; }

    public Func<string, Exception?> Fails { get; set; } = _ => null;

    /// <summary>What happens elsewhere between the look and the change.</summary>
    public Func<string, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    public Task<string> ReadAsync(string room, CancellationToken cancellationToken)
    {
        Reads++;
        return Fails(room) is { } failure ? Task.FromException<string>(failure) : Task.FromResult(Now.GetValueOrDefault(room, ""));
    }

    public async Task<bool> SetAsync(string room, string topic, CancellationToken cancellationToken)
    {
        await Meanwhile(room);
        if (topic.Length > 250)
            return false;
        Now[room] = topic;
        Set.Add((room, topic));
        return true;
    }
}
