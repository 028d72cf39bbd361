using Hausmeister.Bot.Channels;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Configuration;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.EmbeddedTracker;
using Hausmeister.Tests.Duties;
using Hausmeister.Tests.Pipeline;
using Hausmeister.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Journeys;

/// <summary>
/// The whole bot in one process as it is put together, with its web chat, its duties and the embedded tracker, on a clock that stands
/// still until a test lets the time pass.
/// </summary>
internal sealed class JourneyHouse : IAsyncDisposable
{
    private static readonly Uri Address = new("http://localhost:3978");
    private readonly InMemoryDocumentStore store;
    private readonly FakeTimeProvider time;
    private readonly DutyPump pump;
    private readonly ServiceProvider services;

    private JourneyHouse(Squad squad, InMemoryDocumentStore store, FakeTimeProvider time, IIssueTracker? tracker, ScriptedPipeline airflow, ThisProcess process)
    {
        (Squad, this.store, this.time) = (squad, store, time);
        pump = new DutyPump(store, time);
        var parts = new ServiceCollection()
            .AddHouse(squad, store, time, Address)
            .AddEmbeddedTracker(Address)
            .AddChannels(new AppOptions { StorageFile = "", SquadsFolder = "", GitHubApiAddress = Address, PublicAddress = Address })
            .AddSingleton(process)
            .AddSingleton<IPipeline>(airflow)
            .AddSingleton<PauseBefore>(_ => TimeSpan.Zero);
        services = (tracker is null ? parts : parts.AddSingleton(tracker)).BuildServiceProvider();
        Ana = Member("ana");
        Bruno = Member("bruno");
        Clara = Member("clara");
        Davi = Member("davi");
        Guest = new JourneyWindow(this, WebChatPlaces.Private(squad, "guest"), isRoom: false, "guest", "Gil");
        Guild = new JourneyWindow(this, WebChatPlaces.Room(squad, "guild"), isRoom: true, "ana", "Ana");
        Announcements = new JourneyWindow(this, WebChatPlaces.Room(squad, "announcements"), isRoom: true, "ana", "Ana");
    }

    /// <summary>On Thursday at ten, with Ana as Hausmeister and Clara as Level 2, unless a test has another time in mind.</summary>
    /// <param name="tracker">Another one than the embedded.</param>
    /// <param name="squad">Another one than the sample's, of the same people.</param>
    public static async Task<JourneyHouse> OpenAsync(Instant? start = null, Func<TimeProvider, IIssueTracker>? tracker = null, Squad? squad = null)
    {
        var time = new FakeTimeProvider((start ?? SampleSquad.At(2026, 11, 26, 10, 0)).ToDateTimeOffset());
        var house = new JourneyHouse(squad ?? SampleSquad.WithoutOverrides, new InMemoryDocumentStore(), time, tracker?.Invoke(time), new ScriptedPipeline(), new ThisProcess("one", IsAlone: false));
        await house.LookAfterCalendarAsync();
        return house;
    }

    /// <summary>Another host on the same store and the same tracker, at work beside this one.</summary>
    public Task<JourneyHouse> RivalAsync() => BesideAsync(new ThisProcess("two", IsAlone: false));

    /// <summary>The host as it is after a restart. This one does nothing more.</summary>
    public Task<JourneyHouse> RestartedAsync() => BesideAsync(ThisProcess.Alone());

    public Squad Squad { get; }

    public JourneyWindow Ana { get; }

    public JourneyWindow Bruno { get; }

    public JourneyWindow Clara { get; }

    public JourneyWindow Davi { get; }

    public JourneyWindow Guest { get; }

    /// <summary>The guild's room.</summary>
    public JourneyWindow Guild { get; }

    public JourneyWindow Announcements { get; }

    /// <summary>The nightly run, which a test sets as it likes.</summary>
    public ScriptedPipeline Airflow => (ScriptedPipeline)Get<IPipeline>();

    /// <summary>A room as somebody sees it who is in no squad.</summary>
    public JourneyWindow GuestIn(string room) => new(this, WebChatPlaces.Room(Squad, room), isRoom: true, "guest", "Gil");

    public IReadOnlyList<JourneyWindow> Everybody => [Ana, Bruno, Clara, Davi, Guest, Guild];

    public Instant Now => pump.Now;

    public Moment Moment => new(Squad, Now);

    /// <summary>The tracker as somebody sees it who does not come through the bot.</summary>
    public IIssueTracker Tracker => Get<IIssueTracker>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<TrackedIssue> IssueAsync(int number = 1) => (await Tracker.GetAsync(Squad.Issues, number, CancellationToken.None)).ShouldNotBeNull();

    public async Task<Case> CaseAsync(string id) => (await Get<CaseCommits>().FindAsync(Moment, id, CancellationToken.None)).ShouldNotBeNull();

    /// <summary>The bot does what is due.</summary>
    public Task PumpAsync() => pump.RunAsync(Get<WakeUpServer>());

    /// <summary>The same, side by side.</summary>
    public Task PumpTogetherAsync() => pump.RunTogetherAsync(Get<WakeUpServer>());

    /// <summary>The time passes and nobody is there to do what becomes due.</summary>
    public void SleepUntil(Instant instant) => time.Advance((instant - Now).ToTimeSpan());

    /// <summary>The clock of the machine is set. No timer runs for it.</summary>
    public void StepClock(Duration by) => time.AdjustTime((Now + by).ToDateTimeOffset());

    /// <summary>What the host does at its start and every hour.</summary>
    public async Task LookAfterCalendarAsync()
    {
        await Get<CalendarRunner>().EnsureAsync(Squad, Now, CancellationToken.None);
        await PumpAsync();
    }

    public Task AdvanceAsync(int minutes) => pump.AdvanceAsync(Get<WakeUpServer>(), Duration.FromMinutes(minutes));

    public Task AdvanceToAsync(Instant instant) => pump.AdvanceAsync(Get<WakeUpServer>(), instant - Now);

    /// <summary>Lets the time pass to what is due next, or to the end. The calendar, which looks every two minutes, looks then only: for what takes a year.</summary>
    public Task AdvanceToNextAsync(Instant end)
    {
        var next = store.WakeUps.Where(w => w.Document != Keys.Calendar(Squad.Id)).Min(w => (Instant?)w.Due) ?? end;
        SleepUntil(Instant.Max(Now, Instant.Min(next, end)));
        return PumpAsync();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<JourneyHouse> BesideAsync(ThisProcess process)
    {
        var beside = new JourneyHouse(Squad, store, time, Tracker as ScriptedTracker, Airflow, process);
        await beside.Get<LiveSquads>().LoadAsync(store, CancellationToken.None);
        await beside.LookAfterCalendarAsync();
        return beside;
    }


    private JourneyWindow Member(string id) => new(this, WebChatPlaces.Private(Squad, id), isRoom: false, id, Squad.NameOf(id));
}
