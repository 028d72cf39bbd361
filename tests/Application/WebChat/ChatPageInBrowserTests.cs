using AdaptiveCards;
using Deque.AxeCore.Playwright;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hausmeister.ApplicationTests.WebChat;

/// <summary>The page as people see it, in a real browser on the real Direct Line.</summary>
public sealed class ChatPageInBrowserTests(Browser browser) : IAsyncLifetime
{
    private const int Phone = 360;
    private readonly List<string> complaints = [];
    private WebChatHouse house = null!;
    private readonly List<IBrowserContext> windows = [];

    [Fact]
    public async Task What_is_typed_is_answered_and_the_browser_has_nothing_to_complain_about()
    {
        var page = await OpenAsync("ana");
        await SayAsync(page, "hello");
        await Expect(Row(page, "You said hello")).ToBeVisibleAsync();
        await Expect(page.Locator(".squad-time").Last).ToHaveTextAsync("Thu 26 Nov 10:00");
        await Expect(page.Locator(".duty")).ToContainTextAsync("Ana, Hausmeister until Fri 27 Nov 17:00");
        complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(Phone, ColorScheme.Light)]
    [InlineData(Phone, ColorScheme.Dark)]
    public async Task Nobody_is_shut_out(int width, ColorScheme scheme)
    {
        house.Bot = (context, cancellationToken) => context.SendActivityAsync(WithCard("How urgent is it?"), cancellationToken);
        var page = await OpenAsync("ana", await browser.OpenAsync(width, scheme));
        await house.SpeakAsync("guild", "Unread.");
        await Expect(page.Locator("#rooms .unread")).ToBeAttachedAsync();
        if (width == Phone)
            await page.ClickAsync("#fold");
        (await page.RunAxe()).Violations.ShouldBeEmpty();
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing is wider than the window");
    }

