using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Hausmeister.Bot.Channels.WebChat.Page;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Hausmeister.ApplicationTests.WebChat;

public sealed partial class ChatPageTests : IAsyncLifetime
{
    private readonly WebApplication _app = Build();
    private HttpClient _client = null!;

    [Fact]
    public async Task Every_file_that_the_page_names_is_served_and_may_be_cached_for_ever()
    {
        var html = await _client.GetStringAsync("/");
        var addresses = Address().Matches(html).Select(match => match.Value).Distinct().ToList();
        addresses.Count.ShouldBeGreaterThan(4);
        foreach (var address in addresses)
        {
            using var answer = await _client.GetAsync(address);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
            answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        }
    }

    [Fact]
    public async Task Every_module_that_a_module_imports_is_served_beside_it()
    {
        var html = await _client.GetStringAsync("/");
        var seen = new HashSet<string>();
        var waiting = new Queue<string>([Address().Matches(html).Select(match => match.Value).Single(address => address.EndsWith("/page.js", StringComparison.Ordinal))]);
        while (waiting.TryDequeue(out var address))
        {
            if (!seen.Add(address))
                continue;
            var script = await _client.GetStringAsync(address);
            foreach (Match import in Import().Matches(script))
                waiting.Enqueue(address[..(address.LastIndexOf('/') + 1)] + import.Groups[1].Value);
        }
        seen.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task The_nonce_is_new_in_each_answer_and_the_same_in_policy_and_page()
    {
        var nonces = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await _client.GetAsync("/");
            var nonce = Nonce().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value;
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain($"'nonce-{nonce}'");
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
            nonces.Add(nonce);
        }
        nonces[0].ShouldNotBe(nonces[1]);
    }

    [Fact]
    public async Task The_policy_lets_no_script_run_but_ours_asks_nobody_else_and_refuses_a_frame()
    {
        using var answer = await _client.GetAsync("/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("connect-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("img-src 'self' http://localhost:3978 data: blob:");
        policy.ShouldAllBe(part => !part.Contains("unsafe-") && (!part.Contains("//") || part.StartsWith("img-src ")) && !part.Contains('*'));
    }

    [Fact]
    public async Task The_page_has_no_script_or_style_of_its_own_in_the_markup()
    {
        var html = await _client.GetStringAsync("/");
        html.ShouldNotContain("<style");
        html.ShouldNotContain("style=\"");
        Regex.Matches(html, "<script(?! src=)").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task Web_Chat_comes_as_the_browser_can_read_it(string accepted, string? coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, await WebChatAddressAsync());
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await _client.SendAsync(request);
        answer.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(coding);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        var script = await DecodeAsync(await answer.Content.ReadAsStreamAsync(), coding);
        script.Length.ShouldBe(3_891_526);
        script.ShouldStartWith("/*! For license information");
    }

    [Theory]
    [InlineData("/assets/000000000000/page.js")]
    [InlineData("/assets/page.js")]
    [InlineData("/assets/../Program.cs")]
    public async Task An_address_of_another_build_is_not_found(string address) =>
        (await _client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync();
        _client = _app.GetTestClient();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddChatPage(new Uri("http://localhost:3978"));
        var app = builder.Build();
        app.MapChatPage();
        return app;
    }

    private async Task<string> WebChatAddressAsync() =>
        Address().Matches(await _client.GetStringAsync("/")).Select(match => match.Value).Single(address => address.EndsWith("/webchat.js", StringComparison.Ordinal));

    private static async Task<string> DecodeAsync(Stream content, string? coding)
    {
        await using Stream plain = coding switch
        {
            "br" => new BrotliStream(content, CompressionMode.Decompress),
            "gzip" => new GZipStream(content, CompressionMode.Decompress),
            _ => content,
        };
        return await new StreamReader(plain).ReadToEndAsync();
    }

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"from '\./([^']+)'")]
    private static partial Regex Import();

    [GeneratedRegex("nonce=\"([^\"]+)\"")]
    private static partial Regex Nonce();
}
