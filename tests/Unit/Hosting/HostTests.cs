using System.Net;
using System.Net.Sockets;
using System.Text;
using Hausmeister.Bot.Channels;
using Hausmeister.Bot.Channels.BotFramework;
using Hausmeister.Bot.Configuration;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Tests.Storage;
using Hausmeister.Tests.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NSubstitute;

namespace Hausmeister.Tests.Hosting;

public sealed class HostTests : IAsyncLifetime
{
    private readonly IIssueTracker tracker = Substitute.For<IIssueTracker>();
    private readonly IBot bot = Substitute.For<IBot>();
    private readonly HttpClient client = new();
    private readonly KeptLog log = new();
    private WebApplication app = null!;

    [Fact]
    public async Task Ready_is_a_line_for_each_part()
    {
        using var answer = await client.GetAsync("/readyz");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("storage: ok\nGitHub, for data-infra: ok\n");
    }

    [Fact]
    public async Task A_part_that_fails_says_why_and_the_others_still_say_theirs()
    {
        tracker.CheckAsync(Arg.Any<IssueSettings>(), Arg.Any<CancellationToken>())
            .Returns(Task.FromException(new TrackerException(TrackerTrouble.Unauthorized, "GitHub does not accept the token.")));
        using var answer = await client.GetAsync("/readyz");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("storage: ok\nGitHub, for data-infra: GitHub does not accept the token.\n");
        using var alive = await client.GetAsync("/healthz");
        alive.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task The_endpoint_of_the_bot_takes_posts_only(string method)
    {
        using var answer = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/messages"));
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("""{"type":"message" """)]
    [InlineData("[]")]
    [InlineData("""{"text":"no type"}""")]
    public async Task What_is_not_an_activity_is_refused_with_a_reason(string body)
    {
        using var answer = await PostAsync(body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task An_activity_is_acknowledged_when_its_turn_is_done()
    {
        using var answer = await PostAsync(Message);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await bot.Received(1).OnTurnAsync(Arg.Any<ITurnContext>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_stop_lets_the_turn_in_hand_finish_and_refuses_the_next()
    {
        var begun = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        bot.OnTurnAsync(Arg.Any<ITurnContext>(), Arg.Any<CancellationToken>()).Returns(_ =>
        {
            begun.SetResult();
            return finish.Task;
        });
        var inHand = PostAsync(Message);
        await begun.Task;
        app.Lifetime.StopApplication();
        using var refused = await PostAsync(Message);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var stopping = app.StopAsync();
        finish.SetResult();
        (await inHand).StatusCode.ShouldBe(HttpStatusCode.OK);
        await stopping;
    }

    [Fact]
    public async Task Whoever_asks_for_too_much_is_told_when_to_come_again_and_probes_and_channels_go_on()
    {
        using var refused = await FloodAsync();
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(1));
        using var probe = await client.GetAsync("/healthz");
        probe.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var channel = await PostAsync(Message);
        channel.StatusCode.ShouldBe(HttpStatusCode.OK);
        log.Lines.Where(line => line.Contains("429")).ShouldHaveSingleItem().ShouldNotContain("secret");
        await Eventually.IsTrueAsync(async () => (await client.GetAsync("/nothing")).StatusCode == HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/api/messages", "text/plain")]
    [InlineData("/api/messages", "application/json")]
    [InlineData("/nothing", "application/json")]
    public async Task Behind_a_body_that_nobody_takes_the_connection_is_not_used_again(string path, string contentType)
    {
        using var answer = await client.PostAsync(path, new StringContent(new string('x', Limits.BodyBytes + 1), Encoding.UTF8, contentType));
        (answer.StatusCode, answer.Headers.ConnectionClose).ShouldBe((HttpStatusCode.RequestEntityTooLarge, true));
    }

    [Fact]
    public async Task A_body_that_ends_too_early_is_nothing_to_look_into()
    {
        for (var time = 0; time < 20; time++)
            await SendHalfAsync();
        await app.StopAsync();
        log.Lines.ShouldContain(line => line.Contains("Unexpected end of request content"));
        log.Lines.ShouldNotContain(line => line.Contains("abnormally"));
    }

    public async ValueTask InitializeAsync()
    {
        tracker.Name.Returns("GitHub");
        var builder = WebApplication.CreateSlimBuilder().AddHost();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services
            .AddHealth().AddTurns().AddChannels(Options()).AddSingleton<DutyBell>().AddSingleton<Commits>().AddSingleton<ChannelReports>().AddHttpClient()
            .AddSingleton<TimeProvider>(new HouseClock(TimeProvider.System))
            .AddSingleton<IDocumentStore>(new InMemoryDocumentStore())
            .AddSquads([SampleSquad.DataInfra])
            .AddSingleton(tracker)
            .AddSingleton(bot);
        app = builder.Build();
        app.UseLongBodies();
        app.UseStopGate();
        app.UseRateLimiter();
        app.MapHealth();
        app.MapBotFramework();
        await app.StartAsync();
        client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private static AppOptions Options() => new()
    {
        StorageFile = "unused",
        SquadsFolder = "unused",
        GitHubApiAddress = new Uri("https://api.github.example"),
        PublicAddress = new Uri("http://localhost"),
    };

    private const string Message = """
        {"type":"message","id":"m1","text":"hello","channelId":"msteams","serviceUrl":"http://127.0.0.1:9/","from":{"id":"29:ana"},"recipient":{"id":"28:bot"},"conversation":{"id":"personal"}}
        """;

    /// <returns>The first refusal; enough are sent at once to get one.</returns>
    private async Task<HttpResponseMessage> FloodAsync()
    {
        HttpResponseMessage? refused = null;
        await Parallel.ForEachAsync(Enumerable.Range(0, 100_000), new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (_, cancellationToken) =>
        {
            if (refused is not null)
                return;
            var answer = await client.GetAsync("/nothing?said=secret", cancellationToken);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                refused = answer;
        });
        return refused.ShouldNotBeNull();
    }

    /// <summary>In pieces, so that the bot has read some of it when it ends.</summary>
    private async Task SendHalfAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        await SendAsync($"POST /api/messages HTTP/1.1\r\nHost: {client.BaseAddress.Authority}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n");
        (await socket.ReceiveAsync(new byte[100])).ShouldBePositive();
        foreach (var piece in Message.Chunk(20))
            await SendAsync(new string(piece));
        socket.Shutdown(SocketShutdown.Send);
        // A refusal, an end or a reset: the bot is done with it.
        await socket.ReceiveAsync(new byte[1]).ContinueWith(_ => { }, TaskScheduler.Default);

        ValueTask<int> SendAsync(string text) => socket.SendAsync(Encoding.ASCII.GetBytes(text), CancellationToken.None);
    }

    private Task<HttpResponseMessage> PostAsync(string body) =>
        client.PostAsync("/api/messages", new StringContent(body, Encoding.UTF8, "application/json"));
}
