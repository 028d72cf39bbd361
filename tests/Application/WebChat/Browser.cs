using Hausmeister.ApplicationTests.WebChat;
using Hausmeister.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Hausmeister.ApplicationTests.WebChat;

/// <summary>An installed Chromium, one for all tests, started for the first that asks; Playwright's own is not fetched.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly float Patience = (float)Waiting.Longest.TotalMilliseconds;

    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private static readonly string[] Quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Chromium)>> started = new(StartAsync);

    public async Task<IBrowserContext> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await (await started.Value).Chromium.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, IsMobile = width < 720, HasTouch = width < 720 });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (!started.IsValueCreated)
            return;
        var (driver, chromium) = await started.Value;
        await chromium.DisposeAsync();
        driver.Dispose();
    }

    private static async Task<(IPlaywright Driver, IBrowser Chromium)> StartAsync()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists);
        program.ShouldNotBeNull("These tests drive a browser. Install Chromium (apt-get install chromium), or name one in CHROMIUM.");
        Assertions.SetDefaultExpectTimeout(Patience);
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Quiet }));
    }
}
