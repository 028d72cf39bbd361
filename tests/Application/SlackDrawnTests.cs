using System.Diagnostics;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.WebChat;
using Hausmeister.Cards.Rendering;
using Hausmeister.Tests;
using Hausmeister.Tests.Cards;
using Microsoft.Playwright;

namespace Hausmeister.ApplicationTests;

/// <summary>Messages in Slack as a published library draws them, in a browser.</summary>
public sealed class SlackDrawnTests(Browser browser)
{
    private const int Wide = 1800;
    private const int Phone = 380;

    /// <summary>The messages in the page of which some part is wider than there is room.</summary>
    private const string TooWide =
        """
        () => [...document.querySelectorAll('figure')]
          .filter(figure => [figure, ...figure.querySelectorAll('*')].some(part => part.clientWidth > 0 && part.scrollWidth > part.clientWidth))
          .map(figure => figure.dataset.name)
        """;

    private static readonly string Looks = Path.Combine(Checkout.Root, "tests", "Unit", "Cards", "Looks");

    [Fact]
    public async Task Every_designed_message_and_every_card_is_drawn_and_has_room_on_a_phone()
    {
        JsonArray messages = [.. Designs().Concat(Samples())];

        await using var context = await browser.OpenAsync(Phone);
        var page = await context.NewPageAsync();
        await page.SetContentAsync(await DrawAsync(messages));

        (await page.Locator("figure").CountAsync()).ShouldBe(messages.Count);
        (await page.EvaluateAsync<string[]>(TooWide)).ShouldBeEmpty();
    }

    /// <summary>Sheets in artifacts/pictures, to be looked at.</summary>
    [Theory]
    [InlineData("light", Wide, ColorScheme.Light)]
    [InlineData("dark", Wide, ColorScheme.Dark)]
    [InlineData("phone", Phone, ColorScheme.Light)]
    public async Task The_designed_messages_are_on_a_sheet(string name, int width, ColorScheme scheme)
    {
        await using var context = await browser.OpenAsync(width, scheme);
        var page = await context.NewPageAsync();
        await page.SetContentAsync(await DrawAsync([.. Designs()]));

        await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "artifacts", "pictures", $"slack-{name}.png"), FullPage = true });
        (await page.Locator("body").GetAttributeAsync("data-theme")).ShouldBe(scheme == ColorScheme.Dark ? "dark" : "light");
    }

    private static IEnumerable<JsonNode> Designs() => new[] { "slack", "forms" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Looks, folder), "*.json").Order(StringComparer.Ordinal))
        .Select(file => Named(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    /// <summary>With the words that have least room, and with those that look like marks.</summary>
    private static IEnumerable<JsonNode> Samples() => new[] { "unbroken", "nasty" }
        .SelectMany(words => CardSamples.With(CardSamples.Words[words]).Select(sample => Named($"{sample.Name} ({words})", BlockKit.Message(sample.Card).ToJson())));

    private static JsonObject Named(string name, string json) => new() { ["name"] = name, ["json"] = JsonNode.Parse(json) };

    private static async Task<string> DrawAsync(JsonArray messages)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "tests", "peers", "draw-slack.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (drawn, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(messages.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0, await errors);
        return await drawn;
    }
}
