using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;
using Hausmeister.Tests;

namespace Hausmeister.ApplicationTests;

/// <summary>The built bot's clock is set forward by the script, while a page is open.</summary>
public sealed class ClockTests
{
    [Fact]
    public async Task What_becomes_due_is_done_and_a_restart_goes_on_in_the_new_time()
    {
        await using var bot = await BotProcess.StartAsync(new() { ["Clock:Start"] = "2026-11-26T13:00:00" });
        var davi = await ChatWindow.OpenAsync(bot, "davi");

        (await ClockAsync(bot, "2h")).ShouldStartWith("The clock says 2026-11-26T15:00:");
        await davi.ReadsAsync("You take over Friday 17:00 from Ana.");
        (await davi.SayAsync("who")).ShouldBeTrue("a page's token lives by the real clock");
        await bot.RestartHardAsync();
        (await bot.Http.GetFromJsonAsync<JsonObject>("/api/chat/me?as=davi"))!["now"]!.ToString().ShouldStartWith("2026-11-26T18:0");
        (await ClockAsync(bot, "2026-11-26T13:00:00")).ShouldBe("The clock goes forward only: what was done would be done again.");
        (await ClockAsync(bot, "five")).ShouldStartWith("to: found \"five\"");
    }

    private static async Task<string> ClockAsync(BotProcess bot, string step) => (await Scripts.RunAsync(
        "bash", [Path.Combine(Checkout.Root, "scripts", "clock"), step], new() { ["HAUSMEISTER_ADDRESS"] = bot.Address.ToString() })).Said;
}
