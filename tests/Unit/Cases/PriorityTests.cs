using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;
using static Hausmeister.Tests.Cases.CaseExamples;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Cases;

/// <summary>A new priority, with everything that follows from it.</summary>
public sealed class PriorityTests
{
    private static readonly Moment Now = At(Thursday).Later(30);

    public static TheoryData<Priority, Priority, string, string[]> Changes => new()
    {
        { Priority.P2, Priority.P4, "ana", ["P4Guild Guild", "P4Level2 clara"] },
        { Priority.P2, Priority.P4, "bruno", ["Given ana", "P4Guild Guild", "P4Level2 clara"] },
        { Priority.P3, Priority.P4, "ana", ["P4Guild Guild", "P4Level2 clara"] },
        { Priority.P3, Priority.P4, "bruno", ["P4Guild Guild", "P4Level2 clara", "PriorityDecided ana"] },
        { Priority.P1, Priority.P3, "ana", [] },
        { Priority.P1, Priority.P3, "bruno", ["Given ana"] },
        { Priority.P4, Priority.P3, "bruno", [] },
        { Priority.P4, Priority.P1, "bruno", [] },
        { Priority.P3, Priority.P2, "bruno", [] },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whoever_must_know_and_did_not_do_it_is_told(Priority from, Priority to, string by, string[] told)
    {
        var set = ServiceIssues.SetPriority(Created(from), to, new Person(by, by, IsGuest: false), Now);

        set.Told().ShouldBe(told);
        set.Owed().ShouldContain(DutyKind.SetLabels);
        ServiceIssues.SetPriority(set, to, Davi, Now).ShouldBeSameAs(set);
    }

    [Theory]
    [InlineData(Priority.P2, Priority.P4, 90)]
    [InlineData(Priority.P3, Priority.P4, 90)]
    [InlineData(Priority.P4, Priority.P3, 90)]
    [InlineData(Priority.P2, Priority.P3, 90)]
    [InlineData(Priority.P4, Priority.P2, null)]
    [InlineData(Priority.P3, Priority.P1, null)]
    public void The_hour_begins_with_the_priority_and_a_backlog_is_not_asked_about(Priority from, Priority to, int? minutes) =>
        ServiceIssues.SetPriority(Created(from), to, Ana, Now).Due(DutyKind.AskProgress)
            .ShouldBe(minutes is { } after ? Thursday + Duration.FromMinutes(after) : null);

    [Fact]
    public void A_P4_that_is_asked_about_and_becomes_a_P3_goes_to_nobody_for_its_silence()
    {
        var asked = ProgressRules.Asked(Created(Priority.P4), Now);
        asked.Owed().ShouldContain(DutyKind.EscalateProgress);

        ServiceIssues.SetPriority(asked, Priority.P3, Ana, Now).Owed().ShouldNotContain(DutyKind.EscalateProgress);
    }

    [Fact]
    public void Each_time_that_it_becomes_P4_everybody_is_told_once()
    {
        var p4 = ServiceIssues.SetPriority(Created(Priority.P3), Priority.P4, Ana, Now);
        var seen = ServiceIssues.SeenInTracker(Settled(p4), Tracked(p4), Now);
        seen.Told().ShouldBeEmpty();

        var p3 = ServiceIssues.SetPriority(seen, Priority.P3, Ana, Now);
        p3.Told().ShouldBeEmpty();
        ServiceIssues.SetPriority(Settled(p3), Priority.P4, Ana, Now).Told().ShouldBe(["P4Guild Guild", "P4Level2 clara"]);
    }

    [Fact]
    public void A_closed_case_alarms_nobody_until_it_is_opened_again()
    {
        var closed = Settled(ServiceIssues.Fix(Created(Priority.P3), null, Ana, Now));
        var p4 = ServiceIssues.SetPriority(closed, Priority.P4, Bruno, Now);
        p4.Told().ShouldBeEmpty();
        p4.Owed().ShouldNotContain(DutyKind.AskProgress);

        ServiceIssues.Reopen(p4, Ana, Now).Told().ShouldBe(["P4Guild Guild", "P4Level2 clara"]);
    }

    [Theory]
    [InlineData(Priority.P4)]
    [InlineData(Priority.P3)]
    [InlineData(Priority.P2)]
    [InlineData(Priority.P1)]
    public void What_Level_2_decides_is_told_to_whoever_asked(Priority priority)
    {
        var undecided = Settled(Triaged(Priority.P3, Thursday, undecided: true)) with { Issue = Created(Priority.P3).Issue };
        var decided = ServiceIssues.SetPriority(undecided, priority, Clara, Now);

        decided.Undecided.ShouldBeFalse();
        decided.Priority.ShouldBe(priority);
        decided.Told().ShouldContain("PriorityDecided ana");
        decided.Owed().ShouldNotContain(DutyKind.RemindPriority);
        decided.Owed().ShouldContain(DutyKind.SetLabels);
    }

    [Fact]
    public void A_confirmed_P3_is_asked_about_when_it_was_to_be()
    {
        var undecided = Triaged(Priority.P3, Thursday, undecided: true);

        ServiceIssues.SetPriority(undecided, Priority.P3, Clara, Now).Due(DutyKind.AskProgress).ShouldBe(undecided.Due(DutyKind.AskProgress));
    }

    public static TheoryData<string, Func<Case, Case>, string?, Priority, bool> InTracker => new()
    {
        { "nothing", c => c, "ana", Priority.P3, true },
        { "label", c => c with { Priority = Priority.P4 }, "ana", Priority.P4, true },
        { "assignee", c => c with { Owner = "bruno" }, "bruno", Priority.P3, true },
        { "closed", c => c with { Closed = new Closing(Thursday, Ana, null) }, "ana", Priority.P3, false },
        { "all", c => c with { Owner = "bruno", Priority = Priority.P1, Closed = new Closing(Thursday, Ana, null) }, "bruno", Priority.P1, false },
    };

    [Theory]
    [MemberData(nameof(InTracker))]
    public void A_label_an_assignee_or_a_close_there_counts_and_is_not_written_back(string what, Func<Case, Case> change, string? owner, Priority priority, bool isOpen)
    {
        var known = Created(Priority.P3);
        var seen = ServiceIssues.SeenInTracker(known, Tracked(change(known)), Now);

        seen.ShouldSatisfyAllConditions(what, () => seen.Owner.ShouldBe(owner), () => seen.Priority.ShouldBe(priority), () => seen.IsOpen.ShouldBe(isOpen));
        seen.Owed().ShouldNotContain(kind => kind == DutyKind.SetLabels || kind == DutyKind.Assign || kind == DutyKind.SetOpen);
    }

    [Fact]
    public void What_is_still_on_its_way_there_is_not_taken_back()
    {
        var known = Created(Priority.P3);
        var changed = ServiceIssues.SetPriority(ServiceIssues.Give(known, "bruno", Ana, Now), Priority.P2, Ana, Now);
        changed = ServiceIssues.Fix(changed, null, Ana, Now);

        ServiceIssues.SeenInTracker(changed, Tracked(known), Now).ShouldBeSameAs(changed);
    }

    [Theory]
    [InlineData("P1,P4,P2", Priority.P4)]
    [InlineData("bug,p3", Priority.P3)]
    [InlineData("bug,P5", null)]
    [InlineData("priority: being decided", null)]
    public void The_highest_label_counts(string labels, Priority? priority) =>
        ServiceIssues.PriorityIn(Tracked(Created(Priority.P3)) with { Labels = labels.Split(',') }, SampleSquad.DataInfra).ShouldBe(priority);
}
