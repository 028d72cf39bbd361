using Hausmeister.ApplicationTests.House;
using Hausmeister.ApplicationTests.WebChat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hausmeister.ApplicationTests;

/// <summary>One person writes what could do harm, in rooms, titles, details and notes; another reads all of it in a browser.</summary>
public sealed class NastyTextsTests(Browser browser)
{
    private const string Mark = "Harmless?";

    private static readonly string[] Nasty =
    [
        "<script>window.harm = 1</script>",
        "<img src=x onerror='window.harm = 1'>",
        "<svg onload='window.harm = 1'></svg>",
        "<a href='https://evil.example'>https://bank.example</a>",
        "[https://bank.example](https://evil.example)",
        "[click](javascript:window.harm=1)",
        "![tracked](https://evil.example/pixel.png)",
        "see [1]\n\n[1]: https://evil.example \"https://bank.example\"",
        "see [2]\n\n[2]: javascript:window.harm=1",
        "<https://evil.example>",
        "\u202Egnp.exe @everyone <at>Ana</at>",
        new string('[', 2_000),
    ];

    [Fact]
    public async Task What_one_writes_does_nothing_to_whoever_reads_it()
    {
        await using var bot = await BotProcess.StartAsync(new() { ["Clock:Start"] = "2026-11-26T10:00:00" });
        var bruno = await ChatWindow.OpenAsync(bot, "bruno");
        await WriteAsync(bruno);

        await using var context = await browser.OpenAsync();
        var harm = new List<string>();
        var page = await WatchedAsync(context, bot, harm);
        await page.GotoAsync($"{bot.Address}?as=ana&show=1");
        await Expect(page.GetByText("Last notes").First).ToBeVisibleAsync();
        await ReadAsync(page, harm);
        foreach (var room in new[] { "help", "guild" })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = room }).ClickAsync();
            await Expect(page.Locator(".chat:visible").GetByText(Mark).First).ToBeVisibleAsync();
            await ReadAsync(page, harm);
        }
        await page.GotoAsync($"{bot.Address}issues/nubank/itaipu/1");
        await Expect(page.GetByText(Mark).First).ToBeVisibleAsync();
        await ReadAsync(page, harm);
        harm.ShouldBeEmpty();
    }

    private static async Task WriteAsync(ChatWindow bruno)
    {
        var all = string.Join("\n\n", Nasty);
        foreach (var text in Nasty.Append(Mark))
            (await bruno.SayAsync(text, "help")).ShouldBeTrue();
        await bruno.SayAsync($"p4 {Mark} {Nasty[0]} {Nasty[3]} {Nasty[4]}");
        await bruno.TapAsync("triage.create", new() { ["title"] = $"{Mark} {Nasty[1]} {Nasty[4]}", ["details"] = all, ["reporter"] = Nasty[3], ["priority"] = "P4" });
        await bruno.ReadsAsync("#1");
        foreach (var text in new[] { all, Nasty[4], Nasty[8] })
            await bruno.SayAsync($"note 1 {text}");
    }

    private static async Task<IPage> WatchedAsync(IBrowserContext context, BotProcess bot, List<string> harm)
    {
        var page = await context.NewPageAsync();
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != bot.Address.Authority)
                harm.Add($"asked {request.Url}");
        };
        context.Page += (_, opened) => harm.Add($"opened {opened.Url}");
        page.Dialog += (_, dialog) => harm.Add($"said {dialog.Message}");
        page.PageError += (_, error) => harm.Add($"failed: {error}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                harm.Add(message.Text);
        };
        return page;
    }

    /// <summary>A link elsewhere shows where it leads, and nothing is there that could run.</summary>
    private static async Task ReadAsync(IPage page, List<string> harm)
    {
        harm.AddRange(await page.EvaluateAsync<string[]>("""
            () => [
              ...[...document.querySelectorAll('a[href]')].filter(a => new URL(a.href).host !== location.host && URL.parse(a.textContent)?.href !== a.href).map(a => `links ${a.outerHTML}`),
              ...[...document.querySelectorAll('main img, main iframe, main object, main svg[onload]')].filter(e => e.tagName !== 'IMG' || new URL(e.src, location).host !== location.host && !/^(data|blob):/.test(e.src)).map(e => `holds ${e.outerHTML}`),
              ...(window.harm ? ['ran'] : []),
            ]
            """));
    }
}
