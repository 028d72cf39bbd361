using Deque.AxeCore.Playwright;
using Hausmeister.ApplicationTests.House;
using Hausmeister.ApplicationTests.WebChat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hausmeister.ApplicationTests;

/// <summary>A night that fails and its morning from outside: the built bot on a clock that is set forward, the recorded run, people's windows in a browser.</summary>
public sealed class DagInBrowserTests(Browser browser)
{
    private const string Announcements = "announcements";
    private const string Guild = "guild";
    private const string Private = "Me and Hausmeister";

    /// <summary>The post, in each of its states.</summary>
    private const string Post = "DAG for Thu 26 Nov (due Wed 23:00)";

    [Fact]
    public async Task In_the_night_Ana_hears_of_the_failure_then_Clara_who_takes_it_and_begins_its_triage()
    {
        await using var bot = await NightAsync("2026-11-25T22:50:00-03:00");
        await using var context = await browser.OpenAsync();
        var ana = await PageWindow.OpenAsync(context, bot, "ana");
        var (everybody, davi) = (await ChatWindow.OpenAsync(bot, "ana"), await ChatWindow.OpenAsync(bot, "davi"));

        await bot.ClockToAsync("2026-11-26T03:14:00");
        await Expect(ana.Title("Trouble: Financial Reports")).ToBeVisibleAsync();
        await ana.ReadsAsync("finance.ledger, no tries left");
        await ana.ReadsAsync("No On it by 03:4");
        await ana.TakeAllAsync("dag-1-trouble");
        await IsAccessibleAsync(ana);
        await everybody.ReadsAsync("Financial Reports failed 03:12.", Guild);
        await ana.EnterAsync(Guild);
        await ana.ReadsAsync("Holds up 3 stages.");
        await ana.TakeAllAsync("dag-2-guild");
        await ana.EnterAsync(Private);

        await bot.ClockToAsync("2026-11-26T03:50:00");
        var clara = await PageWindow.OpenAsync(context, bot, "clara");
        await clara.ReadsAsync("Nobody is on it.");
        await clara.TakeAllAsync("dag-3-level2");
        await ana.ReadsAsync("Clara was called 03:50.");
        await clara.TapAsync("On it");
        await clara.ReadsAsync("You are on it since 03:50.");
        await clara.TakeAllAsync("dag-4-on-it");
        await ana.ReadsAsync("Clara is on it since 03:50.");
        await Expect(ana.Button("On it")).ToHaveCountAsync(0);
        await everybody.ReadsAsync("Clara is on it.", Guild);
        await ana.SayAsync("dag");
        await ana.ReadsAsync("failed 03:12, Clara is on it");
        await ana.TakeAllAsync("dag-5-dag");
        await IsAccessibleAsync(ana);
        await clara.TapAsync("Log");
        await clara.ReadsAsync("1 task of Financial Reports failed");
        await clara.TakeAllAsync("dag-6-log");

        await clara.TapAsync("Triage");
        await Expect(clara.Title("How urgent is it?")).ToBeVisibleAsync();
        await clara.TakeAllAsync("dag-7-triage");
        await clara.TapAsync("P3 You work on it now, or give it to someone who knows it better.");
        await Expect(clara.Page.GetByLabel("Title").Last).ToHaveValueAsync("Financial Reports failed: finance.ledger");
        await clara.TakeAllAsync("dag-8-review");
        await IsAccessibleAsync(clara);
        (await everybody.MessagesAsync(Guild)).Count.ShouldBe(1, "one line, edited until it is over");
        (await everybody.MessagesAsync(Announcements)).ShouldBeEmpty("nothing is posted in the night");
        (await davi.ShownAsync()).ShouldNotContain(shown => shown.Contains("Financial Reports"), "it is Ana's and Clara's");
    }

