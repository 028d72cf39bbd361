using System.Net;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Channels.WebChat.Page;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.EmbeddedTracker;
using Hausmeister.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Hausmeister.Tests.Tracker;

public sealed class IssuePagesTests : IAsyncLifetime
{
    private static readonly IssueSettings Issues = SampleSquad.DataInfra.Issues;

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 15, 0, 0, TimeSpan.Zero));
    private WebApplication app = null!;
    private HttpClient browser = null!;

    private IIssueTracker Tracker => app.Services.GetRequiredService<IIssueTracker>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IDocumentStore, InMemoryDocumentStore>().AddSingleton<TimeProvider>(time)
            .AddSingleton<IReadOnlyList<Squad>>([SampleSquad.DataInfra])
            .AddChatPage(new Uri("http://127.0.0.1/")).AddEmbeddedTracker(new Uri("http://127.0.0.1/"));
        app = builder.Build();
        app.MapChatPage();
        app.MapIssuePages();
        await app.StartAsync();
        browser = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_issues_page_says_what_it_is_whose_and_since_when_in_the_squads_zone()
    {
        var issue = await Tracker.CreateAsync(Issues, new("my_sales is stale", "**Stale** since 06:00\n\n<!-- hausmeister case 1 -->", ["bug", "P4"], "ana"), default);
        time.Advance(TimeSpan.FromMinutes(10));
        await Tracker.CommentAsync(Issues, issue.Number, "A cache was full.", default);

        var page = await browser.GetStringAsync(issue.Url.AbsolutePath);

        page.ShouldContain("<title>#1 my_sales is stale · Hausmeister</title>");
        page.ShouldContain("<strong>Stale</strong> since 06:00");
        page.ShouldContain("Open</strong> since Thu 26 Nov 12:00 · assigned to Ana");
        page.ShouldContain("Hausmeister, Thu 26 Nov 12:10");
        page.ShouldContain("A cache was full.");
        page.ShouldContain(">P4</a>");
        page.ShouldNotContain("hausmeister case");
    }

    [Fact]
    public async Task A_closed_issue_says_when()
    {
        var issue = await Tracker.CreateAsync(Issues, new("done", "", ["bug"], null), default);
        time.Advance(TimeSpan.FromHours(1));
        await Tracker.SetOpenAsync(Issues, issue.Number, open: false, default);

        (await browser.GetStringAsync(issue.Url.AbsolutePath)).ShouldContain("Closed</strong> Thu 26 Nov 13:00, opened Thu 26 Nov 12:00 · assigned to nobody");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[here](javascript:alert(1))")]
    [InlineData("[here](JavaScript&colon;alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("![picture](https://elsewhere.example/pixel.png)")]
    [InlineData("[here](data:text/html,hello)")]
    public async Task What_people_wrote_does_nothing(string text)
    {
        var issue = await Tracker.CreateAsync(Issues, new(text, text, ["bug", text], text), default);
        await Tracker.CommentAsync(Issues, issue.Number, text, default);

        var page = await browser.GetStringAsync(issue.Url.AbsolutePath);

        var withoutOurOwn = page.Replace("<img src=\"/assets/", "", StringComparison.Ordinal);
        withoutOurOwn.ShouldNotContain("<script");
        withoutOurOwn.ShouldNotContain("<img");
        withoutOurOwn.ShouldNotContain("href=\"javascript", Case.Insensitive);
        withoutOurOwn.ShouldNotContain("href=\"data:");
    }

    [Theory]
    [InlineData("[https://bank.example](https://evil.example)")]
    [InlineData("[bank.example](https://evil.example)")]
    [InlineData("[`bank.example`](https://evil.example)")]
    [InlineData("[go to bank.example now](https://evil.example)")]
    [InlineData("[**bank**.example/evil.example](https://evil.example)")]
    [InlineData("[1]: https://evil.example \"https://bank.example\"\n\n[bank.example][1]")]
    public async Task Words_that_look_like_an_address_hide_no_other(string text)
    {
        var issue = await Tracker.CreateAsync(Issues, new("Disguised", text, ["bug"], null), default);
        var page = await browser.GetStringAsync(issue.Url.AbsolutePath);
        page.ShouldContain("<a href=\"https://evil.example\">https://evil.example</a>");
    }

    [Fact]
    public async Task What_is_nested_without_end_is_shown_as_it_was_written()
    {
        var deep = new string('[', 2_000);
        var issue = await Tracker.CreateAsync(Issues, new("Deep", deep, ["bug"], null), default);
        (await browser.GetStringAsync(issue.Url.AbsolutePath)).ShouldContain(deep);
    }

    [Fact]
    public async Task Links_to_the_web_work_and_every_symbol_is_shown()
    {
        var issue = await Tracker.CreateAsync(Issues, new("مرحبا 😀", "See [the run](https://airflow.example/run?a=1&b=2).", ["bug"], null), default);

        var page = await browser.GetStringAsync(issue.Url.AbsolutePath);

        page.ShouldContain("<a href=\"https://airflow.example/run?a=1&amp;b=2\">the run</a>");
        WebUtility.HtmlDecode(page).ShouldContain("مرحبا 😀</h1>");
    }

    [Fact]
    public async Task The_list_has_the_open_issues_and_can_be_narrowed_to_a_label()
    {
        await Tracker.CreateAsync(Issues, new("urgent one", "", ["bug", "P4"], null), default);
        await Tracker.CreateAsync(Issues, new("backlog one", "", ["bug", "P1"], null), default);
        var closed = await Tracker.CreateAsync(Issues, new("closed one", "", ["bug", "P4"], null), default);
        await Tracker.SetOpenAsync(Issues, closed.Number, open: false, default);

        var all = await browser.GetStringAsync(Tracker.OpenIssuesPage(Issues).PathAndQuery);
        all.ShouldContain("2 open issues");
        all.ShouldContain("urgent one");
        all.ShouldContain("backlog one");
        all.ShouldNotContain("closed one");

        var urgent = await browser.GetStringAsync(Tracker.OpenIssuesPage(Issues, "P4").PathAndQuery);
        urgent.ShouldContain("1 open issue with");
        urgent.ShouldNotContain("backlog one");
    }

    [Theory]
    [InlineData("/issues/nubank/itaipu/99")]
    [InlineData("/issues/nubank/other")]
    [InlineData("/issues/nubank/itaipu/none")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await browser.GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_pages_styles_are_served_and_nothing_else_may_run()
    {
        using var answer = await browser.GetAsync("/issues/nubank/itaipu");
        var page = await answer.Content.ReadAsStringAsync();

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'; style-src 'self';");
        foreach (System.Text.RegularExpressions.Match style in System.Text.RegularExpressions.Regex.Matches(page, "href=\"(/assets/[^\"]+)\""))
            (await browser.GetAsync(style.Groups[1].Value)).StatusCode.ShouldBe(HttpStatusCode.OK, style.Groups[1].Value);
    }
}
