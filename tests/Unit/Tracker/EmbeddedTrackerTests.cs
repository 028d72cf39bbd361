using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.EmbeddedTracker;
using Hausmeister.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Hausmeister.Tests.Tracker;

public sealed class EmbeddedTrackerTests : TrackerContract
{
    private readonly InMemoryDocumentStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));

    public EmbeddedTrackerTests() => Tracker = new ServiceCollection()
        .AddSingleton<IDocumentStore>(store).AddSingleton<TimeProvider>(time)
        .AddEmbeddedTracker(new Uri("http://localhost:3978/"))
        .BuildServiceProvider().GetRequiredService<IIssueTracker>();

    protected override IIssueTracker Tracker { get; }

    protected override string Repository => "nubank/itaipu";

    protected override Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    private static IssueSettings Settings(string repository = "nubank/itaipu") => new(repository, ["bug"], new Dictionary<Priority, string>(), "undecided");

    private Task<TrackedIssue> CreateAsync(string title, string repository = "nubank/itaipu") =>
        Tracker.CreateAsync(Settings(repository), new NewIssue(title, "", ["bug"], null), default);

    [Fact]
    public async Task Numbers_count_up_from_one_in_each_repository()
    {
        (await CreateAsync("a")).Number.ShouldBe(1);
        (await CreateAsync("b")).Number.ShouldBe(2);
        (await CreateAsync("c", "nubank/capivara")).Number.ShouldBe(1);
    }

    [Fact]
    public async Task Issues_made_at_the_same_time_get_different_numbers()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => CreateAsync($"issue {i}"))));

        created.Select(i => i.Number).Order().ShouldBe(Enumerable.Range(1, 20));
    }

    [Fact]
    public async Task Changes_made_at_the_same_time_are_all_kept()
    {
        await CreateAsync("busy");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Tracker.CommentAsync(Settings(), 1, $"note-{i}.", default))));

        for (var i = 0; i < 20; i++) (await Tracker.HasCommentAsync(Settings(), 1, $"note-{i}.", Now, default)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_repository_in_other_case_holds_the_same_issues()
    {
        await CreateAsync("mine");

        (await Tracker.GetAsync(Settings("Nubank/Itaipu"), 1, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_what_changed_since_then_is_listed_the_newest_change_first()
    {
        for (var i = 0; i < 120; i++) await CreateAsync($"issue {i}");
        time.Advance(TimeSpan.FromHours(1));
        var later = Now;
        await Tracker.CommentAsync(Settings(), 7, "note", default);
        time.Advance(TimeSpan.FromMinutes(1));
        await Tracker.SetOpenAsync(Settings(), 3, open: false, default);

        (await Tracker.ListChangedAsync(Settings(), later, default)).Select(i => i.Number).ShouldBe([3, 7]);
        (await Tracker.ListChangedAsync(Settings(), later - Duration.FromHours(1), default)).Count.ShouldBe(120);
    }

    [Fact]
    public async Task A_new_assignee_is_news_until_something_newer_happens()
    {
        await CreateAsync("whose");
        var before = Now;
        time.Advance(TimeSpan.FromMinutes(5));
        await Tracker.AssignAsync(Settings(), 1, "bruno", default);

        (await Tracker.NewsAsync(Settings(), 1, before, default)).ShouldBe(new TrackerNews(Now, "hausmeister", "assigned to bruno", "bruno"));

        time.Advance(TimeSpan.FromMinutes(5));
        await Tracker.AssignAsync(Settings(), 1, "bruno", default);
        (await Tracker.NewsAsync(Settings(), 1, Now - Duration.FromMinutes(1), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Issues_have_a_page_at_the_bots_address()
    {
        (await CreateAsync("mine")).Url.AbsoluteUri.ShouldBe("http://localhost:3978/issues/nubank/itaipu/1");
        Tracker.OpenIssuesPage(Settings()).AbsoluteUri.ShouldBe("http://localhost:3978/issues/nubank/itaipu");
        Tracker.OpenIssuesPage(Settings(), "priority: P4").AbsoluteUri.ShouldBe("http://localhost:3978/issues/nubank/itaipu?label=priority%3A%20P4");
    }

    [Fact]
    public async Task Entries_of_a_closed_issue_do_not_stay_behind()
    {
        await CreateAsync("mine");
        time.Advance(TimeSpan.FromHours(1));
        await Tracker.SetOpenAsync(Settings(), 1, open: false, default);

        (await store.ListAsync("tracker/nubank/itaipu/open/", 10, default)).ShouldBeEmpty();
        (await store.ListAsync("tracker/nubank/itaipu/changed/", 10, default)).Count.ShouldBe(1);
    }
}
