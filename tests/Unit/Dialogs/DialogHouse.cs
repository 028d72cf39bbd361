using System.Text.Json.Nodes;
using System.Text.Json;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Triage;
using Hausmeister.Tests.Duties;
using Hausmeister.Tests.Pipeline;
using Hausmeister.Tests.Storage;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Dialogs;

/// <summary>The whole machinery, wired as the program wires it, with people who say and tap. Only the tracker and the clock are substitutes.</summary>
internal sealed class DialogHouse : IDisposable
{
    private static readonly string[] Members = ["ana", "bruno", "clara", "davi"];

    private readonly ServiceProvider services;
    private readonly InMemoryDocumentStore store = new();
    private readonly FakeTimeProvider time;
    private readonly DutyPump pump;
    private readonly IBot bot;
    private readonly WakeUpServer server;
    private readonly Outbox outbox;
    private int activities;
    private (string Person, JsonObject Data, string Card) lastTap;
    private Func<Task> sendAgain = () => Task.CompletedTask;

    public DialogHouse(Instant? start = null, Func<Squad, Squad>? with = null)
    {
        time = new FakeTimeProvider((start ?? SampleSquad.At(2026, 11, 26, 10, 0)).ToDateTimeOffset());
        pump = new DutyPump(store, time);
        Tracker = new ScriptedTracker(time);
        Squad = (with ?? (squad => squad))(Sample);
        services = new ServiceCollection()
            .AddHouse(Squad, store, time, new Uri("https://bot.example"))
            .AddSingleton<ILoggerProvider>(Errors)
            .AddSingleton<IIssueTracker>(Tracker)
            .AddSingleton<AdapterOf>(_ => Chats)
            .AddSingleton(new BotId(""))
            .BuildServiceProvider();
        bot = services.GetRequiredService<IBot>();
        server = services.GetRequiredService<WakeUpServer>();
        outbox = ActivatorUtilities.CreateInstance<Outbox>(services);
        Chats.Use(new AboutOrigin(this));
        Chats.Use(services.GetRequiredService<TurnMiddleware>());
        Chats.OnTurnError = services.GetRequiredService<TurnErrors>().HandleAsync;
    }

    public Squad Squad { get; }

    public Chats Chats { get; } = new();

    public ScriptedTracker Tracker { get; }

    public InMemoryDocumentStore Store => store;

    /// <summary>What went wrong in a turn or a duty, and was caught.</summary>
    public LoggedErrors Errors { get; } = new();

    /// <summary>The message in a channel that everything said from now on is about.</summary>
    public Origin? Origin { get; set; }

    private Moment Moment => new(Squad, Instant.FromDateTimeOffset(time.GetUtcNow()));

    /// <summary>Taps come as invokes, which are answered with the card's next state.</summary>
    public bool ByInvoke { get; init; }

    /// <summary>The sample configuration's squad, with its docs and its severity levels.</summary>
    private static Squad Sample { get; } = SampleSquad.DataInfra with
    {
        SeverityProcedure = new Uri("https://github.com/nubank/morgue#severity-levels"),
        Docs =
        [
            new DocsPage("How to add a dataset to itaipu", new Uri("https://docs.example/itaipu/datasets"), ["dataset", "new", "SparkOp"]),
            new DocsPage("Why is my table not in the warehouse?", new Uri("https://docs.example/capivara/loading"), ["capivara", "load", "missing", "table"]),
        ],
    };

    /// <summary>Plays a script: see <see cref="Play"/>.</summary>
    public Task PlayAsync(string script) => new Play(this).RunAsync(script);

    /// <summary>The person's own conversation, or a room.</summary>
    public string ConversationOf(string person, string? room) => room is null ? WebChatPlaces.Private(Squad, Account(person)) : WebChatPlaces.Room(Squad, room);

    public Task SayAsync(string person, string? room, string text) => RunAsync(person, room, () => new Activity(ActivityTypes.Message) { Text = text });

