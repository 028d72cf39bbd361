using Hausmeister.Bot.Duties;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Tests.Duties;

/// <summary>An hour without news: the tracker is read first, then one message asks about everything.</summary>
public sealed class ProgressRoundTests
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private readonly DutyHouse house = new();

    [Fact]
    public async Task One_message_asks_about_all_cases_that_are_due()
    {
        await house.IssueAsync();
        await house.AdvanceAsync(Duration.FromMinutes(4));
        await house.IssueAsync();

        await house.AdvanceAsync(Hour);

        var asked = Asked().ShouldHaveSingleItem();
        asked.Card.ShouldContain("Case number 1");
        asked.Card.ShouldContain("Case number 2");
    }

    [Fact]
    public async Task Rounds_that_begin_at_the_same_time_are_one_message()
    {
        for (var i = 0; i < 5; i++)
            await house.IssueAsync();
        house.Time.Advance(Hour.ToTimeSpan());
        house.Tracker.Meanwhile = (_, _) => Turns.Eventually.IsTrueAsync(AllAreClaimedAsync);

        await house.PumpTogetherAsync();

        var asked = Asked().ShouldHaveSingleItem();
        for (var i = 1; i <= 5; i++)
            asked.Card.ShouldContain($"Case number {i}");
    }

    [Fact]
    public async Task A_case_that_comes_soon_comes_along_and_one_that_comes_later_does_not()
    {
        await house.IssueAsync();
        await house.AdvanceAsync(Duration.FromMinutes(6));
        await house.IssueAsync();

        await house.AdvanceAsync(Hour);

        Asked().Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_closed_in_the_tracker_is_resolved_and_not_asked()
    {
        var @case = await house.IssueAsync();
        house.Tracker.Change(1, i => i with { Open = false, ClosedAt = house.Now });

        await house.AdvanceAsync(Hour);

        Asked().ShouldBeEmpty();
        (await house.CaseAsync(@case.Id)).Closed!.InTracker.ShouldBeTrue();
    }

    [Fact]
    public async Task News_in_the_tracker_begin_the_hour_again()
    {
        await house.IssueAsync();
        var news = new TrackerNews(house.Now + Duration.FromMinutes(20), "ana", "Found the cause");
        house.Tracker.News = (_, since) => since < news.At ? news : null;

        await house.AdvanceAsync(Hour + Duration.FromMinutes(19));
        Asked().ShouldBeEmpty();
        await house.AdvanceAsync(Duration.FromMinutes(1));

        Asked().ShouldHaveSingleItem().Card.ShouldContain("Found the cause");
    }

    [Theory]
    [InlineData("ana", 60)]
    [InlineData("somebody-else", 80)]
    public async Task The_owners_own_assignment_is_no_news_and_anybody_elses_is(string login, int minutes)
    {
        await house.IssueAsync();
        var news = new TrackerNews(house.Now + Duration.FromMinutes(20), "hausmeister", $"assigned to {login}", login);
        house.Tracker.News = (_, since) => since < news.At ? news : null;

        await house.AdvanceAsync(Duration.FromMinutes(minutes) - Duration.FromSeconds(1));
        Asked().ShouldBeEmpty();
        await house.AdvanceAsync(Duration.FromSeconds(1));

        Asked().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_case_of_somebody_who_has_left_is_the_one_on_dutys_to_answer_for()
    {
        await house.SaveAsync(c => ProgressRules.Watch(c with { Owner = "eva" }, house.Moment));

        await house.AdvanceAsync(Hour);

        Asked().ShouldHaveSingleItem().To.ShouldBe(Recipient.Of("ana"));
    }

    [Theory]
    [InlineData(nameof(ScriptedTracker.GetAsync))]
    [InlineData(nameof(ScriptedTracker.NewsAsync))]
    public async Task Without_the_trackers_word_the_person_is_asked(string call)
    {
        await house.IssueAsync();
        house.Tracker.Fails = c => c == call ? new TrackerException(TrackerTrouble.Unavailable, "Away.") : null;

        await house.AdvanceAsync(Hour);

        Asked().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_tracker_that_does_not_answer_holds_a_round_up_for_a_moment_only()
    {
        await house.IssueAsync();
        await house.IssueAsync();
        house.Tracker.Meanwhile = async (_, patience) =>
        {
            var givenUp = Task.Delay(Timeout.Infinite, patience);
            house.Time.Advance(TimeSpan.FromSeconds(20));
            await givenUp;
        };

        await house.AdvanceAsync(Hour);

        Asked().ShouldHaveSingleItem().Card.ShouldContain("Case number 2");
    }

    [Fact]
    public async Task What_could_not_be_asked_comes_again_as_one_message()
    {
        await house.IssueAsync();
        await house.IssueAsync();
        house.Messenger.Fails = _ => new UnreachableException("Away.");
        await house.AdvanceAsync(Hour);
        house.Messenger.Fails = _ => null;

        await house.AdvanceAsync(Duration.FromMinutes(5));

        Asked().ShouldHaveSingleItem().Card.ShouldContain("Case number 2");
    }

    [Fact]
    public async Task A_P3_is_asked_in_work_hours_only_and_together_with_what_waited()
    {
        var evening = new DutyHouse(SampleSquad.At(2026, 11, 26, 17, 30));
        await evening.IssueAsync();
        await evening.AdvanceAsync(Hour);
        await evening.SaveAsync(c => Guests.Report(
            c with { Kind = CaseKind.Question, OpenedBy = DutyHouse.Guest, Guest = new GuestReport("Asked for a table", null, "help") }, evening.Moment));
        await evening.AdvanceAsync(SampleSquad.At(2026, 11, 27, 9, 0) - evening.Now - Duration.FromSeconds(1));
        evening.Messenger.Sent.ShouldBeEmpty();

        await evening.AdvanceAsync(Duration.FromSeconds(1));

        var morning = evening.Messenger.Sent.ShouldHaveSingleItem();
        morning.Card.ShouldContain("2 things waited");
        morning.Card.ShouldContain("Asked for a table");
        morning.Card.ShouldContain("Case number 1");
    }

    [Fact]
    public async Task A_P4_is_asked_at_any_hour_and_goes_to_Level_2_when_nobody_answers()
    {
        var night = new DutyHouse(SampleSquad.At(2026, 11, 26, 2, 0));
        await night.IssueAsync(Priority.P4);

        await night.AdvanceAsync(Hour);
        night.Messenger.Sent.Count(said => said.Kind == PostKind.Progress).ShouldBe(1);
        await night.AdvanceAsync(Duration.FromMinutes(15));

        night.Messenger.Sent.Count(said => said.Kind == PostKind.ProgressSilent).ShouldBe(1);
    }

    [Fact]
    public async Task A_question_waits_for_the_end_of_a_dialog()
    {
        await house.IssueAsync();
        house.Messenger.InDialog.Add("ana");

        await house.AdvanceAsync(Hour + Duration.FromMinutes(9));
        Asked().ShouldBeEmpty();
        await house.AdvanceAsync(Duration.FromMinutes(2));

        Asked().ShouldHaveSingleItem();
    }

    private async Task<bool> AllAreClaimedAsync() => (await house.Commits.OpenAsync(house.Moment, CancellationToken.None))
        .All(c => c.Duties.Single(d => d.Kind == DutyKind.AskProgress) is { ClaimedUntil: not null });

    private List<Said> Asked() => [.. house.Messenger.Sent.Where(said => said.Kind == PostKind.Progress)];
}
