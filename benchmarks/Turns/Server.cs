using System.Diagnostics;
using System.Globalization;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>A measured process on the first core; client and connector have the other.</summary>
internal sealed class Server : IAsyncDisposable
{
    /// <summary>Names the file in which the process leaves how much it has allocated.</summary>
    public const string AllocatedFile = "HAUSMEISTER_BENCHMARK_ALLOCATED";

    private const string FirstCore = "0";
    private readonly Process process;
    private readonly string folder;

    private Server(Process process, string folder, Uri address) => (this.process, this.folder, Address) = (process, folder, address);

    public Uri Address { get; }

    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes, at most a tenth of a second old.</summary>
    public long Allocated => long.Parse(File.ReadAllText(Path.Combine(folder, "allocated")), CultureInfo.InvariantCulture);

    public double ResidentMegabytes => Status("VmRSS");

    public double PeakMegabytes => Status("VmHWM");

    /// <param name="command">The program and its arguments, made from the address.</param>
    /// <param name="settings">Environment variables, made from a folder of its own.</param>
    public static Server Start(Func<Uri, string[]> command, Func<string, Dictionary<string, string>> settings)
    {
        var folder = Directory.CreateTempSubdirectory("hausmeister-bench").FullName;
        var address = new Uri($"http://127.0.0.1:{Connector.FreePort()}/");
        var start = new ProcessStartInfo("taskset", ["-c", FirstCore, "dotnet", .. command(address)]) { RedirectStandardOutput = true };
        start.Environment[AllocatedFile] = Path.Combine(folder, "allocated");
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Server).Assembly.Location;
        foreach (var (key, value) in settings(folder))
            start.Environment[key] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return new Server(process, folder, address);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A line such as <c>VmHWM:   123456 kB</c>.</summary>
    private double Status(string name)
    {
        var line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
