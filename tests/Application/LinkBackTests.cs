using System.Text.RegularExpressions;
using Hausmeister.ApplicationTests.House;
using Hausmeister.ApplicationTests.WebChat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hausmeister.ApplicationTests;

/// <summary>An issue links back to its case: the built bot and a browser that follows the link.</summary>
public sealed partial class LinkBackTests(Browser browser)
{
    private const string Title = "Balances arrive late";

    [Fact]
    public async Task The_link_in_an_issue_opens_its_case_s_card_once()
    {
        await using var house = await GitHubHouse.OpenAsync();
        var ana = await ChatWindow.OpenAsync(house.Bot, "ana");
        await ana.SayAsync($"p4 {Title}");
        await ana.TapAsync("triage.create");
        var issue = await house.IssueAsync(Title);
        await ana.ReadsAsync($"#{issue["number"]}");

        await using var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{house.Bot.Address}?as=bruno");
        await page.GotoAsync(LinkBack().Match((string)issue["body"]!).Groups[1].Value);
        await Expect(page.GetByLabel("You are")).ToHaveValueAsync("bruno");
        await Expect(Card(page)).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(house.Bot.Address.ToString());
        await page.ReloadAsync();
        await Expect(Card(page)).ToBeVisibleAsync();
        var bruno = await ChatWindow.OpenAsync(house.Bot, "bruno");
        (await bruno.CardsAsync()).Count(card => card.ToJsonString().Contains(Title, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("ana-999", "I know no open issue or case ana-999. Type issues for the open ones.")]
    [InlineData("", "That names no issue and no case. Type issues for the open ones.")]
    [InlineData("cancel", "That names no issue and no case. Type issues for the open ones.")]
    [InlineData("<img src=x onerror=alert(1)> [bank](https://evil.example)", "That names no issue and no case. Type issues for the open ones.")]
    public async Task A_link_that_names_no_case_says_so(string name, string words)
    {
        await using var bot = await BotProcess.StartAsync();
        await using var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{bot.Address}?as=ana&show={Uri.EscapeDataString(name)}");
        await Expect(page.GetByText(words).First).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync($"{bot.Address}?as=ana");
    }

    [Fact]
    public async Task The_answer_to_an_open_question_is_not_what_the_link_names()
    {
        await using var bot = await BotProcess.StartAsync();
        var ana = await ChatWindow.OpenAsync(bot, "ana");
        await ana.TapAsync("triage");
        await using var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{bot.Address}?as=ana&show=ana-1");
        await ana.ReadsAsync("I know no open issue or case ana-1.");
        await ana.TapAsync("triage.service");
        await ana.ReadsAsync("What is wrong?");
    }

    private static ILocator Card(IPage page) => page.GetByRole(AriaRole.Heading, new() { Name = Title });

    [GeneratedRegex(@"\]\((http[^)]*\?show=[^)]*)\)")]
    private static partial Regex LinkBack();
}
