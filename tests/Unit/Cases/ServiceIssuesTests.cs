using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;
using static Hausmeister.Tests.Cases.CaseExamples;

namespace Hausmeister.Tests.Cases;

/// <summary>From the triage to the issue and its end.</summary>
public sealed class ServiceIssuesTests
{
    public static TheoryData<Priority, Instant, string?> Owners => new()
    {
        { Priority.P4, Thursday, "ana" },
        { Priority.P3, Thursday, "ana" },
        { Priority.P2, Thursday, null },
        { Priority.P1, Thursday, null },
        { Priority.P3, SampleSquad.At(2026, 11, 26, 3, 0), "ana" },
        { Priority.P3, SampleSquad.At(2026, 11, 27, 16, 59), "ana" },
        { Priority.P3, SampleSquad.At(2026, 11, 27, 17, 0), null },
        { Priority.P4, SampleSquad.At(2026, 11, 27, 17, 0), "davi" },
        { Priority.P3, Saturday, null },
        { Priority.P4, Saturday, "davi" },
        { Priority.P3, SampleSquad.At(2026, 11, 30, 10, 59), null },
        { Priority.P3, SampleSquad.At(2026, 11, 30, 11, 0), "bruno" },
    };

    [Theory]
    [MemberData(nameof(Owners))]
    public void P4_and_P3_belong_to_whoever_is_on_duty_and_at_the_weekend_a_P3_to_nobody(Priority priority, Instant at, string? owner) =>
        Triaged(priority, at).Owner.ShouldBe(owner);

    public static TheoryData<Priority, string, string[]> Beginnings => new()
    {
        { Priority.P4, "ana", ["P4Guild Guild", "P4Level2 clara"] },
        { Priority.P4, "bruno", ["Given ana", "P4Guild Guild", "P4Level2 clara"] },
        { Priority.P4, "clara", ["Given ana", "P4Guild Guild"] },
        { Priority.P3, "ana", [] },
        { Priority.P3, "bruno", ["Given ana"] },
        { Priority.P2, "bruno", [] },
        { Priority.P1, "ana", [] },
    };

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void Whoever_must_know_is_told_before_the_tracker_has_it(Priority priority, string by, string[] told)
    {
        var triaged = Triaged(priority, Thursday, new Person(by, by, IsGuest: false));

        triaged.Told().ShouldBe(told);
        triaged.Owed().ShouldContain(DutyKind.CreateIssue);
        triaged.Duties.ShouldAllBe(d => d.Kind == DutyKind.AskProgress || d.Due == Thursday);
    }

    [Theory]
    [InlineData(Priority.P4, 3, 0, false)]
    [InlineData(Priority.P3, 3, 0, true)]
    [InlineData(Priority.P3, 12, 0, false)]
    public void An_owner_hears_of_a_P3_in_work_hours(Priority priority, int hour, int minute, bool waits)
    {
        var at = SampleSquad.At(2026, 11, 26, hour, minute);
        var given = Triaged(priority, at, Bruno).Duties.Single(d => d.Message == PostKind.Given);

        given.Waited.ShouldBe(waits);
        given.Due.ShouldBe(waits ? SampleSquad.At(2026, 11, 26, 9, 0) : at);
    }

    [Fact]
    public void Undecided_is_treated_as_a_P3_and_labelled_as_being_decided()
    {
        var triaged = Triaged(Priority.P3, Thursday, undecided: true);

        ServiceIssues.LabelsOf(triaged, SampleSquad.DataInfra).ShouldBe(["bug", "data-infra", "priority: being decided"]);
        triaged.Owner.ShouldBe("ana");
        triaged.Told().ShouldBe(["PriorityAsk clara"]);
        triaged.Due(DutyKind.RemindPriority).ShouldBe(Thursday + Duration.FromMinutes(15));
        triaged.Due(DutyKind.AskProgress).ShouldBe(Thursday + Duration.FromHours(1));
    }

    [Fact]
    public void Level_2_who_does_not_know_asks_a_lead() => Triaged(Priority.P3, Thursday, Clara, undecided: true).Told().ShouldContain("PriorityAsk ana");

    [Fact]
    public void What_changed_while_the_tracker_was_away_is_owed_there_when_it_has_the_issue()
    {
        var triaged = Triaged(Priority.P3, Thursday);
        var tracked = Tracked(triaged);
        var changed = ServiceIssues.AddNote(triaged, "Looked at it", Ana, At(Thursday));
        changed = ServiceIssues.Give(changed, "bruno", Ana, At(Thursday));
        changed = ServiceIssues.SetPriority(changed, Priority.P2, Ana, At(Thursday));
        changed = ServiceIssues.Fix(changed, null, Ana, At(Thursday));
        changed.Owed().ShouldNotContain(kind => kind == DutyKind.Comment || kind == DutyKind.Assign || kind == DutyKind.SetLabels || kind == DutyKind.SetOpen);

        var created = ServiceIssues.Created(changed, tracked, At(Thursday));

        created.Owed().ShouldBeSubsetOf([DutyKind.Comment, DutyKind.Assign, DutyKind.SetLabels, DutyKind.SetOpen, DutyKind.Tell, DutyKind.UpdatePosts]);
        DutyKind[] there = [DutyKind.Comment, DutyKind.Assign, DutyKind.SetLabels, DutyKind.SetOpen];
        there.ShouldBeSubsetOf(created.Owed());
    }

