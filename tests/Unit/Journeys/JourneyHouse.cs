using Hausmeister.Bot.Channels;
using Hausmeister.Bot.Channels.WebChat;
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
    private readonly InMemoryDocumentStore store = new();
    private readonly FakeTimeProvider time;
    private readonly DutyPump pump;
    private readonly ServiceProvider services;

    private JourneyHouse(Squad squad, Instant start, Func<TimeProvider, IIssueTracker>? tracker)
    {
        Squad = squad;
        time = new FakeTimeProvider(start.ToDateTimeOffset());
        pump = new DutyPump(store, time);
        var parts = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(time)
            .AddSingleton<IDocumentStore>(store)
            .AddSingleton<IReadOnlyList<Squad>>([squad])
            .AddSingleton<IOpenIssues, OpenIssuesWithinPatience>()
            .AddEmbeddedTracker(Address)
            .AddSearch()
            .AddTurns()
            .AddBot()
            .AddChannels(new AppOptions { StorageFile = "", SquadsFolder = "", GitHubApiAddress = Address, PublicAddress = Address })
            .AddDuties(Address);
        services = (tracker is null ? parts : parts.AddSingleton(tracker(time))).BuildServiceProvider();
        Ana = Member("ana");
        Bruno = Member("bruno");
        Clara = Member("clara");
        Davi = Member("davi");
        Guest = new JourneyWindow(this, WebChatPlaces.Private(squad, "guest"), isRoom: false, "guest", "Gil");
        Guild = new JourneyWindow(this, WebChatPlaces.Room(squad, "guild"), isRoom: true, "ana", "Ana");
    }

    /// <summary>On Thursday at ten, with Ana as Hausmeister and Clara as Level 2, unless a test has another time in mind.</summary>
    /// <param name="tracker">Another one than the embedded.</param>
    public static async Task<JourneyHouse> OpenAsync(Instant? start = null, Func<TimeProvider, IIssueTracker>? tracker = null)
    {
        var house = new JourneyHouse(SampleSquad.DataInfra, start ?? SampleSquad.At(2026, 11, 26, 10, 0), tracker);
        await house.Get<CalendarRunner>().EnsureAsync(house.Squad, house.Now, CancellationToken.None);
        await house.PumpAsync();
        return house;
    }

    public Squad Squad { get; }

    public JourneyWindow Ana { get; }

    public JourneyWindow Bruno { get; }

    public JourneyWindow Clara { get; }

    public JourneyWindow Davi { get; }

    public JourneyWindow Guest { get; }

    /// <summary>The guild's room.</summary>
    public JourneyWindow Guild { get; }

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

    public Task AdvanceAsync(int minutes) => pump.AdvanceAsync(Get<WakeUpServer>(), Duration.FromMinutes(minutes));

    public Task AdvanceToAsync(Instant instant) => pump.AdvanceAsync(Get<WakeUpServer>(), instant - Now);

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private JourneyWindow Member(string id) => new(this, WebChatPlaces.Private(Squad, id), isRoom: false, id, Squad.NameOf(id));
}
