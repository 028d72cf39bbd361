using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Turns;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hausmeister.Tests.Turns;

/// <summary>The turn's machinery around a test adapter and a bot made of one function.</summary>
internal sealed class House
{
    public const string Channel = "test";

    private readonly KeyedLocks locks = new();
    private readonly TurnMiddleware middleware;

    public House(TestAdapter? adapter = null, IReadOnlyList<Squad>? squads = null, CountingStore? store = null)
    {
        Store = store ?? new CountingStore();
        Adapter = adapter ?? new SlowAdapter();
        squads ??= [WithTestAccounts(SampleSquad.DataInfra)];
        People = new People(squads);
        Marks = new Marks(Store, locks, People, Time, NullLogger<Marks>.Instance);
        var delivery = new Delivery(Marks, new LostReplies(Store, new ChannelReports(new Commits(Store, new LiveSquads(squads), new DutyBell()), squads, Time)), NullLogger<Delivery>.Instance);
        var bell = new OutboxBell();
        Outbox = new Outbox(Store, locks, Marks, delivery, bell, _ => Adapter, new BotId(""), Time, NullLogger<Outbox>.Instance);
        middleware = new TurnMiddleware(Store, new LiveSquads([]), People, locks, Marks, delivery, bell, new DutyBell(), Time, _ => TimeSpan.Zero, NullLogger<TurnMiddleware>.Instance);
        Adapter.Use(middleware);
        Adapter.OnTurnError = new TurnErrors(NullLogger<TurnErrors>.Instance).HandleAsync;
    }

    public CountingStore Store { get; }

    public TestAdapter Adapter { get; }

    public People People { get; }

    public Marks Marks { get; }

    public Outbox Outbox { get; }

    public FakeTimeProvider Time { get; } = new(SampleSquad.At(2026, 11, 26, 10, 0).ToDateTimeOffset());

    /// <summary>The bot. Says back what it hears, unless a test has something else in mind.</summary>
    public BotCallbackHandler Bot { get; set; } = (context, cancellationToken) =>
        context.SendActivityAsync(MessageFactory.Text($"You said {context.Activity.Text}"), cancellationToken);

    /// <summary>The account of a member is the member's own id.</summary>
    public static Squad WithTestAccounts(Squad squad) => squad with
    {
        Members = [.. squad.Members.Select(m => m with { Accounts = new Dictionary<string, string> { [Channel] = m.Id, ["webchat"] = m.Id } })],
    };

    public static Activity Says(string person, string? text, string id, object? value = null) => new(ActivityTypes.Message)
    {
        Id = id,
        Text = text,
        Value = value,
        From = new ChannelAccount(person, person),
    };

    public Task SayAsync(string person, string text, string id) => RunAsync(Says(person, text, id));

    public Task RunAsync(Activity activity) => Adapter.ProcessActivityAsync(activity, Bot);

    /// <summary>What the channel got and no test has read.</summary>
    public IReadOnlyList<string?> Heard()
    {
        List<string?> texts = [];
        while (Adapter.GetNextReply() is Activity reply)
            texts.Add(reply.Text);
        return texts;
    }

    public async Task<ConversationDocument?> DocumentAsync(string person, string conversation = "Conversation1") =>
        await new Work(Store.Inner).LoadAsync(TurnDocuments.Conversation, Keys.Conversation(Channel, conversation, person), CancellationToken.None);

    public async Task<IReadOnlyList<string>> OutboxAsync() =>
        [.. (await Store.Inner.ListAsync(Keys.Outbox(), 100, CancellationToken.None)).Select(entry => entry.Key)];
}