    [Fact]
    public async Task In_the_morning_the_post_appears_once_and_changes_in_its_place_until_all_is_loaded()
    {
        await using var bot = await NightAsync("2026-11-26T08:40:00-03:00");
        await using var context = await browser.OpenAsync();
        var ana = await PageWindow.OpenAsync(context, bot, "ana");
        var anybody = await ChatWindow.OpenAsync(bot, "davi");
        await Expect(ana.Title("Trouble: Financial Reports")).ToBeVisibleAsync();

        await bot.ClockToAsync("2026-11-26T08:46:00");
        await Expect(ana.Title("This goes out at 09:00")).ToBeVisibleAsync();
        await ana.TakeAllAsync("dag-9-preview");
        await ana.TapAsync("Add a note");
        await ana.FillAsync("Note", "Finance is being fixed, expect it around noon.");
        await ana.TakeAllAsync("dag-10-note");
        await IsAccessibleAsync(ana);
        await ana.TapAsync("Save the note");
        await ana.ReadsAsync("Noted");
        await ana.ReadsAsync("The note goes out with it.");
        await ana.TakeAllAsync("dag-11-noted");

        // The run is read once more: a post waits where what is known is old.
        await bot.ClockToAsync("2026-11-26T08:57:00");
        var davi = await PageWindow.OpenAsync(context, bot, "davi");
        await davi.EnterAsync(Announcements);
        await bot.ClockToAsync("2026-11-26T09:00:00");
        await davi.ReadsAsync("“Finance is being fixed, expect it around noon.”");
        var post = await PostAsync(anybody, "are being calculated (failed 03:12)");
        await davi.TakeAllAsync("dag-12-post");
        await IsAccessibleAsync(davi);
        await davi.TapAsync("Tell me when…");
        await Expect(davi.Room(Private)).ToContainTextAsync("1 unread");
        await davi.TakeAllAsync("dag-13-unread");
        await davi.EnterAsync(Private);
        await davi.Page.GetByRole(AriaRole.Radio, new() { Name = "Financial Reports" }).CheckAsync();
        await davi.TakeAllAsync("dag-14-tell");
        await IsAccessibleAsync(davi);
        await davi.TapAsync("Tell me");
        await davi.ReadsAsync("I tell you when Financial Reports are loaded");
        await davi.TakeAllAsync("dag-15-told");
        await davi.EnterAsync(Announcements);

        await bot.ClockToAsync("2026-11-26T09:45:00");
        (await PostAsync(anybody, "Financial Reports are 3 h 45 late.")).ShouldBe(post);
        await davi.TakeAllAsync("dag-16-cleared");
        await bot.ClockToAsync("2026-11-26T11:25:00");
        (await PostAsync(anybody, "**Financial Reports** were calculated and loaded")).ShouldBe(post);
        await davi.TakeAllAsync("dag-17-fixed");
        await Expect(davi.Room(Private)).ToContainTextAsync("1 unread");
        await davi.EnterAsync(Private);
        await davi.ReadsAsync("Financial Reports are loaded,");
        await ana.ReadsAsync("Financial Reports were fixed:");
        await ana.TakeAllAsync("dag-18-fixed");
        await bot.ClockToAsync("2026-11-26T14:05:00");
        (await PostAsync(anybody, "are being loaded")).ShouldBe(post);
        await bot.ClockToAsync("2026-11-26T15:15:00");
        (await PostAsync(anybody, "Complete 15:05")).ShouldBe(post);
        await davi.EnterAsync(Announcements);
        await davi.ReadsAsync("Complete 15:05.");
        await davi.TakeAllAsync("dag-19-complete");
        (await anybody.ShownAsync()).Count(shown => shown.Contains("**Financial Reports are loaded,**")).ShouldBe(1);

        await davi.EnterAsync(Private);
        await davi.SayAsync("dag history");
        var picture = davi.Page.GetByRole(AriaRole.Img, new() { NameRegex = new("Financial Reports") });
        await Expect(picture).ToBeVisibleAsync();
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        (await picture.EvaluateAsync<int>("image => image.naturalWidth")).ShouldBeGreaterThan(0);
        await davi.TakeAllAsync("dag-20-history");
        await IsAccessibleAsync(davi);
    }

    /// <summary>With the nightly run, which other tests do without.</summary>
    private static Task<BotProcess> NightAsync(string start) => BotProcess.StartAsync(new() { ["Clock:Start"] = start, ["Squads:Folder"] = SquadFiles.Sample });

    /// <summary>Waits until the announcements read so.</summary>
    /// <returns>The id of the only message there.</returns>
    private static async Task<string> PostAsync(ChatWindow window, string text)
    {
        (await window.ReadsAsync(text, Announcements)).ShouldContain(Post);
        return (string)(await window.MessagesAsync(Announcements)).ShouldHaveSingleItem()["id"]!;
    }

    private static async Task IsAccessibleAsync(PageWindow window) => (await window.Page.RunAxe()).Violations.ShouldBeEmpty();
}
