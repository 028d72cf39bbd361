using System.Diagnostics;

namespace Hausmeister.Tests.Tracker;

/// <summary>A GitHub of our own: emulate, a program nobody here wrote, on a free port for as long as the tests of a class run.</summary>
public sealed class EmulatedGitHub : IAsyncLifetime
{
    public const string Token = "hausmeister_test_token";
    public const string Repository = "hausmeister-bot/itaipu";

    private readonly Process process = new();

    public Uri Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var peers = Path.Combine(Checkout.Root, "tests", "peers");
        var program = Path.Combine(peers, "node_modules", "emulate", "dist", "index.js");
        File.Exists(program).ShouldBeTrue("emulate is not there. Run `npm ci` in tests/peers, as scripts/test does.");
        var port = FreePorts.Next();
        Api = new Uri($"http://localhost:{port}/");
        process.StartInfo = new("node", [program, "start", "-s", "github", "-p", $"{port}", "--seed", Path.Combine(peers, "github.seed.json")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process.Start();
        await UntilItAnswersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private async Task UntilItAnswersAsync()
    {
        using var http = new HttpClient { BaseAddress = Api };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Waiting.Longest; await Task.Delay(50))
        {
            process.HasExited.ShouldBeFalse("emulate ended at its start.");
            try
            {
                using var answer = await http.GetAsync($"repos/{Repository}");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new TimeoutException($"emulate does not answer at {Api} within {Waiting.Longest}.");
    }
}