    [Fact]
    public void An_issue_that_is_as_it_is_to_be_owes_the_tracker_nothing() =>
        ServiceIssues.Created(Triaged(Priority.P3, Thursday), Tracked(Triaged(Priority.P3, Thursday)), At(Thursday)).Owed()
            .ShouldBe([DutyKind.AskProgress, DutyKind.UpdatePosts], ignoreOrder: true);

    [Theory]
    [InlineData("Tuesday ran again", 1)]
    [InlineData(null, 0)]
    [InlineData("  ", 0)]
    public void Fixed_closes_and_what_fixed_it_becomes_a_comment(string? what, int comments)
    {
        var @fixed = ServiceIssues.Fix(Created(Priority.P3), what, Ana, At(Thursday));

        @fixed.IsOpen.ShouldBeFalse();
        @fixed.Owed().Count(kind => kind == DutyKind.Comment).ShouldBe(comments);
        @fixed.Owed().ShouldContain(DutyKind.SetOpen);
        @fixed.Owed().ShouldNotContain(DutyKind.AskProgress);
        ServiceIssues.Fix(@fixed, what, Ana, At(Thursday)).ShouldBeSameAs(@fixed);
    }

    [Fact]
    public void A_close_ends_every_question_that_was_open()
    {
        var asked = Level2Rules.Ask(ProgressRules.Asked(Created(Priority.P4), At(Thursday)), Level2Reason.Stuck, null, Ana, At(Thursday));

        ServiceIssues.Fix(asked, null, Ana, At(Thursday)).Owed()
            .ShouldNotContain(kind => kind == DutyKind.AskProgress || kind == DutyKind.EscalateProgress || kind == DutyKind.EscalateLevel2);
    }

    [Fact]
    public void Opened_again_it_is_watched_again()
    {
        var again = ServiceIssues.Reopen(ServiceIssues.Fix(Created(Priority.P3), null, Ana, At(Thursday)), Ana, At(Thursday).Later(30));

        again.IsOpen.ShouldBeTrue();
        again.Due(DutyKind.AskProgress).ShouldBe(Thursday + Duration.FromMinutes(90));
    }

    [Fact]
    public void The_same_note_within_a_moment_is_one_and_later_it_is_news()
    {
        var noted = ServiceIssues.AddNote(Created(Priority.P3), "Still looking", Ana, At(Thursday));

        ServiceIssues.AddNote(noted, "Still looking", Ana, At(Thursday)).ShouldBeSameAs(noted);
        ServiceIssues.AddNote(noted, "Still looking", Bruno, At(Thursday)).Notes.Count.ShouldBe(2);
        ServiceIssues.AddNote(noted, "Still looking", Ana, At(Thursday).Later(1)).Notes.Count.ShouldBe(2);
    }

    [Fact]
    public void Giving_tells_the_new_owner_and_begins_the_hour_again()
    {
        var given = ServiceIssues.Give(Created(Priority.P3), "bruno", Ana, At(Thursday).Later(30));

        given.Told().ShouldBe(["Given bruno"]);
        given.Owed().ShouldContain(DutyKind.Assign);
        given.Due(DutyKind.AskProgress).ShouldBe(Thursday + Duration.FromMinutes(90));
        ServiceIssues.Give(Settled(given), "bruno", Ana, At(Thursday).Later(31)).Told().ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_takes_it_is_not_told_of_it() => ServiceIssues.Give(Created(Priority.P3), "bruno", Bruno, At(Thursday)).Told().ShouldBeEmpty();

    [Theory]
    [InlineData("ana", "davi", null)]
    [InlineData(null, "davi", "davi")]
    public void What_waited_for_a_Hausmeister_is_whoevers_is_on_duty_when_it_is_asked_about(string? owner, string onDuty, string? takenUp)
    {
        var waiting = Created(Priority.P3) with { Owner = owner };
        var taken = ServiceIssues.TakenUp(waiting, At(SampleSquad.At(2026, 12, 14, 11, 0)));

        At(SampleSquad.At(2026, 12, 14, 11, 0)).OnDuty.ShouldBe(onDuty);
        taken.Owner.ShouldBe(takenUp ?? owner);
        taken.Owed().Contains(DutyKind.Assign).ShouldBe(takenUp is not null);
    }

    [Theory]
    [InlineData("bruno", "Given bruno", "P4Guild Guild", "P4Level2 clara")]
    [InlineData("clara", "Given clara", "P4Guild Guild")]
    [InlineData("ana", "P4Guild Guild", "P4Level2 clara")]
    [InlineData(null, "P4Guild Guild", "P4Level2 clara")]
    public void A_P4_that_was_made_in_the_tracker_is_told_when_it_becomes_a_case(string? assignee, params string[] told) =>
        ServiceIssues.Adopt(Tracked(Created(Priority.P4)) with { Assignee = assignee }, Ana, "webchat/x", At(Thursday)).Told().ShouldBe(told);

    [Fact]
    public void An_issue_that_was_made_in_the_tracker_stays_nobodys()
    {
        var adopted = ServiceIssues.Adopt(Tracked(Created(Priority.P3)) with { Assignee = "somebody else" }, Ana, "webchat/x", At(Thursday));

        ServiceIssues.TakenUp(adopted, At(Thursday)).Owner.ShouldBeNull();
    }
}