    public Task JoinAsync(string person) =>
        RunAsync(person, null, () => new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount(Account(person), person)] });

    /// <summary>What came last comes again, as a channel sends it that heard no answer.</summary>
    public Task SendAgainAsync() => sendAgain();

    /// <summary>Taps what bears the label on the newest message that has it, the fields filled in.</summary>
    /// <param name="stale">On the oldest form of a message instead, as a window may still show it.</param>
    public Task TapAsync(string person, string? room, string label, IReadOnlyDictionary<string, string> fields, bool stale)
    {
        var conversation = ConversationOf(person, room);
        var messages = stale ? Chats.Shown.Where(m => m.Conversation == conversation) : Chats.Now(conversation);
        var (message, action) = messages.Where(m => m.Card is not null)
            .SelectMany(m => CardText.Taps(m.Card).Where(tap => tap.Label.StartsWith(label, StringComparison.Ordinal)).Select(tap => (m, tap.Action)))
            .FirstOrDefault();
        message.ShouldNotBeNull($"{person} sees nothing to tap that begins with \"{label}\".");
        return TapAsync(person, room, message, action, fields);
    }

    /// <summary>Taps this on that message, wherever it was shown.</summary>
    public Task TapAsync(string person, string? room, Message message, JsonObject action, IReadOnlyDictionary<string, string> fields)
    {
        var data = action["data"]!.DeepClone().AsObject();
        if (!string.Equals((string?)action["associatedInputs"], "none", StringComparison.OrdinalIgnoreCase))
            foreach (var (id, value) in CardText.Fields(message.Card!).Concat(fields))
                data[id] = value;
        if (!ByInvoke)
            data["card"] = message.Id;
        lastTap = (person, data, message.Id);
        return TapAgainAsync(room);
    }

    /// <summary>The last tap once more, as an impatient finger sends it.</summary>
    public Task TapAgainAsync(string? room) => RunAsync(lastTap.Person, room, ByInvoke ? Invoke : () => new Activity(ActivityTypes.Message)
    {
        Value = JsonSerializer.SerializeToElement(lastTap.Data),
        ReplyToId = lastTap.Card,
    });

    /// <summary>A tap that the person's newest card does not offer, about what that card is about; about nothing where there is none.</summary>
    public async Task TapUnknownAsync(string person, string verb)
    {
        var present = Chats.Now(ConversationOf(person, null)).Select(m => CardText.Taps(m.Card).FirstOrDefault().Action).FirstOrDefault(action => action is not null);
        var data = (present?["data"] ?? new JsonObject { ["id"] = "nobody-1", ["rev"] = 1 }).DeepClone().AsObject();
        data["verb"] = verb;
        lastTap = (person, data, "none");
        await TapAgainAsync(null);
    }

    public Instant Now => Moment.Now;

    /// <summary>The hand-offs of the next days are there, as in a squad that has lived here for long.</summary>
    public Task PlanAsync() => services.GetRequiredService<HandOffCommits>().EnsureAsync(Moment, Moment.Now, CancellationToken.None);

    /// <summary>The nightly run was due an hour ago, something in it has failed, and with that it has ended: one that goes on is read each minute that passes.</summary>
    public Task PlanRunAsync()
    {
        var airflow = (ScriptedPipeline)services.GetRequiredService<IPipeline>();
        var run = airflow.Begin(Moment.Now - Duration.FromHours(1));
        airflow.Set(run, "itaipu-contracts", "failed", run.StartedAt, Moment.Now);
        airflow.End(run, RunState.Failed, Moment.Now);
        return services.GetRequiredService<Commits>().MakeAsync(async work =>
        {
            await new PipelineDesk(work, Moment).EnsureAsync(Moment.Now, CancellationToken.None);
            return true;
        }, CancellationToken.None);
    }

    /// <summary>What is owed now is done.</summary>
    public Task WorkAsync() => pump.RunAsync(server);

    public Task PassAsync(Duration duration) => pump.AdvanceAsync(server, duration);

    /// <summary>What changed in the tracker was read.</summary>
    public Task SeenInTrackerAsync(int number) => services.GetRequiredService<CaseCommits>().DecideAsync(
        Moment,
        $"issue-{number}",
        c => ServiceIssues.SeenInTracker(c, Tracker.Issues.Single(i => i.Number == number), Moment),
        CancellationToken.None);

    /// <summary>Time passes in the middle of a turn.</summary>
    public void Wait(Duration duration) => time.Advance(duration.ToTimeSpan());

    public async Task<Case> CaseAsync(string id) => (await FindCaseAsync(id)).ShouldNotBeNull();

    public Task<Case?> FindCaseAsync(string id) => new CaseDesk(new Work(store), Moment).FindAsync(id, CancellationToken.None);

    /// <summary>What has been said and is not noted as sent is noted, or said.</summary>
    public Task EmptyOutboxAsync() => outbox.SendAllAsync(CancellationToken.None);

    public async Task<bool> IsInDialogAsync(string person) => await DraftAsync(person, null) is not null;

    /// <summary>What the person's open dialog knows there; null where none is open.</summary>
    public async Task<TriageDraft?> DraftAsync(string person, string? room) =>
        await new Work(store).LoadAsync(TurnDocuments.Conversation, DocumentOf(person, room), CancellationToken.None) is { Dialog: { } dialog }
            ? DraftIn(DialogStateCodec.Read(dialog, _ => true))
            : null;

    public async Task<IReadOnlyList<Case>> OpenAsync() =>
        await new CaseDesk(new Work(store), Moment).OpenAsync(CancellationToken.None);

    public void Dispose() => services.Dispose();

    private sealed class AboutOrigin(DialogHouse house) : IMiddleware
    {
        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            if (house.Origin is { } origin)
                turnContext.TurnState.Set(origin);
            return next(cancellationToken);
        }
    }

    private Activity Invoke() => new(ActivityTypes.Invoke)
    {
        Name = "adaptiveCard/action",
        Value = JsonSerializer.SerializeToElement(new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = lastTap.Data.DeepClone() } }),
        ReplyToId = lastTap.Card,
    };

    private Task RunAsync(string person, string? room, Func<Activity> make)
    {
        var id = $"turn-{++activities}";
        sendAgain = () => RunAsync(person, room, make(), id);
        return sendAgain();
    }

    private async Task RunAsync(string person, string? room, Activity activity, string id)
    {
        activity.Id = id;
        activity.From = new ChannelAccount(Account(person), person);
        Chats.Conversation.Conversation = WebChatPlaces.Account(ConversationOf(person, room), isRoom: room is not null);
        await Chats.ProcessActivityAsync(activity, bot.OnTurnAsync);
        await outbox.SendRungAsync(CancellationToken.None);
    }

    private string DocumentOf(string person, string? room) => Keys.Conversation(Chats.Conversation.ChannelId, ConversationOf(person, room), Account(person));

    private static TriageDraft? DraftIn(DialogState state) => state.DialogStack.SelectMany(dialog => dialog.State.Values)
        .Select(kept => kept is DialogState inner ? DraftIn(inner) : kept as TriageDraft).FirstOrDefault(draft => draft is not null);

    private static string Account(string person) => Members.Contains(person.ToLowerInvariant()) ? person.ToLowerInvariant() : $"account-of-{person}";
}
