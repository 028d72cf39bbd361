using System.Diagnostics;
using System.Globalization;
using Hausmeister.Benchmarks.Inside;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>A measured process on the first core; client and connector have the other.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const string FirstCore = "0";
    private const string Data = "hausmeister.db";
    private readonly Process process;
    private readonly string folder;
    private readonly long started = TimeProvider.System.GetTimestamp();

    private Server(Process process, string folder, Uri address) => (this.process, this.folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Else the floor, which keeps nothing.</summary>
    public bool IsBot => File.Exists(DataFile);

    public int Id => process.Id;

    public bool IsRunning => !process.HasExited;

    public TimeSpan Age => TimeProvider.System.GetElapsedTime(started);

    public string DataFile => Path.Combine(folder, Data);

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double ResidentMegabytes => Status("VmRSS");

    public double PeakMegabytes => Status("VmHWM");

    public Task<Usage> UsageAsync() => UsageSocket.AskAsync(SocketIn(folder));

    /// <summary>The floor: <see cref="Floor"/>.</summary>
    public static Server StartFloor() => Start(address => [typeof(Server).Assembly.Location, "floor", address.ToString()], _ => []);

    /// <summary>The bot as <c>scripts/run</c> starts it, with a member for each conversation.</summary>
    /// <param name="synchronous">SQLite's.</param>
    /// <param name="data">A data file of which it gets a copy; null: it makes a new one.</param>
    /// <param name="more">Further settings; null: none.</param>
    public static Server StartBot(BenchmarkOptions options, string synchronous, string? data = null, IReadOnlyDictionary<string, string>? more = null) => Start(
        address => [options.Bot, "--contentRoot", Path.GetDirectoryName(options.Bot)!, "--Urls", address.ToString()],
        folder => new(more ?? new Dictionary<string, string>())
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Storage__File"] = DataIn(folder, data),
            ["Storage__Synchronous"] = synchronous,
            ["Squads__Folder"] = BenchmarkSquad.WriteTo(Path.Combine(folder, "squads"), options.Squad),
        });

    /// <summary>As a host stops it.</summary>
    public async Task StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <param name="command">The program and its arguments, made from the address.</param>
    /// <param name="settings">Environment variables, made from a folder of its own.</param>
    private static Server Start(Func<Uri, string[]> command, Func<string, Dictionary<string, string>> settings)
    {
        var folder = Directory.CreateTempSubdirectory("hausmeister-bench").FullName;
        var address = new Uri($"http://127.0.0.1:{Connector.FreePort()}/");
        // Its log goes to a file, so that nobody must read it meanwhile.
        var start = new ProcessStartInfo("sh", ["-c", "exec taskset -c \"$0\" dotnet \"$@\" > \"$LOG\"", FirstCore, .. command(address)]);
        // The client's; see scripts/bench.
        start.Environment.Remove("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS");
        start.Environment.Remove("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit");
        start.Environment["LOG"] = Path.Combine(folder, "log");
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Server).Assembly.Location;
        start.Environment[UsageSocket.Variable] = SocketIn(folder);
        foreach (var (key, value) in settings(folder))
            start.Environment[key] = value;
        return new Server(Process.Start(start)!, folder, address);
    }

    private static string DataIn(string folder, string? data)
    {
        var file = Path.Combine(folder, Data);
        if (data is not null)
            File.Copy(data, file);
        return file;
    }

    private static string SocketIn(string folder) => Path.Combine(folder, "usage");

    /// <summary>A line such as <c>VmHWM:   123456 kB</c>.</summary>
    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
