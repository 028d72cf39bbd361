using System.Text;
using BenchmarkDotNet.Attributes;
using Hausmeister.Bot.Channels.Calendar;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.EmbeddedTracker;
using Hausmeister.Integrations.Storage.Sqlite;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Hausmeister.Benchmarks.Micro;

/// <summary>A triage's third turn, in which somebody chooses a priority and sees the last card: from the conversation's stored bytes to its next bytes.</summary>
public class DialogBenchmark
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 13, 4);
    private readonly SilentAdapter adapter = new();
    private DirectoryInfo folder = null!;
    private ServiceProvider services = null!;
    private IDocumentStore store = null!;
    private IBot bot = null!;
    private ReadOnlyMemory<byte> state;

    [GlobalSetup]
    public async Task BeginAsync()
    {
        folder = Directory.CreateTempSubdirectory("hausmeister-bench");
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IReadOnlyList<Squad>>([SampleSquad.Value])
            .AddSingleton<IDocumentStore>(_ => SqliteDocumentStore.Open(new SqliteStoreOptions(Path.Combine(folder.FullName, "hausmeister.db"))))
            .AddSingleton<IOpenIssues, OpenIssuesWithinPatience>()
            .AddEmbeddedTracker(new Uri("http://localhost"))
            .AddSearch()
            .AddSingleton<SecretKey>()
            .AddRotaFeeds(new Uri("http://localhost"))
            .AddBot()
            .BuildServiceProvider();
        store = services.GetRequiredService<IDocumentStore>();
        bot = services.GetRequiredService<IBot>();
        state = TurnDocuments.Conversation.Write(new ConversationDocument { CasePrefix = "ana" });
        foreach (var words in new[] { "triage Contracts has duplicated rows since Tuesday", "service" })
            state = await TurnAsync(words);
        var next = Encoding.UTF8.GetString((await TurnAsync()).Span);
        if (!next.Contains("\"priority\":\"P2\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"The dialog did not take the priority: {next}");
    }

    [GlobalCleanup]
    public async Task EndAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Benchmark]
    public Task<ReadOnlyMemory<byte>> TurnAsync() => TurnAsync("2");

    private async Task<ReadOnlyMemory<byte>> TurnAsync(string words)
    {
        var document = TurnDocuments.Conversation.Read(state);
        var dialog = new DialogSlot(document.Dialog);
        using var context = new TurnContext(adapter, Says(words));
        context.TurnState.Set(Turn());
        context.TurnState.Set(dialog);
        await bot.OnTurnAsync(context, CancellationToken.None);
        return TurnDocuments.Conversation.Write(document with { Dialog = dialog.ToStore() });
    }

    private Turn Turn() => new()
    {
        Squad = SampleSquad.Value,
        Person = new Person("ana", "Ana", IsGuest: false),
        Now = Now,
        Work = new Work(store),
        Conversation = "msteams/a%3A1",
        IsRoom = false,
        NewCaseId = () => "ana-1",
    };

    private static Activity Says(string words) => new(ActivityTypes.Message)
    {
        Id = "1",
        Text = words,
        Locale = "en-US",
        ChannelId = "msteams",
        ServiceUrl = "http://localhost/",
        From = new ChannelAccount("29:1", "Ana"),
        Recipient = new ChannelAccount("28:hausmeister", "Hausmeister"),
        Conversation = new ConversationAccount(id: "a:1", conversationType: "personal"),
    };

    /// <summary>A channel at which nothing arrives.</summary>
    private sealed class SilentAdapter : TestAdapter
    {
        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken) =>
            Task.FromResult(Array.ConvertAll(activities, _ => new ResourceResponse("1")));
    }
}
