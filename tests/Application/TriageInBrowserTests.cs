using Deque.AxeCore.Playwright;
using Hausmeister.ApplicationTests.House;
using Hausmeister.ApplicationTests.WebChat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hausmeister.ApplicationTests;

/// <summary>A whole triage in the browser on the built bot, with real cards. Each leaves pictures in artifacts/pictures to be looked at.</summary>
public sealed class TriageInBrowserTests(Browser browser)
{
    [Theory]
    [InlineData("desktop", 1280, ColorScheme.Light, "Invoices vanished from the warehouse")]
    [InlineData("dark", 1280, ColorScheme.Dark, "Nightly partitions overlap")]
    [InlineData("phone", 390, ColorScheme.Light, "Balances differ from the ledger")]
    public async Task A_triage_by_hand_ends_in_an_issue(string picture, int width, ColorScheme scheme, string title)
    {
        await using var house = await GitHubHouse.OpenAsync(new() { ["Clock:Start"] = "2026-11-26T10:00:00" });
        await using var context = await browser.OpenAsync(width, scheme);
        var ana = await PageWindow.OpenAsync(context, house.Bot, "ana");
        await Expect(ana.Title("Hello Ana")).ToBeVisibleAsync();
        await ana.TakeAsync($"{picture}-1-welcome");

        await ana.SayAsync($"triage {title}");
        await ana.TapAsync("Our service itself A service issue: it gets an issue and a priority.");
        await Expect(ana.Title("How urgent is it?")).ToBeVisibleAsync();
        await ana.TakeAsync($"{picture}-2-priority");
        await ana.TapAsync("P3 You work on it now, or give it to someone who knows it better.");
        await Expect(ana.Title("Create this issue?")).ToBeVisibleAsync();
        await ana.FillAsync("Details", "About 3 % of the rows, since Tuesday.");
        await ana.TakeAsync($"{picture}-3-review");
        await ana.TapAsync("Create");

        var issue = await house.IssueAsync(title);
        await Expect(ana.Page.GetByRole(AriaRole.Link, new() { Name = $"#{issue["number"]}" })).ToBeVisibleAsync();
        await ana.TakeAsync($"{picture}-4-issue");
        ((string)issue["body"]!).ShouldContain("About 3 % of the rows");
        (await ana.Page.RunAxe()).Violations.ShouldBeEmpty();
    }
}
