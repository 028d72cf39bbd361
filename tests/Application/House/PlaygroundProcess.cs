using System.Collections.Concurrent;
using System.Diagnostics;
using Hausmeister.Tests;

namespace Hausmeister.ApplicationTests.House;

/// <summary>The Playground's program, with one person in it, on a free port.</summary>
internal sealed class PlaygroundProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";
    private readonly string folder = Directory.CreateTempSubdirectory("playground").FullName;
    private readonly ConcurrentQueue<string> log = new();
    private Process? process;

    /// <summary>What it wrote, for a test that failed.</summary>
    public string Log => string.Join('\n', log);

    /// <returns>Where it listens.</returns>
    public async Task<Uri> StartAsync(BotProcess bot, string person, string channel)
    {
        var program = Path.Combine(Checkout.Root, "tests", "peers", "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        File.Exists(program).ShouldBeTrue("The Playground is not there. Run `npm ci` in tests/peers, as scripts/test does.");
        var config = Path.Combine(folder, "config.yml");
        await File.WriteAllTextAsync(config, PlaygroundConfig.For(person, channel));
        var start = new ProcessStartInfo("node", [program, "start", "-e", $"{bot.Address}api/messages", "-c", "msteams", "-p", $"{FreePorts.Next()}", "--disable-telemetry"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["TEAMSAPPTESTER_BROWSER"] = "none", ["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = config },
        };
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => log.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        // It takes another port where this one was taken meanwhile.
        var told = await Eventually.GetAsync(
            () => Task.FromResult(log.FirstOrDefault(line => line.StartsWith(Listening, StringComparison.Ordinal))), () => $"The Playground did not start:\n{Log}");
        return new Uri($"http://localhost:{told[Listening.Length..]}");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
