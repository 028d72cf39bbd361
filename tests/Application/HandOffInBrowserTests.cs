using Deque.AxeCore.Playwright;
using Hausmeister.ApplicationTests.House;
using Hausmeister.ApplicationTests.WebChat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hausmeister.ApplicationTests;

/// <summary>The Friday hand-off from outside: the built bot on a clock that is set forward, people's windows in a browser. Pictures come into artifacts/pictures, with PICTURES=all one of each card.</summary>
public sealed class HandOffInBrowserTests(Browser browser)
{
    private const string Rows = "Contracts has duplicated rows since Tuesday";

    [Fact]
    public async Task Ana_writes_notes_Davi_asks_and_confirms_and_both_windows_say_so()
    {
        await using var bot = await BotProcess.StartAsync(new() { ["Clock:Start"] = "2026-11-27T16:20:00-03:00" });
        await using var context = await browser.OpenAsync();
        var (ana, davi) = (await PageWindow.OpenAsync(context, bot, "ana"), await PageWindow.OpenAsync(context, bot, "davi"));
        await TriageAsync(bot, "ana");

        await bot.ClockToAsync("2026-11-27T16:30:00");
        await Expect(ana.Title("To Davi at 17:00")).ToBeVisibleAsync();
        await ana.TakeAllAsync("handoff-1-draft");
        await ana.FillAsync("Note for Davi on #1", "Clear Tuesday and rerun.");
        await ana.FillAsync("Watch this week", "Month end doubles the ledger.");
        await ana.TapAsync("Save notes");
        await ana.ReadsAsync("Notes saved.");
        await ana.TakeAllAsync("handoff-2-saved");

        await bot.ClockToAsync("2026-11-27T17:00:00");
        await Expect(davi.Title("You are on duty until Mon 30 Nov 11:00")).ToBeVisibleAsync();
        await davi.ReadsAsync("Ana: “Clear Tuesday and rerun.”");
        await davi.ReadsAsync("Month end doubles the ledger.");
        await davi.TakeAllAsync("handoff-3-unconfirmed");
        await ana.ReadsAsync("Until then urgent messages go to you too.");
        await ana.TakeAllAsync("handoff-4-read-only");

        await davi.TapAsync("Ask Ana");
        await davi.FillAsync("Your question", "Which queue?");
        await davi.TakeAllAsync("handoff-5-ask");
        await davi.TapAsync("Ask");
        await ana.ReadsAsync("“Which queue?”");
        await ana.TakeAllAsync("handoff-6-question");
        await ana.FillAsync("Your answer", "The finance one.");
        await ana.TapAsync("Answer");
        await davi.ReadsAsync("You asked: Which queue?");
        await davi.ReadsAsync("Ana about #1: The finance one.");

        await davi.TapAsync("I'm on duty, I take it");
        await davi.ReadsAsync("You have it. Ana is free.");
        await davi.TakeAllAsync("handoff-7-confirmed");
        await ana.ReadsAsync("Davi has it. You are free. Confirmed Fri 17:00, 1 taken");
        await ana.TakeAllAsync("handoff-8-free");
        await Expect(davi.Page.Locator("#on-duty")).ToContainTextAsync("Davi");
        await davi.SayAsync("who");
        await davi.ReadsAsync("Davi is on call until Mon 30 Nov 11:00");
        (await davi.Page.RunAxe()).Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_open_P4_is_asked_about_first()
    {
        await using var bot = await BotProcess.StartAsync(new() { ["Clock:Start"] = "2026-11-27T16:20:00-03:00" });
        await using var pictures = new Album(await browser.OpenAsync(), bot);
        var ana = await ChatWindow.OpenAsync(bot, "ana");
        await ana.SayAsync("p4 Financial Reports read an invalid dataset");
        await ana.TapAsync("triage.create");
        await ana.ReadsAsync("#1");
        await bot.ClockToAsync("2026-11-27T16:30:00");
        await ana.ReadsAsync("Who has it after 17:00?");
        await pictures.TakeAsync("ana", "Who has it after 17:00?", "handoff-p4-1-first");

        await ana.TapAsync("handoff.stay");
        await ana.ReadsAsync("Until when do you stay on it?");
        await pictures.TakeAsync("ana", "Until when do you stay on it?", "handoff-p4-2-stay");
        await ana.TapAsync("handoff.stay.save", new() { ["hours"] = "2" });
        await ana.ReadsAsync("Hand-off draft");
        await bot.ClockToAsync("2026-11-27T17:00:00");

        var davi = await ChatWindow.OpenAsync(bot, "davi");
        await davi.ReadsAsync("stays on it until 19:00");
        await pictures.TakeAsync("davi", "stays on it until 19:00", "handoff-p4-3-stays");
        await bot.ClockToAsync("2026-11-27T19:00:00");
        await davi.ReadsAsync("is yours now");
    }

    [Fact]
    public async Task Silence_reaches_Level_2_and_a_lead_who_appoints_somebody()
    {
        await using var bot = await BotProcess.StartAsync(new() { ["Clock:Start"] = "2026-11-27T16:29:50-03:00" });
        await using var pictures = new Album(await browser.OpenAsync(), bot);
        var (ana, bruno) = (await ChatWindow.OpenAsync(bot, "ana"), await ChatWindow.OpenAsync(bot, "bruno"));
        var (clara, davi) = (await ChatWindow.OpenAsync(bot, "clara"), await ChatWindow.OpenAsync(bot, "davi"));
        await bruno.ReadsAsync("Pager, laptop, VPN fine?");
        await pictures.TakeAsync("bruno", "Pager, laptop, VPN fine?", "handoff-silent-1-readiness");
        // Nobody steps here: the clock itself comes to half past four.
        await ana.ReadsAsync("nothing is open, nothing waits.");
        await pictures.TakeAsync("ana", "nothing is open, nothing waits.", "handoff-silent-2-quiet-draft");
        await TriageAsync(bot, "ana");

        await bot.ClockToAsync("2026-11-27T17:00:00");
        await davi.ReadsAsync("You are on duty until Mon 30 Nov 11:00");
        await bot.ClockToAsync("2026-11-27T17:15:00");
        await davi.ReadsAsync("1 item can wake you.");
        await pictures.TakeAsync("davi", "1 item can wake you.", "handoff-silent-3-reminder");
        await bot.ClockToAsync("2026-11-27T17:30:00");
        await clara.ReadsAsync("Not confirmed for 30 min.");
        await pictures.TakeAsync("clara", "Not confirmed for 30 min.", "handoff-silent-4-level2");
        await bot.ClockToAsync("2026-11-27T18:00:00");
        await ana.ReadsAsync("Nobody has confirmed the weekend");
        await pictures.TakeAsync("ana", "Nobody has confirmed the weekend", "handoff-silent-5-lead");

        await ana.TapAsync("handoff.appoint");
        await ana.ReadsAsync("Who holds it until Mon 30 Nov 11:00?");
        await pictures.TakeAsync("ana", "Who holds it until Mon 30 Nov 11:00?", "handoff-silent-6-appoint");
        await ana.TapAsync("handoff.appoint.to", new() { ["source"] = "bruno" });

        await bruno.ReadsAsync("Hand-off from Ana · Fri 27 Nov 18:00");
        await davi.ReadsAsync("You had not confirmed: **Bruno holds your shift** until Mon 30 Nov 11:00. Ana decided it.");
        await ana.ReadsAsync("Bruno holds it");
        await pictures.TakeAsync("ana", "Bruno holds it", "handoff-silent-7-appointed");
        await bruno.TapAsync("handoff.confirm");
        await bruno.SayAsync("who");
        await bruno.ReadsAsync("Bruno is on call until Mon 30 Nov 11:00");
        foreach (var (window, text) in new[] { (davi, "1 item can wake you."), (clara, "Not confirmed for 30 min."), (ana, "Nobody has confirmed the weekend") })
            (await window.ShownAsync()).Count(shown => shown.Contains(text)).ShouldBeLessThanOrEqualTo(1, text);
    }

    private static async Task TriageAsync(BotProcess bot, string person)
    {
        var window = await ChatWindow.OpenAsync(bot, person);
        foreach (var (says, reads) in new[] { ($"triage {Rows}", "What is it?"), ("issue", "How urgent is it?"), ("P3", "Create this issue?"), ("create", "#1") })
        {
            await window.SayAsync(says);
            await window.ReadsAsync(reads);
        }
    }

    /// <summary>Pictures of what is tried without a browser, where they are asked for: each person's window, opened when it is looked at first.</summary>
    private sealed class Album(IBrowserContext context, BotProcess bot) : IAsyncDisposable
    {
        private readonly Dictionary<string, PageWindow> windows = [];

        public async Task TakeAsync(string person, string shows, string name)
        {
            if (!PageWindow.TakesAll)
                return;
            if (!windows.TryGetValue(person, out var window))
                window = windows[person] = await PageWindow.OpenAsync(context, bot, person);
            await window.ReadsAsync(shows);
            await window.TakeAllAsync(name);
        }

        public async ValueTask DisposeAsync() => await context.CloseAsync();
    }
}
