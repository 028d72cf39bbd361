using Microsoft.Playwright;

namespace Hausmeister.ApplicationTests.WebChat;

/// <summary>An installed Chromium, one for all tests of a class; Playwright's own is not fetched.</summary>
public sealed class Browser : IAsyncLifetime
{
    // The browser of a busy machine is slow, not wrong.
    private const float Patience = 20_000;

    private static readonly string[] Places =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe"];

    private static readonly string[] Quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public Task<IBrowserContext> OpenAsync(int width = 1280, ColorScheme scheme = ColorScheme.Light) =>
        browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme, IsMobile = width < 720, HasTouch = width < 720 });

    public async ValueTask InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists);
        program.ShouldNotBeNull("These tests drive a browser. Install Chromium (apt-get install chromium), or name one in CHROMIUM.");
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
