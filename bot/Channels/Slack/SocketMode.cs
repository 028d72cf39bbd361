using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// Keeps a connection to Slack open, so that a bot without a public address hears what else would come over HTTP. Slack ends each after some
/// hours and says so before: the next one is open before the last one is closed.
/// </summary>
internal sealed partial class SocketMode(
    SocketModeDialler dialler, SlackCatchUp catchUp, SlackTroubles troubles, PauseBeforeConnecting pauseBefore, [FromKeyedServices(HouseClock.Real)] TimeProvider time,
    ILogger<SocketMode> logger) : BackgroundService
{
    /// <summary>A connection that ends sooner is a failure too, else we would dial as fast as we can.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    /// <summary>The first of some failures is told, and then about one in ten minutes.</summary>
    private const int ToldEach = 20;

    private readonly List<Task> finishing = [];
    private int failures;
    private bool isRefused;

    /// <summary>The last connection was lost, or the next one did not come about: nobody may have listened since.</summary>
    private bool isDeaf;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        SocketModeConnection? last = null;
        try
        {
            while (true)
            {
                var connection = await ConnectAsync(stoppingToken);
                Finish(last);
                last = connection;
                See(await connection.Ended.WaitAsync(stoppingToken), time.GetUtcNow() - connection.Since);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            Finish(last);
            await Task.WhenAll(finishing);
        }
    }

    private async Task<SocketModeConnection> ConnectAsync(CancellationToken stoppingToken)
    {
        var pause = Pause();
        for (var tries = 0; ; tries++)
        {
            await Task.Delay(pause, time, stoppingToken);
            try
            {
                var connection = await dialler.ConnectAsync(stoppingToken);
                isRefused = false;
                troubles.See(ChannelTroubleKind.Connection, why: null);
                if (isDeaf)
                    catchUp.Ring();
                Log.Connected(logger);
                return connection;
            }
            catch (SlackException e) when (!e.IsPassing)
            {
                Refused(e.Error, $"Slack does not take Slack:AppToken ({e.Error}). It needs a token of the app with the scope connections:write.");
                pause = Pause();
            }
            catch (Exception e)
            {
                stoppingToken.ThrowIfCancellationRequested();
                failures++;
                isDeaf = true;
                pause = Pause((e as SlackException)?.RetryAfter);
                if (tries % ToldEach == 0)
                    Log.NotConnected(logger, e.Message);
            }
        }
    }

    private TimeSpan Pause(TimeSpan? wanted = null)
    {
        var usual = isRefused ? SocketModePauses.Refused : pauseBefore(failures);
        return wanted > usual ? wanted.Value : usual;
    }

    private void See(SocketModeEnd end, TimeSpan lasted)
    {
        failures = lasted < Steady ? failures + 1 : 0;
        if (end == SocketModeEnd.Disabled)
            Refused("link_disabled", "Socket Mode is turned off in the app's settings (link_disabled). It must be turned on there again.");
        isDeaf = end != SocketModeEnd.Refresh;
        if (end == SocketModeEnd.Lost)
            Log.Lost(logger);
    }

    private void Refused(string error, string why)
    {
        isRefused = true;
        if (troubles.See(ChannelTroubleKind.Connection, why))
            Log.Refused(logger, error);
    }

    private void Finish(SocketModeConnection? connection)
    {
        finishing.RemoveAll(task => task.IsCompleted);
        if (connection is not null)
            finishing.Add(connection.DisposeAsync().AsTask());
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Slack's Socket Mode is connected")]
        public static partial void Connected(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "Slack's Socket Mode is not connected, nobody in Slack is heard, and it is tried again: {Reason}")]
        public static partial void NotConnected(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Information, "A connection of Slack's Socket Mode was lost; the next one is opened")]
        public static partial void Lost(ILogger logger);

        [LoggerMessage(4, LogLevel.Error, "Slack does not take Slack:AppToken, or Socket Mode is turned off ({Error}): nobody in Slack is heard until somebody sets it right. It is tried every ten minutes")]
        public static partial void Refused(ILogger logger, string error);
    }
}
