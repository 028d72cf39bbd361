using Hausmeister.Bot.Channels.WebChat.Transcript;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Support;
using Hausmeister.Integrations.TextIndex;
using Hausmeister.Tests.Pipeline;
using Hausmeister.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Duties;

/// <summary>The duties' machinery on an in-memory store, with a scripted tracker, a recording messenger and a clock that stands still.</summary>
internal sealed class DutyHouse
{
    public static readonly Person Ana = new("ana", "Ana", IsGuest: false);
    public static readonly Person Bruno = new("bruno", "Bruno", IsGuest: false);
    public static readonly Person Guest = new("guest-1", "Gil", IsGuest: true);

    private readonly KeyedLocks locks = new();
    private readonly DutyPump pump;
    private int cases;

    public DutyHouse(Instant? start = null, Squad? squad = null)
    {
        Squad = squad ?? SampleSquad.DataInfra;
        Time = new FakeTimeProvider((start ?? SampleSquad.At(2026, 11, 26, 10, 0)).ToDateTimeOffset());
        pump = new DutyPump(Store, Time);
        Tracker = new ScriptedTracker(Time);
        Commits = new CaseCommits(Made);
        Server = ServerOf(new ThisProcess("one", IsAlone: false));
    }

    public Squad Squad { get; }

    public InMemoryDocumentStore Store { get; } = new();

    public FakeTimeProvider Time { get; }

    public ScriptedTracker Tracker { get; }

    public RecordingMessenger Messenger { get; } = new();

    public RecordingTopics Topics { get; } = new();

    public ScriptedPipeline Pipeline { get; } = new();

    public CaseCommits Commits { get; }

    public WakeUpServer Server { get; }

    public Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    public Moment Moment => new(Squad, Now);

    /// <summary>Another process on the same store.</summary>
    public WakeUpServer ServerOf(ThisProcess process)
    {
        var messages = new CaseMessageEffects(Messenger, NullLogger<CaseMessageEffects>.Instance);
        var round = new ProgressRound(Commits, process, messages, Messenger, Tracker, Time);
        var effects = new TrackerEffects(Tracker, Store, new Links(new Uri("https://bot.example")));
        var runner = new CaseDutyRunner(Commits, process, effects, messages, round, CrashTopics, locks, Time, NullLogger<CaseDutyRunner>.Instance);
        return new WakeUpServer(new People([Squad]), runner, HandOffs(process), Offers(process), Rota(process), Days(process), Channels(process), Calendar, []);
    }

    private Commits Made => new(Store, new LiveSquads([Squad]), new DutyBell());

    private HandOffCommits HandOffCommits => new(Made);

    private RoomTopics RoomTopics => new([Topics], locks);

    private CrashTopicEffects CrashTopics => CrashTopicsOf(Squad);

    public CrashTopicEffects CrashTopicsOf(params IReadOnlyList<Squad> squads) => new(RoomTopics, Commits, squads, NullLogger<CrashTopicEffects>.Instance);

    public RotaTopicEffects RotaTopics => new(RoomTopics, Made, NullLogger<RotaTopicEffects>.Instance);

    private RotaDutyRunner Rota(ThisProcess process) => new(
        Made, process, new RotaMessageEffects(Messenger, NullLogger<RotaMessageEffects>.Instance), RotaTopics, locks, Time, NullLogger<RotaDutyRunner>.Instance);

    private ChannelDutyRunner Channels(ThisProcess process) => new(
        Made, process, new ChannelMessageEffects(Messenger, NullLogger<ChannelMessageEffects>.Instance), locks, Time, NullLogger<ChannelDutyRunner>.Instance);

    private OpenIssuesWithinPatience OpenIssues => new(Tracker, Time, NullLogger<OpenIssuesWithinPatience>.Instance);

