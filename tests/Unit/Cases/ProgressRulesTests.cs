using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;
using static Hausmeister.Tests.Cases.CaseExamples;

namespace Hausmeister.Tests.Cases;

/// <summary>When somebody is asked how it goes.</summary>
public sealed class ProgressRulesTests
{
    public static TheoryData<Priority, Instant, Instant?> Firsts => new()
    {
        { Priority.P3, Thursday, SampleSquad.At(2026, 11, 26, 11, 0) },
        { Priority.P4, Thursday, SampleSquad.At(2026, 11, 26, 11, 0) },
        { Priority.P2, Thursday, null },
        { Priority.P1, Thursday, null },
        // A P3 in work hours only: at night, before them, over their end, over the weekend for whoever had it before.
        { Priority.P3, SampleSquad.At(2026, 11, 26, 3, 0), SampleSquad.At(2026, 11, 26, 9, 0) },
        { Priority.P3, SampleSquad.At(2026, 11, 26, 8, 30), SampleSquad.At(2026, 11, 26, 9, 30) },
        { Priority.P3, SampleSquad.At(2026, 11, 26, 16, 59), SampleSquad.At(2026, 11, 26, 17, 59) },
        { Priority.P3, SampleSquad.At(2026, 11, 26, 17, 0), SampleSquad.At(2026, 11, 27, 9, 0) },
        { Priority.P3, SampleSquad.At(2026, 11, 27, 16, 30), SampleSquad.At(2026, 11, 27, 17, 30) },
        { Priority.P4, SampleSquad.At(2026, 11, 26, 3, 0), SampleSquad.At(2026, 11, 26, 4, 0) },
        { Priority.P4, Saturday, Saturday + Duration.FromHours(1) },
        // The weekend's is nobody's and waits for Monday's Hausmeister.
        { Priority.P3, SampleSquad.At(2026, 11, 27, 17, 0), SampleSquad.At(2026, 11, 30, 11, 0) },
        { Priority.P3, Saturday, SampleSquad.At(2026, 11, 30, 11, 0) },
        { Priority.P3, SampleSquad.At(2026, 11, 30, 10, 30), SampleSquad.At(2026, 11, 30, 11, 30) },
    };

    [Theory]
    [MemberData(nameof(Firsts))]
    public void An_hour_after_the_triage_if_one_may_ask_then(Priority priority, Instant triaged, Instant? asked) =>
        Triaged(priority, triaged).Due(DutyKind.AskProgress).ShouldBe(asked);

