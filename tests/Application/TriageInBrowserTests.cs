using Deque.AxeCore.Playwright;
using Hausmeister.ApplicationTests.House;
using Hausmeister.ApplicationTests.WebChat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hausmeister.ApplicationTests;

/// <summary>A whole triage in the browser on the built bot, with real cards. Each leaves pictures in artifacts/pictures to be looked at.</summary>
public sealed class TriageInBrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData("desktop", 1280, ColorScheme.Light, "Invoices vanished from the warehouse")]
    [InlineData("dark", 1280, ColorScheme.Dark, "Nightly partitions overlap")]
    [InlineData("phone", 390, ColorScheme.Light, "Balances differ from the ledger")]
    public async Task A_triage_by_hand_ends_in_an_issue(string picture, int width, ColorScheme scheme, string title)
    {
        await using var house = await GitHubHouse.OpenAsync(new() { ["Clock:Start"] = "2026-11-26T10:00:00" });
        var context = await browser.OpenAsync(width, scheme);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{house.Bot.Address}?as=ana");
        await Expect(Title(page, "Hello Ana")).ToBeVisibleAsync();
        await TakeAsync(page, $"{picture}-1-welcome");

        await SayAsync(page, $"triage {title}");
        await TapAsync(page, "Our service itself A service issue: it gets an issue and a priority.");
        await Expect(Title(page, "How urgent is it?")).ToBeVisibleAsync();
        await TakeAsync(page, $"{picture}-2-priority");
        await TapAsync(page, "P3 You work on it now, or give it to someone who knows it better.");
        await Expect(Title(page, "Create this issue?")).ToBeVisibleAsync();
        await page.GetByLabel("Details").FillAsync("About 3 % of the rows, since Tuesday.");
        await TakeAsync(page, $"{picture}-3-review");
        await TapAsync(page, "Create");

        var issue = await house.IssueAsync(title);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = $"#{issue["number"]}" })).ToBeVisibleAsync();
        await TakeAsync(page, $"{picture}-4-issue");
        ((string)issue["body"]!).ShouldContain("About 3 % of the rows");
        (await page.RunAxe()).Violations.ShouldBeEmpty();
        await context.CloseAsync();
    }

    private static async Task SayAsync(IPage page, string text)
    {
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Message input box" });
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    private static ILocator Title(IPage page, string title) => page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true });

    private static Task TapAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last.ClickAsync();

    private static async Task TakeAsync(IPage page, string name)
    {
        // A button under the mouse looks pressed.
        await page.Mouse.MoveAsync(0, 0);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures(), $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    private static string Pictures()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Hausmeister.slnx")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "artifacts", "pictures");
    }
}