    private PipelineDutyRunner Days(ThisProcess process) => new(
        Made, process, new PipelineReadings(Pipeline, new EarlierRuns(Pipeline, Made), OpenIssues, Time, NullLogger<PipelineReadings>.Instance), new PipelineMessageEffects(Messenger, NullLogger<PipelineMessageEffects>.Instance),
        locks, Time, NullLogger<PipelineDutyRunner>.Instance);

    private OfferDutyRunner Offers(ThisProcess process) => new(
        Made, process, new OfferMessageEffects(Messenger, NullLogger<OfferMessageEffects>.Instance), locks, Time, NullLogger<OfferDutyRunner>.Instance);

    private HandOffDutyRunner HandOffs(ThisProcess process) => new(
        HandOffCommits, process, new HandOffEffects(HandOffCommits, Commits, OpenIssues), new HandOffMessageEffects(Messenger, NullLogger<HandOffMessageEffects>.Instance),
        locks, Time, NullLogger<HandOffDutyRunner>.Instance);

    public CalendarRunner Calendar => new(Store, Commits, HandOffCommits, RotaTopics, Made, Tracker, Retention, NullLogger<CalendarRunner>.Instance);

    public Answers Answers => field ??= new Answers(Store, new TextIndexFactory());

    public RetentionRound Retention => new(
        new OldCases(Store, Answers), new OldConversations(Store, locks, Marks, new OldTranscripts(Store)), NullLogger<RetentionRound>.Instance);

    private Marks Marks => new(Store, locks, new People([Squad]), Time, NullLogger<Marks>.Instance);

    /// <summary>A service issue as its triage leaves it.</summary>
    public Task<Case> TriageAsync(Priority priority = Priority.P3, Func<Case, Case>? with = null) =>
        SaveAsync(c => (with ?? (x => x))(ServiceIssues.Begin(c with { Priority = priority }, Ana, Moment)));

    /// <summary>A service issue that the tracker has already, with everything said that was to be said.</summary>
    public async Task<Case> IssueAsync(Priority priority = Priority.P3)
    {
        var @case = await TriageAsync(priority);
        await PumpAsync();
        return await CaseAsync(@case.Id);
    }

    public async Task<Case> SaveAsync(Func<Case, Case> begin)
    {
        var work = new Work(Store);
        var @case = new Case
        {
            Id = $"ana-{++cases}",
            Squad = Squad.Id,
            Kind = CaseKind.ServiceIssue,
            Title = $"Case number {cases}",
            OpenedAt = Now,
            OpenedBy = Ana,
            Conversation = "webchat/data-infra.me.ana",
        };
        var saved = new CaseDesk(work, Moment).Save(begin(@case));
        await work.CommitAsync(CancellationToken.None);
        return saved;
    }

    /// <summary>What a person does in a turn meanwhile.</summary>
    public async Task<Case> DecideAsync(string id, Func<Case, Case> decide) => (await Commits.DecideAsync(Moment, id, decide, CancellationToken.None))!;

    public async Task<Case> CaseAsync(string id) => (await Commits.FindAsync(Moment, id, CancellationToken.None))!;

    public async Task<Duty> DutyAsync(string id, DutyKind kind) => (await CaseAsync(id)).Duties.Single(d => d.Kind == kind);

    /// <summary>Serves what is due now, one after the other, until nothing is.</summary>
    public Task PumpAsync(WakeUpServer? server = null) => pump.RunAsync(server ?? Server);

    /// <summary>Serves everything that is due now at the same time.</summary>
    public Task PumpTogetherAsync() => pump.RunTogetherAsync(Server);

    /// <summary>Lets the time pass, serving what becomes due on the way.</summary>
    public Task AdvanceAsync(Duration by) => pump.AdvanceAsync(Server, by);

    /// <summary>The documents of all wake-ups that are still to come.</summary>
    public async Task<IReadOnlyList<string>> WakeUpsAsync() =>
        [.. (await Store.TakeAsync(Now + Duration.FromDays(365), Duration.Zero, 1000, CancellationToken.None)).Select(taken => taken.WakeUp.Document)];
}