    [Theory]
    [InlineData(Priority.P3, 1, "2026-11-26T11:00")]
    [InlineData(Priority.P3, 2, "2026-11-26T12:00")]
    [InlineData(Priority.P3, 3, "2026-11-27T09:00")]
    [InlineData(Priority.P3, 4, "2026-11-27T09:00")]
    [InlineData(Priority.P4, 1, "2026-11-26T11:00")]
    [InlineData(Priority.P4, 2, "2026-11-26T11:00")]
    [InlineData(Priority.P4, 5, "2026-11-26T11:00")]
    public void Moving_asks_after_one_hour_then_two_then_the_next_morning_and_a_P4_every_hour(Priority priority, int times, string next)
    {
        var @case = Created(priority, Thursday - Duration.FromHours(1));
        for (var i = 0; i < times; i++)
            @case = ProgressRules.Moving(ProgressRules.Asked(@case, At(Thursday)), Ana, At(Thursday));

        var local = @case.Due(DutyKind.AskProgress)!.Value.InZone(SampleSquad.SaoPaulo).LocalDateTime;
        local.ToString("uuuu-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(next);
    }

    [Fact]
    public void News_in_between_begin_the_pauses_again()
    {
        var moving = ProgressRules.Moving(ProgressRules.Asked(Created(Priority.P3), At(Thursday)), Ana, At(Thursday));
        moving = ProgressRules.Moving(ProgressRules.Asked(moving, At(Thursday)), Ana, At(Thursday));
        var heard = ProgressRules.Heard(moving, "a comment", At(Thursday));

        ProgressRules.Moving(ProgressRules.Asked(heard, At(Thursday)), Ana, At(Thursday)).Due(DutyKind.AskProgress).ShouldBe(Thursday + Duration.FromHours(1));
        heard.Progress.ShouldBe(new Progress(Thursday, "a comment", 0, null));
    }

    [Theory]
    [InlineData(Priority.P4, true)]
    [InlineData(Priority.P3, false)]
    public void Only_a_P4_that_stays_unanswered_goes_to_Level_2(Priority priority, bool goes)
    {
        var asked = ProgressRules.Asked(Created(priority), At(Thursday));

        asked.Due(DutyKind.EscalateProgress).ShouldBe(goes ? Thursday + Duration.FromMinutes(15) : null);
        asked.Due(DutyKind.AskProgress).ShouldBe(Thursday + Duration.FromHours(1));
    }

    [Theory]
    [InlineData("ana", "ProgressSilent clara")]
    [InlineData("bruno", "ProgressSilent clara")]
    [InlineData("clara", "ProgressSilent ana")]
    public void Silence_about_a_P4_goes_to_Level_2_or_to_a_lead_where_it_is_Level_2s(string owner, string told)
    {
        var silent = ProgressRules.Unanswered(ProgressRules.Asked(Created(Priority.P4) with { Owner = owner }, At(Thursday)), At(Thursday).Later(15));

        silent.Told().ShouldBe([told]);
        silent.Owed().ShouldNotContain(DutyKind.EscalateProgress);
    }

    [Fact]
    public void Every_answer_ends_the_wait_for_one()
    {
        var asked = ProgressRules.Asked(Created(Priority.P4), At(Thursday));
        Hausmeister.Domain.Cases.Case[] answered =
        [
            ProgressRules.Moving(asked, Ana, At(Thursday)),
            ProgressRules.WaitUntil(asked, Thursday + Duration.FromHours(5), Ana, At(Thursday)),
            ProgressRules.Heard(asked, "a comment", At(Thursday)),
            ServiceIssues.AddNote(asked, "a note", Ana, At(Thursday)),
            ServiceIssues.Fix(asked, null, Ana, At(Thursday)),
        ];

        answered.ShouldAllBe(c => !c.Owed().Contains(DutyKind.EscalateProgress));
        answered.ShouldAllBe(c => c.Progress == null || c.Progress.AskedAt == null);
        answered.ShouldAllBe(c => !ProgressRules.Unanswered(c, At(Thursday)).Told().Any());
    }

    [Theory]
    [InlineData(Priority.P3, 15, 30, 26, 15, 30)]
    [InlineData(Priority.P3, 20, 0, 27, 9, 0)]
    [InlineData(Priority.P4, 20, 0, 26, 20, 0)]
    public void Waiting_until_asks_not_before_and_a_P3_in_work_hours(Priority priority, int hour, int minute, int day, int askedHour, int askedMinute)
    {
        var asked = ProgressRules.Asked(Created(priority), At(Thursday));
        var until = SampleSquad.At(2026, 11, 26, hour, minute);
        var waiting = ProgressRules.WaitUntil(asked, until, Ana, At(Thursday));

        waiting.Due(DutyKind.AskProgress).ShouldBe(SampleSquad.At(2026, 11, day, askedHour, askedMinute));
        ProgressRules.WaitUntil(waiting, until, Ana, At(Thursday)).ShouldBeSameAs(waiting);
    }

    [Fact]
    public void Moving_answers_a_question_only()
    {
        var created = Created(Priority.P3);

        ProgressRules.Moving(created, Ana, At(Thursday)).ShouldBeSameAs(created);
    }

    [Fact]
    public void A_question_and_a_backlog_are_not_watched()
    {
        ProgressRules.Watch(Reported(Thursday) with { Kind = CaseKind.Question, Priority = Priority.P4 }, At(Thursday)).Progress.ShouldBeNull();
        ProgressRules.Heard(Created(Priority.P2), "a comment", At(Thursday)).Progress.ShouldBeNull();
    }
}