    [Fact]
    public async Task A_tap_changes_the_card_in_its_place()
    {
        house.Bot = async (context, cancellationToken) =>
        {
            if (context.Activity.Value is null)
                await context.SendActivityAsync(WithCard("How urgent is it?"), cancellationToken);
            else
                await context.UpdateActivityAsync(Updated(context.Activity), cancellationToken);
        };
        var page = await OpenAsync("ana");
        await page.GetByRole(AriaRole.Button, new() { Name = "P4" }).ClickAsync();
        await Expect(Row(page, "It is P4.")).ToBeVisibleAsync();
        await Expect(Row(page, "How urgent is it?")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_nobody_has_read_is_counted_also_after_a_reload_until_the_room_is_opened()
    {
        var page = await OpenAsync("ana");
        await house.SpeakAsync("guild", "A P4.");
        await house.SpeakAsync("guild", "It is fixed.");
        await Expect(page.Locator("#rooms .unread")).ToHaveTextAsync("22 unread");
        await page.ReloadAsync();
        await Expect(page).ToHaveTitleAsync("(2) Data Infra · Hausmeister");
        await page.GetByRole(AriaRole.Button, new() { Name = "guild" }).ClickAsync();
        await Expect(Row(page, "It is fixed.")).ToBeVisibleAsync();
        await Expect(page.Locator("#rooms .unread")).ToHaveCountAsync(0);
        await Expect(page).ToHaveTitleAsync("Data Infra · Hausmeister");
    }

    [Fact]
    public async Task Two_windows_play_two_people_who_read_each_other_in_a_room()
    {
        var context = await browser.OpenAsync();
        var ana = await OpenAsync("ana", context);
        var bruno = await OpenAsync("bruno", context);
        await bruno.GotoAsync(house.Address.ToString());
        foreach (var page in new[] { ana, bruno })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "help" }).ClickAsync();
            await ConnectedAsync(page);
        }
        await SayAsync(bruno, "Where are the docs?");
        await Expect(Row(ana, "In help: Bruno: Where are the docs?")).ToBeVisibleAsync();
        await Expect(ana.Locator(".squad-time:visible").First).ToContainTextAsync("Bruno · ");
        await Expect(ana.GetByLabel("You are")).ToHaveValueAsync("ana");
        await Expect(bruno.GetByLabel("You are")).ToHaveValueAsync("bruno");
    }

    [Fact]
    public async Task Two_guests_have_a_conversation_each_and_keep_it()
    {
        var context = await browser.OpenAsync();
        var first = await OpenAsync("guest", context);
        var second = await OpenAsync("guest", context);
        await SayAsync(first, "from the first");
        await Expect(Row(first, "You said from the first")).ToBeVisibleAsync();
        await first.ReloadAsync();
        await Expect(Row(first, "You said from the first")).ToBeVisibleAsync();
        await Expect(first.GetByLabel("You are")).ToHaveValueAsync("guest");
        await SayAsync(second, "from the second");
        await Expect(Row(second, "You said from the second")).ToBeVisibleAsync();
        await Expect(Row(second, "from the first")).ToHaveCountAsync(0);
        await second.GetByRole(AriaRole.Button, new() { Name = "help" }).ClickAsync();
        await ConnectedAsync(second);
        await SayAsync(second, "in help");
        await Expect(Row(second, "in help").First).ToBeVisibleAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "help" }).ClickAsync();
        await Expect(Row(first, "In help: Guest 2: in help")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task After_an_outage_the_same_conversation_goes_on_although_the_token_is_over()
    {
        var page = await OpenAsync("ana");
        await SayAsync(page, "before");
        await Expect(Row(page, "You said before")).ToBeVisibleAsync();
        await house.StopAsync();
        await Expect(page.Locator("#notice")).ToHaveTextAsync("Hausmeister is away. Reconnecting…");
        house.Time.Advance(TimeSpan.FromHours(2));
        await house.ComeBackAsync();
        await Expect(page.Locator("#notice")).ToBeEmptyAsync();
        await SayAsync(page, "after");
        await Expect(Row(page, "You said after")).ToBeVisibleAsync();
        await Expect(Row(page, "You said before")).ToHaveCountAsync(1);
    }

    public async ValueTask InitializeAsync() => house = await WebChatHouse.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var window in windows)
            await window.CloseAsync();
        await house.DisposeAsync();
    }

    private async Task<IPage> OpenAsync(string account, IBrowserContext? context = null)
    {
        context ??= await browser.OpenAsync();
        windows.Add(context);
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync($"{house.Address}?as={account}");
        await ConnectedAsync(page);
        return page;
    }

    // What is typed earlier stays in the box.
    private static Task ConnectedAsync(IPage page) => Expect(page.Locator(".chat:visible").GetByText("Connectivity Status: Connected")).ToBeAttachedAsync();

    private static async Task SayAsync(IPage page, string text)
    {
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Message input box" });
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    private static ILocator Row(IPage page, string text) => page.Locator("article.webchat__basic-transcript__activity:visible").Filter(new() { HasText = text });

    private static Activity WithCard(string text) => (Activity)MessageFactory.Attachment(new Attachment
    {
        ContentType = AdaptiveCard.ContentType,
        Content = new AdaptiveCard(new AdaptiveSchemaVersion(1, 5))
        {
            FallbackText = text,
            Body =
            [
                new AdaptiveTextBlock(text) { Style = AdaptiveTextBlockStyle.Heading, Size = AdaptiveTextSize.Large, Weight = AdaptiveTextWeight.Bolder, Wrap = true },
                new AdaptiveTextBlock("Typed works too: 4 means P4.") { Size = AdaptiveTextSize.Small, IsSubtle = true, Wrap = true },
            ],
            Actions = [new AdaptiveExecuteAction { Title = "P4", Verb = "triage.p4", Style = "positive", DataJson = """{"verb":"triage.p4","id":"ana-17","rev":3}""" }],
        },
    });

    private static Activity Updated(Activity tap)
    {
        var card = WithCard("It is P4.");
        card.Id = ((System.Text.Json.JsonElement)tap.Value).GetProperty("card").GetString();
        return card;
    }
}
