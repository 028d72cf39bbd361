using System.Net;
using Hausmeister.ApplicationTests.House;
using Hausmeister.ApplicationTests.WebChat;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hausmeister.ApplicationTests;

/// <summary>The disk fails the bot while it works: people are told, nothing that was confirmed is lost, and it goes on by itself when the trouble is over.</summary>
public sealed class StorageTroubleTests(Browser browser)
{
    [Fact]
    public async Task A_disk_that_fills_up()
    {
        await using var disk = await SmallDisk.MountAsync();
        await using var bot = await BotProcess.StartAsync(new() { ["Storage:File"] = disk.DataFile });
        var ana = await ChatWindow.OpenAsync(bot, "ana");
        await ana.SayAsync("triage Bins are full");
        await ana.ReadsAsync("What is it?");

        disk.Fill();
        List<string> confirmed = [];
        string Next() => $"Crumb number {confirmed.Count}.";
        while (await ana.SayAsync(Next(), id: Next()))
            confirmed.Add(Next());
        await SaysAsync(bot, $"storage: The disk that holds {disk.DataFile} is full. Make room.");
        await ShowsAsync(ana, confirmed, Next());

        disk.MakeRoom();
        (await ana.SayAsync(Next(), id: Next())).ShouldBeTrue("the same message again");
        confirmed.Add(Next());
        await SaysAsync(bot, "storage: ok");
        await bot.RestartHardAsync();
        await ShowsAsync(ana, confirmed, Next());
        await ana.SayAsync("issue");
        await ana.ReadsAsync("How urgent is it?");
    }

    [Fact]
    public async Task A_disk_that_is_full_or_may_only_be_read_from_the_start()
    {
        await using var disk = await SmallDisk.MountAsync();
        disk.Fill();
        (await BotProcess.RefusesAsync(new() { ["Storage:File"] = disk.DataFile })).ShouldBe(
            ["Hausmeister does not start.", $"The disk that holds {disk.DataFile} is full. Make room."]);

        disk.MakeRoom();
        await using var bot = await BotProcess.StartAsync(new() { ["Storage:File"] = disk.DataFile });
        await bot.StopAsync();
        await disk.MakeReadOnlyAsync();
        (await BotProcess.RefusesAsync(new() { ["Storage:File"] = disk.DataFile })).ShouldBe(
            ["Hausmeister does not start.", $"{disk.DataFile} cannot be written. Give the bot's user the right to write this file and its folder, on a disk that can be written."]);
    }

    [Fact]
    public async Task Another_program_that_locks_the_file()
    {
        await using var bot = await BotProcess.StartAsync();
        var ana = await ChatWindow.OpenAsync(bot, "ana");
        await ana.SayAsync("triage Doors are locked");
        await ana.ReadsAsync("What is it?");
        await using (var other = await LockAsync(bot))
        {
            (await ana.SayAsync("issue", id: "once")).ShouldBeFalse();
            await SaysAsync(bot, $"storage: {bot.DataFile} is locked by another program. Close whatever has it open, a database browser for example.");
            await ShowsAsync(ana, ["triage Doors are locked"], "issue");
        }

        (await ana.SayAsync("issue", id: "once")).ShouldBeTrue();
        await ana.ReadsAsync("How urgent is it?");
        await SaysAsync(bot, "storage: ok");
    }

    [Fact]
    public async Task The_chat_page_says_so_and_takes_words_and_taps_again_afterwards()
    {
        await using var bot = await BotProcess.StartAsync();
        await using var context = await browser.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{bot.Address}?as=ana");
        await Expect(page.GetByText("Hello Ana").First).ToBeVisibleAsync();
        var retry = page.GetByRole(AriaRole.Button, new() { Name = "Retry" });
        var notice = page.GetByText("Hausmeister cannot take anything at the moment. Please try again in a few minutes.");
        await using (var other = await LockAsync(bot))
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Triage" }).First.ClickAsync();
            await Expect(notice).ToBeVisibleAsync();
            var box = page.GetByRole(AriaRole.Textbox, new() { Name = "Message input box" });
            await box.FillAsync("triage Windows are stuck");
            await box.PressAsync("Enter");
            // Web Chat itself waits for 20 seconds.
            await Expect(retry).ToBeVisibleAsync();
        }

        await retry.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Our service itself" }).Last.ClickAsync();
        await Expect(page.GetByText("How urgent is it?").First).ToBeVisibleAsync();
        await Expect(notice).ToHaveCountAsync(0);
    }

    /// <returns>Another program's connection in the middle of a write, until it is disposed.</returns>
    private static async Task<SqliteConnection> LockAsync(BotProcess bot)
    {
        var other = new SqliteConnection($"Data Source={bot.DataFile};Pooling=False");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return other;
    }

    private static Task SaysAsync(BotProcess bot, string line)
    {
        var said = "";
        return Eventually.TrueAsync(
            async () =>
            {
                using var answer = await bot.Http.GetAsync("/readyz");
                said = await answer.Content.ReadAsStringAsync();
                return said.Contains(line, StringComparison.Ordinal) && answer.StatusCode == (line.EndsWith("ok", StringComparison.Ordinal) ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable);
            },
            () => $"Expected “{line}” but:\n{said}\nThe bot wrote:\n{bot.Log}");
    }

    private static async Task ShowsAsync(ChatWindow window, IEnumerable<string> confirmed, string refused)
    {
        var shown = await window.ShownAsync();
        foreach (var words in confirmed)
            shown.ShouldContain(text => text.Contains(words));
        shown.ShouldNotContain(text => text == refused);
    }
}
