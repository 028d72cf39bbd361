using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Tracker;

/// <summary>What every issue tracker behind the port does. Each test has labels, and with them a set of issues, of its own.</summary>
public abstract class TrackerContract
{
    private static readonly Duration Hour = Duration.FromHours(1);

    protected abstract IIssueTracker Tracker { get; }

    protected abstract string Repository { get; }

    protected abstract Instant Now { get; }

    private readonly string own = $"squad-{Guid.NewGuid():N}";

    private IssueSettings Issues => new(Repository, ["bug", own], new Dictionary<Priority, string> { [Priority.P4] = "P4", [Priority.P3] = "P3" }, "being decided");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<TrackedIssue> CreateAsync(string title, string body = "", string? assignee = null, params string[] labels) =>
        Tracker.CreateAsync(Issues, new NewIssue(title, body, [.. Issues.Labels, .. labels], assignee), Cancel);

    [Fact]
    public async Task A_new_issue_is_open_and_as_it_was_asked_for()
    {
        var created = await CreateAsync("my_sales is stale 😀", "<b>since</b> 06:00\n<!-- hausmeister case:1 -->", "ana", "P3");

        var read = (await Tracker.GetAsync(Issues, created.Number, Cancel)).ShouldNotBeNull();
        read.Title.ShouldBe("my_sales is stale 😀");
        read.Body.ShouldBe("<b>since</b> 06:00\n<!-- hausmeister case:1 -->");
        read.Labels.ShouldBe(["bug", own, "P3"], ignoreOrder: true);
        read.Assignee.ShouldBe("ana");
        read.Open.ShouldBeTrue();
        read.ClosedAt.ShouldBeNull();
        read.CreatedAt.ShouldBeInRange(Now - Hour, Now + Hour);
        read.Url.ShouldBe(created.Url);
        read.Url.AbsolutePath.ShouldEndWith($"/{created.Number}");
    }

    [Fact]
    public async Task Open_issues_come_newest_first_up_to_the_limit()
    {
        var first = await CreateAsync("first");
        var second = await CreateAsync("second");
        var third = await CreateAsync("third");
        await Tracker.SetOpenAsync(Issues, second.Number, open: false, Cancel);

        (await Tracker.ListOpenAsync(Issues, 10, Cancel)).Select(i => i.Number).ShouldBe([third.Number, first.Number]);
        (await Tracker.ListOpenAsync(Issues, 1, Cancel)).Select(i => i.Number).ShouldBe([third.Number]);
    }

    [Fact]
    public async Task More_issues_than_fit_on_a_page_are_all_listed()
    {
        for (var i = 0; i < 105; i++) await CreateAsync($"issue {i}");

        (await Tracker.ListOpenAsync(Issues, 200, Cancel)).Select(i => i.Number).Distinct().Count().ShouldBe(105);
    }

