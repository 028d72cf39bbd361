using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using Hausmeister.Tests;

namespace Hausmeister.ApplicationTests.House;

/// <summary>The bot as it was built, in a process of its own on a free port with a data file of its own. It can be stopped, killed and started again.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private readonly Dictionary<string, string> settings;
    private readonly ConcurrentQueue<string> log = new();
    private readonly ConcurrentQueue<string> errors = new();
    private Process? process;

    private BotProcess(Dictionary<string, string> settings) => this.settings = settings;

    public Uri Address { get; } = new($"http://localhost:{FreePorts.Next()}");

    public string Folder { get; } = Directory.CreateTempSubdirectory("hausmeister").FullName;

    public string DataFile => settings.GetValueOrDefault("Storage:File", Path.Combine(Folder, "hausmeister.db"));

    public HttpClient Http { get; } = new();

    /// <summary>What it wrote, for a test that failed and for one about the log.</summary>
    public string Log => string.Join('\n', log);

    public IEnumerable<string> Lines => log;

    /// <summary>The process's id.</summary>
    public int Id => process!.Id;

    /// <summary>Not started yet. What is set in the settings later counts from the next start on.</summary>
    public static BotProcess Create(Dictionary<string, string> settings)
    {
        var bot = new BotProcess(settings);
        bot.Http.BaseAddress = bot.Address;
        return bot;
    }

    public static async Task<BotProcess> StartAsync(Dictionary<string, string>? settings = null)
    {
        var bot = Create(settings ?? []);
        await bot.StartAgainAsync();
        return bot;
    }

    /// <summary>Starts it with settings that it must refuse.</summary>
    /// <returns>The lines that it wrote to the error stream.</returns>
    public static async Task<string[]> RefusesAsync(Dictionary<string, string> settings)
    {
        await using var bot = new BotProcess(settings);
        bot.Begin();
        await bot.process!.WaitForExitAsync().WaitAsync(Waiting.Longest);
        bot.process.ExitCode.ShouldBe(1, bot.Log);
        return [.. bot.errors.Where(line => line.Length > 0)];
    }

    public async Task StartAgainAsync()
    {
        Begin();
        await Eventually.TrueAsync(IsReadyAsync, () => $"The bot is not ready. It wrote:\n{Log}");
    }

    /// <summary>Sets its clock forward, to a time as the squad's clocks say it: <c>2026-11-27T17:00:00</c>.</summary>
    public async Task ClockToAsync(string time)
    {
        using var answer = await Http.PostAsJsonAsync("/development/clock", new { to = time });
        answer.IsSuccessStatusCode.ShouldBeTrue($"{time}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Until it ends, however it ends.</summary>
    public Task EndAsync() => process!.WaitForExitAsync();

    /// <summary>As if the power had failed.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a host stops it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(Waiting.Longest);
        return process.ExitCode;
    }

    public async Task RestartHardAsync()
    {
        await KillAsync();
        await StartAgainAsync();
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
            await KillAsync();
        process?.Dispose();
        Http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public void Begin()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "hausmeister.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--contentRoot", AppContext.BaseDirectory, "--urls", Address.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__File"] = DataFile;
        start.Environment["PublicAddress"] = Address.ToString();
        if (!settings.ContainsKey("Squads:Folder"))
            start.Environment["Squads__Folder"] = SquadFiles.WriteQuiet(Path.Combine(Folder, "squads"));
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) =>
        {
            log.Enqueue(line.Data ?? "");
            errors.Enqueue(line.Data ?? "");
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task<bool> IsReadyAsync()
    {
        if (process!.HasExited)
            throw new InvalidOperationException($"The bot ended at its start with {process.ExitCode}. It wrote:\n{Log}");
        try
        {
            using var answer = await Http.GetAsync("/healthz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
