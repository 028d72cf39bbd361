using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hausmeister.ApplicationTests.House;

/// <summary>One person's window of the chat page in a browser.</summary>
internal sealed class PageWindow(IPage page)
{
    private const int Wide = 1280;
    private const int Narrow = 390;
    private const int Height = 900;

    /// <summary>Somebody wants to look at everything; it takes a minute more.</summary>
    public static bool TakesAll => Environment.GetEnvironmentVariable("PICTURES") == "all";

    public IPage Page => page;

    public static async Task<PageWindow> OpenAsync(IBrowserContext context, BotProcess bot, string person)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{bot.Address}?as={person}");
        return new PageWindow(page);
    }

    public ILocator Title(string title) => page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true });

    /// <summary>The newest button with this name.</summary>
    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    /// <summary>The button that opens a room; how many of its messages nobody has read stands on it.</summary>
    public ILocator Room(string name) => page.Locator("#side").GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Goes to another room.</summary>
    public async Task EnterAsync(string room)
    {
        await Room(room).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = room, Exact = true, Level = 1 })).ToBeVisibleAsync();
    }

    public async Task SayAsync(string text)
    {
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Message input box" });
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    public Task TapAsync(string name) => Button(name).ClickAsync();

    public Task FillAsync(string label, string text) => page.GetByRole(AriaRole.Textbox, new() { Name = label }).Last.FillAsync(text);

    /// <summary>Waits until the text stands somewhere in the room; what only a screen reader gets comes besides.</summary>
    public Task ReadsAsync(string text) => Expect(page.GetByText(text).Filter(new() { Visible = true }).Last).ToBeVisibleAsync();

    /// <summary>A picture in artifacts/pictures, to be looked at.</summary>
    public async Task TakeAsync(string name)
    {
        // A button under the mouse looks pressed.
        await page.Mouse.MoveAsync(0, 0);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures(), $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>The same, and where everything is wanted also dark and as wide as a telephone.</summary>
    public async Task TakeAllAsync(string name)
    {
        await page.SetViewportSizeAsync(Wide, Height);
        await TakeAsync($"{name}-wide");
        if (!TakesAll)
            return;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await TakeAsync($"{name}-dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.SetViewportSizeAsync(Narrow, Height);
        await TakeAsync($"{name}-phone");
        await page.SetViewportSizeAsync(Wide, Height);
    }

    private static string Pictures() => Path.Combine(Tests.Checkout.Root, "artifacts", "pictures");
}
