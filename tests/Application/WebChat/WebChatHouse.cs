using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Channels.WebChat.DirectLine;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.Storage.Sqlite;
using Hausmeister.Tests;
using Hausmeister.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Hausmeister.ApplicationTests.WebChat;

/// <summary>The web chat on a real store, around a bot made of one function.</summary>
internal sealed class WebChatHouse : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private WebApplication app;
    private SqliteDocumentStore store;

    private readonly Action<IServiceCollection> more;

    private WebChatHouse(Action<IServiceCollection> more)
    {
        this.more = more;
        (app, store) = Build();
    }

    public FakeTimeProvider Time { get; } = new(SampleSquad.At(2026, 11, 26, 10, 0).ToDateTimeOffset());

    /// <summary>Says back what it hears, unless a test has something else in mind.</summary>
    public BotCallbackHandler Bot { get; set; } = (context, cancellationToken) => context.Activity.Type == ActivityTypes.Message
        ? context.SendActivityAsync(MessageFactory.Text($"You said {context.Activity.Text}"), cancellationToken)
        : Task.CompletedTask;

    public HttpClient Client { get; } = new();

    /// <summary>The same after a restart.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <param name="more">What a test has otherwise than the program.</param>
    public static async Task<WebChatHouse> OpenAsync(Action<IServiceCollection>? more = null)
    {
        var house = new WebChatHouse(more ?? (_ => { }));
        await house.StartAsync();
        return house;
    }

    /// <summary>The process ends and another begins on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await ComeBackAsync();
    }

    public async Task ComeBackAsync()
    {
        (app, store) = Build();
        await StartAsync();
    }

    public async Task StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await store.DisposeAsync();
    }

    public async Task<JsonElement> MeAsync(string account) => await Client.GetFromJsonAsync<JsonElement>($"/api/chat/me?as={account}");

    /// <summary>The person's room, <c>me</c> for the private one.</summary>
    public async Task<Window> RoomAsync(string account, string room = "me")
    {
        var rooms = (await MeAsync(account)).GetProperty("rooms").EnumerateArray();
        var found = rooms.Single(candidate => candidate.GetProperty("id").GetString() == room);
        return new Window(this, found.GetProperty("conversationId").GetString()!, found.GetProperty("token").GetString()!);
    }

    /// <summary>The bot speaks in a room by itself, and later than whatever was said before.</summary>
    public Task SpeakAsync(string room, string text)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var place = Keys.Place(Microsoft.Bot.Connector.Channels.Webchat, WebChatPlaces.Room(SampleSquad.DataInfra, room));
        return app.Services.GetRequiredService<WebChatAdapter>().ContinueConversationAsync(
            "", WebChatPlaces.ReferenceOf(place), (context, cancellationToken) => context.SendActivityAsync(text, cancellationToken: cancellationToken), CancellationToken.None);
    }

    public static async Task<WebSocket> ConnectAsync(string address)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(address), CancellationToken.None);
        return socket;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Client.Dispose();
        folder.Dispose();
    }

    private async Task StartAsync()
    {
        await app.StartAsync();
        if (Address.Port == 0)
            Client.BaseAddress = Address = new Uri(app.Urls.Single());
    }

    private (WebApplication App, SqliteDocumentStore Store) Build()
    {
        var opened = SqliteDocumentStore.Open(new SqliteStoreOptions(folder.File("data.db")) { Synchronous = Synchronous.Normal });
        var builder = WebApplication.CreateSlimBuilder().AddHost();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        builder.Services.AddWebChat(new Uri("http://localhost:3978"));
        builder.Services
            .AddSingleton<IDocumentStore>(opened)
            .AddSingleton<SecretKey>()
            .AddSingleton<TimeProvider>(Time)
            .AddKeyedSingleton<TimeProvider>(HouseClock.Real, Time)
            .AddSquads([SampleSquad.DataInfra])
            .AddSingleton<IBot>(new FunctionBot(this))
            .AddSingleton<PauseBefore>(_ => TimeSpan.Zero)
            .AddSingleton<KeyedLocks>().AddSingleton<People>().AddSingleton<Marks>().AddSingleton<Commits>().AddSingleton<ChannelReports>().AddSingleton<LostReplies>().AddSingleton<Delivery>().AddSingleton<OutboxBell>()
            .AddSingleton<DutyBell>().AddSingleton<TurnMiddleware>().AddSingleton<TurnErrors>();
        more(builder.Services);
        var built = builder.Build();
        built.UseLongBodies();
        built.UseRateLimiter();
        return (built.UseWebChat(), opened);
    }

    private sealed class FunctionBot(WebChatHouse house) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => house.Bot(turnContext, cancellationToken);
    }
}

/// <summary>One person's view of one conversation, as Web Chat sees it.</summary>
internal sealed class Window(WebChatHouse house, string conversation, string token)
{
    public string Token { get; set; } = token;

    public string Conversation => conversation;

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? body = null)
    {
        var request = new HttpRequestMessage(method, $"{DirectLineEndpoints.Root}/{path}") { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return house.Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> PostAsync(string json) =>
        SendAsync(HttpMethod.Post, $"conversations/{conversation}/activities", new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        using var answer = await PostAsync(JsonSerializer.Serialize(new { type = "message", text, from = new { id = "mallory" }, channelData = new { clientActivityID = clientId } }));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    public async Task<JsonElement> OpenAsync(string watermark = "")
    {
        using var answer = await SendAsync(HttpMethod.Get, $"conversations/{conversation}?watermark={watermark}");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<IReadOnlyList<JsonElement>> RowsAsync(string watermark = "") =>
        [.. (await ReadAsync(watermark)).GetProperty("activities").EnumerateArray()];

    public async Task<JsonElement> ReadAsync(string watermark = "")
    {
        using var answer = await SendAsync(HttpMethod.Get, $"conversations/{conversation}/activities?watermark={watermark}");
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<Stream> StreamAsync(string watermark = "") =>
        new(await WebChatHouse.ConnectAsync((await OpenAsync(watermark)).GetProperty("streamUrl").GetString()!));

    /// <summary>The window's socket.</summary>
    internal sealed class Stream(WebSocket socket) : IDisposable
    {
        public string Watermark { get; private set; } = "";

        /// <summary>The next rows, at least so many.</summary>
        public async Task<IReadOnlyList<JsonElement>> NextAsync(int count)
        {
            using var deadline = new CancellationTokenSource(Waiting.Longest);
            List<JsonElement> rows = [];
            while (rows.Count < count)
            {
                var frame = await ReadFrameAsync(deadline.Token);
                rows.AddRange(frame.GetProperty("activities").EnumerateArray());
                Watermark = frame.GetProperty("watermark").GetString()!;
            }
            return rows;
        }

        public Task KeepAliveAsync() => socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, CancellationToken.None).AsTask();

        public void Dispose() => socket.Dispose();

        private async Task<JsonElement> ReadFrameAsync(CancellationToken cancellationToken)
        {
            using var frame = new MemoryStream();
            var buffer = new byte[16 * 1024];
            ValueWebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                part.MessageType.ShouldBe(WebSocketMessageType.Text);
                frame.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            return JsonElement.Parse(frame.ToArray());
        }
    }
}
