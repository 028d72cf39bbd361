using System.Collections.Concurrent;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Hosting;

/// <summary>What the tracker says within two seconds, else what it said last: a turn waits for nothing longer.</summary>
internal sealed partial class OpenIssuesWithinPatience(IIssueTracker tracker, TimeProvider time, ILogger<OpenIssuesWithinPatience> logger) : IOpenIssues
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int Most = 200;

    private readonly ConcurrentDictionary<string, OpenIssues> last = new();

    public async Task<OpenIssues> ListAsync(Squad squad, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var issues = await tracker.ListOpenAsync(squad.Issues, Most, either.Token).WaitAsync(either.Token);
            return last[squad.Id] = new OpenIssues(issues, Instant.FromDateTimeOffset(time.GetUtcNow()), Trouble: null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Last(squad, $"There was no answer from {tracker.Name} within {Patience.TotalSeconds:0} seconds.");
        }
        catch (TrackerException e)
        {
            return Last(squad, e.Message);
        }
    }

    private OpenIssues Last(Squad squad, string trouble)
    {
        Log.NotNow(logger, squad.Id, trouble);
        return last.GetValueOrDefault(squad.Id, new OpenIssues([], AsOf: null, trouble)) with { Trouble = trouble };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The open issues of {Squad} are those of last time: {Trouble}")]
        public static partial void NotNow(ILogger logger, string squad, string trouble);
    }
}