    [Fact]
    public async Task Issues_without_the_squads_labels_are_not_listed()
    {
        await Tracker.CreateAsync(Issues, new NewIssue("somebody else's", "marker-of-mine", ["bug"], null), Cancel);

        (await Tracker.ListOpenAsync(Issues, 200, Cancel)).ShouldBeEmpty();
        (await Tracker.ListChangedAsync(Issues, Now - Hour, Cancel)).ShouldBeEmpty();
        (await Tracker.FindAsync(Issues, "marker-of-mine", Now - Hour, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task Changed_issues_are_listed_open_or_closed_since_then()
    {
        var open = await CreateAsync("open");
        var closed = await CreateAsync("closed");
        await Tracker.SetOpenAsync(Issues, closed.Number, open: false, Cancel);

        (await Tracker.ListChangedAsync(Issues, Now - Hour, Cancel)).Select(i => i.Number).ShouldBe([open.Number, closed.Number], ignoreOrder: true);
        (await Tracker.ListChangedAsync(Issues, Now + Hour, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_issue_is_found_by_the_marker_in_its_body_even_when_closed()
    {
        await CreateAsync("another", "<!-- hausmeister case:2 -->");
        var mine = await CreateAsync("mine", "text\n<!-- hausmeister case:1 -->");
        await Tracker.SetOpenAsync(Issues, mine.Number, open: false, Cancel);

        (await Tracker.FindAsync(Issues, "<!-- hausmeister case:1 -->", Now - Hour, Cancel)).ShouldNotBeNull().Number.ShouldBe(mine.Number);
        (await Tracker.FindAsync(Issues, "<!-- hausmeister case:3 -->", Now - Hour, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_number_that_names_no_issue_is_null() =>
        (await Tracker.GetAsync(Issues, 999_999, Cancel)).ShouldBeNull();

    [Fact]
    public async Task An_unknown_issue_cannot_be_changed_and_the_reason_names_it()
    {
        var failure = await Should.ThrowAsync<TrackerException>(() => Tracker.CommentAsync(Issues, 999_999, "hello", Cancel));

        failure.Trouble.ShouldBe(TrackerTrouble.NotFound);
        failure.Message.ShouldContain("#999999");
        failure.Message.ShouldContain(Repository);
    }

    [Fact]
    public async Task An_issue_without_a_title_is_rejected() =>
        (await Should.ThrowAsync<TrackerException>(() => CreateAsync(" "))).Trouble.ShouldBe(TrackerTrouble.Rejected);

    [Fact]
    public async Task Labels_are_replaced()
    {
        var issue = await CreateAsync("labels", "", null, "P3");

        await Tracker.SetLabelsAsync(Issues, issue.Number, [.. Issues.Labels, "P4"], Cancel);

        (await Tracker.GetAsync(Issues, issue.Number, Cancel))!.Labels.ShouldBe(["bug", own, "P4"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_assignee_is_replaced_and_taken_away()
    {
        var issue = await CreateAsync("whose", "", "ana");

        await Tracker.AssignAsync(Issues, issue.Number, "bruno", Cancel);
        (await Tracker.GetAsync(Issues, issue.Number, Cancel))!.Assignee.ShouldBe("bruno");

        await Tracker.AssignAsync(Issues, issue.Number, null, Cancel);
        (await Tracker.GetAsync(Issues, issue.Number, Cancel))!.Assignee.ShouldBeNull();
    }

    [Fact]
    public async Task A_closed_issue_can_be_opened_again()
    {
        var issue = await CreateAsync("again");

        await Tracker.SetOpenAsync(Issues, issue.Number, open: false, Cancel);
        var closed = (await Tracker.GetAsync(Issues, issue.Number, Cancel))!;
        closed.Open.ShouldBeFalse();
        closed.ClosedAt.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(issue.CreatedAt);
        closed.UpdatedAt.ShouldBeGreaterThanOrEqualTo(issue.UpdatedAt);

        await Tracker.SetOpenAsync(Issues, issue.Number, open: true, Cancel);
        var opened = (await Tracker.GetAsync(Issues, issue.Number, Cancel))!;
        opened.Open.ShouldBeTrue();
        opened.ClosedAt.ShouldBeNull();
        (await Tracker.ListOpenAsync(Issues, 10, Cancel)).Select(i => i.Number).ShouldBe([issue.Number]);
    }

    [Fact]
    public async Task A_comment_is_found_by_its_marker()
    {
        var issue = await CreateAsync("comments");
        await Tracker.CommentAsync(Issues, issue.Number, "a note\n<!-- hausmeister note:1 -->", Cancel);

        (await Tracker.HasCommentAsync(Issues, issue.Number, "<!-- hausmeister note:1 -->", Now - Hour, Cancel)).ShouldBeTrue();
        (await Tracker.HasCommentAsync(Issues, issue.Number, "<!-- hausmeister note:2 -->", Now - Hour, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_comment_is_news_but_not_the_bots_own()
    {
        var issue = await CreateAsync("news");
        await Tracker.CommentAsync(Issues, issue.Number, "From chat.\n<!-- hausmeister note:1 -->", Cancel);
        (await Tracker.NewsAsync(Issues, issue.Number, Now - Hour, Cancel)).ShouldBeNull();

        await Tracker.CommentAsync(Issues, issue.Number, "\nFound it.\nA cache was full.", Cancel);

        (await Tracker.NewsAsync(Issues, issue.Number, Now - Hour, Cancel)).ShouldNotBeNull().Text.ShouldBe("Found it.");
        (await Tracker.NewsAsync(Issues, issue.Number, Now + Hour, Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task The_check_passes_while_the_tracker_answers() => await Tracker.CheckAsync(Issues, Cancel);

    [Fact]
    public async Task A_caller_that_gives_up_gets_a_cancellation_and_no_failure() =>
        await Should.ThrowAsync<OperationCanceledException>(() => Tracker.ListOpenAsync(Issues, 10, new CancellationToken(canceled: true)));
}
