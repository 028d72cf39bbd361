using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hausmeister.Bot.Channels;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Channels.WebChat.Transcript;
using Hausmeister.Bot.Configuration;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.EmbeddedTracker;
using Hausmeister.Tests.Duties;
using Hausmeister.Tests.Hosting;
using Hausmeister.Tests.Journeys;
using Hausmeister.Tests.Pipeline;
using Hausmeister.Tests.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Slack;

/// <summary>How Slack was answered.</summary>
internal sealed record Answered(int Status, string Body);

/// <summary>The whole bot in one process with a Slack that only keeps what it is told. What comes in is signed and goes through Slack's door.</summary>
internal sealed class SlackHouse : IAsyncDisposable
{
    public const string Token = "xoxb-not-a-token";
    public const string AppToken = "xapp-not-a-token";
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Announcements = "C20GTK220";
    public const string Guild = "C1SNEPL5P";
    public const string Help = "C0XRWDYQ2";
    public const string Crash = "C0CRASH00";

    private static readonly Uri Address = new("http://localhost:3978");
    private readonly FakeTimeProvider time;
    private readonly DutyPump pump;
    private readonly ServiceProvider services;

    private SlackHouse(IReadOnlyList<Squad> squads, Instant start, bool isInSlack, Uri? socket, CountingStore? store)
    {
        var squad = squads[0];
        time = new FakeTimeProvider(start.ToDateTimeOffset());
        Real = new HurriedTime(start.ToDateTimeOffset());
        Squad = squad;
        Stored = store ?? new CountingStore();
        pump = new DutyPump(Stored.Inner, time);
        Slack.Socket = socket;
        var slack = socket is null
            ? new SlackSettings(Secret, Token, [FakeSlack.Team], new Uri("https://slack.test/api/"))
            : new SlackSettings(null, Token, [FakeSlack.Team], new Uri("http://localhost/api/")) { AppToken = AppToken };
        var parts = new ServiceCollection()
            .AddHouse(squads, Stored, time, Address)
            .AddEmbeddedTracker(Address)
            .AddChannels(new AppOptions { StorageFile = "", SquadsFolder = "", GitHubApiAddress = Address, PublicAddress = Address, Slack = isInSlack ? slack : null })
            .AddSingleton(new ThisProcess("one", IsAlone: false))
            .AddSingleton<IPipeline>(Airflow)
            .AddSingleton<PauseBefore>(_ => TimeSpan.Zero)
            .AddSingleton<PauseBeforeConnecting>(failures => SocketModePauses.Of(failures, 1))
            .AddSingleton<ILoggerProvider>(Log)
            .AddKeyedSingleton<TimeProvider>(HouseClock.Real, Real);
        foreach (var client in new[] { SlackChannel.HttpClientName, SlackChannel.ResponsesClientName })
            parts.AddHttpClient(client).ConfigurePrimaryHttpMessageHandler(() => Slack);
        services = parts.BuildServiceProvider();
    }

    public Squad Squad { get; }

    public FakeSlack Slack { get; } = new();

    /// <summary>Lets a test be somebody else just before a commit, or let one fail.</summary>
    public CountingStore Stored { get; }

    public HurriedTime Real { get; }

    public KeptLog Log { get; } = new();

    public ScriptedPipeline Airflow { get; } = new();

    public Instant Now => pump.Now;

    public IIssueTracker Tracker => Get<IIssueTracker>();

    public IDocumentStore Store => Get<IDocumentStore>();

    /// <summary>The sample's people and rooms, in Slack.</summary>
    public static Squad InSlack(Squad squad) => squad with
    {
        Members = [.. squad.Members.Select(m => m with { Accounts = new Dictionary<string, string>(m.Accounts) { ["slack"] = $"U0{m.Id.ToUpperInvariant()}" } })],
        Channels = new ChannelSettings(
            new Dictionary<string, string> { ["slack"] = Announcements },
            new Dictionary<string, string> { ["slack"] = Guild },
            new Dictionary<string, IReadOnlyList<string>> { ["slack"] = [Help] })
        {
            Crash = new Dictionary<string, string> { ["slack"] = Crash },
            Topics = false,
        },
    };

    /// <param name="topics">Whether topics are kept: a test that is not about them reads what Slack was told without them.</param>
    /// <param name="socket">Where Socket Mode listens; null: Slack comes over HTTP.</param>
    /// <param name="store">Of a house that was there before.</param>
    /// <param name="others">More squads of the same house, as they are.</param>
    public static async Task<SlackHouse> OpenAsync(
        Squad? squad = null, Instant? start = null, bool isInSlack = true, bool topics = false, Action<FakeSlack>? before = null, Uri? socket = null, CountingStore? store = null,
        params Squad[] others)
    {
        var inSlack = InSlack(squad ?? SampleSquad.WithoutOverrides);
        var house = new SlackHouse(
            [inSlack with { Channels = inSlack.Channels with { Topics = topics } }, .. others], start ?? SampleSquad.At(2026, 11, 26, 10, 0), isInSlack, socket, store);
        before?.Invoke(house.Slack);
        if (isInSlack)
            await house.Get<SlackIdentity>().AskAsync(CancellationToken.None);
        await house.LookAfterCalendarAsync();
        return house;
    }

