using System.Diagnostics;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>People who talk with a server.</summary>
internal sealed class Client(Server server, Connector connector, IEnumerable<int> numbers) : IDisposable
{
    private readonly HttpMessageInvoker http = new(Plain());

    public IReadOnlyList<Talk> Talks => field ??= [.. numbers.Select(number => new Talk(server.Address, connector, http, number))];

    /// <summary>Asked again until the server listens.</summary>
    public async Task FirstTurnAsync()
    {
        while (true)
        {
            try
            {
                await Talks[0].TurnAsync("who");
                return;
            }
            catch (HttpRequestException e) when (e.StatusCode is null && server.IsRunning)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }
        }
    }

    /// <param name="count">How many talk at once.</param>
    public async Task<IReadOnlyList<double>> TalkAsync(int count, TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(Talks.Take(count).Select(talk => talk.GoOnAsync(() => clock.Elapsed > time)));
        return [.. latencies.SelectMany(l => l)];
    }

    /// <summary>Begins and ends with nothing left to do behind the turns, so that they bear all their costs and no others.</summary>
    public async Task<Measurement> MeasureAsync(int count, TimeSpan time)
    {
        await SettleAsync();
        var (used, busy, clock) = (await server.UsageAsync(), BusyTime.Of(server), Stopwatch.StartNew());
        var latencies = await TalkAsync(count, time);
        var (elapsed, talking) = (clock.Elapsed, BusyTime.Of(server) - busy);
        await SettleAsync();
        return new([.. latencies.Order()], elapsed, talking, server.Cpu - busy.Server, await server.UsageAsync() - used);
    }

    private Task SettleAsync() => server.IsBot ? IssueCheck.RunAsync(server, Talks.Sum(talk => talk.Triages)) : Task.CompletedTask;

    public void Dispose() => http.Dispose();

    /// <summary>Without what only costs time here.</summary>
    private static SocketsHttpHandler Plain() => new() { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null };
}