    /// <summary>What the host does at its start and every hour.</summary>
    public async Task LookAfterCalendarAsync()
    {
        await Get<CalendarRunner>().EnsureAsync(Squad, Now, CancellationToken.None);
        await PumpAsync();
    }

    /// <summary>A nightly run has begun, of which nothing is done yet.</summary>
    public static async Task<SlackHouse> OpenAtNightAsync()
    {
        var due = SampleSquad.At(2026, 11, 25, 23, 0);
        var house = await OpenAsync(SampleSquad.WithDag, SampleSquad.At(2026, 11, 25, 22, 0));
        house.Airflow.NextDue = due;
        await house.AdvanceToAsync(due + Duration.FromMinutes(1));
        house.Airflow.Begin(due);
        return house;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Somebody's direct message with the bot.</summary>
    public SlackPerson Person(string id) => new(this, $"U0{id.ToUpperInvariant()}", $"D0{id.ToUpperInvariant()}");

    /// <summary>Somebody in a channel.</summary>
    public SlackPerson Person(string id, string channel) => new(this, $"U0{id.ToUpperInvariant()}", channel);

    public Task<Case?> CaseAsync(string id) => Get<CaseCommits>().FindAsync(new Moment(Squad, Now), id, CancellationToken.None);

    public async Task<ConversationDocument?> DocumentAsync(string conversation, string user) =>
        await new Work(Store).LoadAsync(TurnDocuments.Conversation, Keys.Conversation("slack", conversation, user), CancellationToken.None);

    /// <summary>What the bot said to a member in their web chat.</summary>
    public async Task<IReadOnlyList<string>> InWebChatAsync(string member)
    {
        var rows = await Get<Transcripts>().ReadAsync(WebChatPlaces.Private(Squad, member), 0, CancellationToken.None);
        return [.. rows.Activities.Select(row => Message.Of(row).Text)];
    }

    /// <summary>The bot says what it owes, and does what is due.</summary>
    public async Task PumpAsync()
    {
        await SendAsync();
        await pump.RunAsync(Get<WakeUpServer>());
        await SendAsync();
        if (services.GetService<SlackTroubles>() is { } troubles)
        {
            await troubles.WriteAsync(CancellationToken.None);
            await pump.RunAsync(Get<WakeUpServer>());
        }
    }

    public async Task AdvanceToAsync(Instant instant)
    {
        await pump.AdvanceAsync(Get<WakeUpServer>(), instant - Now);
        await SendAsync();
    }

    public Task<Answered> EventAsync(JsonObject message, string team = FakeSlack.Team) =>
        PostAsync("events", EventOf(message, team));

    public static string EventOf(JsonObject message, string team = FakeSlack.Team) =>
        new JsonObject { ["type"] = "event_callback", ["team_id"] = team, ["event_id"] = "Ev1", ["event"] = message.DeepClone() }.ToJsonString();

    public Task<Answered> InteractAsync(JsonObject payload) => PostAsync("interactivity", $"payload={Uri.EscapeDataString(payload.ToJsonString())}");

    /// <summary>A signed request; what comes of it is said and done.</summary>
    public async Task<Answered> PostAsync(string door, string body)
    {
        var timestamp = Real.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var answered = await PostAsync(door, body, timestamp, SlackSignature.Of(Secret, timestamp, Encoding.UTF8.GetBytes(body)));
        await PumpAsync();
        return answered;
    }

    public async Task<Answered> PostAsync(string door, string body, string? timestamp, string? signature)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        http.Request.Headers[SlackSignature.TimestampHeader] = timestamp;
        http.Request.Headers[SlackSignature.SignatureHeader] = signature;
        using var written = new MemoryStream();
        http.Response.Body = written;
        var take = door switch { "events" => Get<SlackDoor>().TakeEventAsync, "commands" => Get<SlackDoor>().TakeCommandAsync, _ => (Func<HttpRequest, Task<IResult>>)Get<SlackDoor>().TakeInteractionAsync };
        var result = await take(http.Request);
        await result.ExecuteAsync(http);
        return new Answered(http.Response.StatusCode, Encoding.UTF8.GetString(written.ToArray()));
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    /// <summary>As each minute: what is not known to be said.</summary>
    public Task SendAllAsync() => services.GetServices<IHostedService>().OfType<Outbox>().Single().SendAllAsync(CancellationToken.None);

    private Task SendAsync() => services.GetServices<IHostedService>().OfType<Outbox>().Single().SendRungAsync(CancellationToken.None);
}
