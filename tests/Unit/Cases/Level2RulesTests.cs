using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;
using static Hausmeister.Tests.Cases.CaseExamples;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Cases;

/// <summary>Whom somebody asks for help, and where silence goes.</summary>
public sealed class Level2RulesTests
{
    private static readonly Moment Now = At(Thursday);

    public static TheoryData<string, Instant, string> Helpers => new()
    {
        { "ana", Thursday, "clara" },
        { "bruno", Thursday, "clara" },
        { "clara", Thursday, "ana" },
        // In Bruno's week Ana is Level 2, and the only lead: she asks the other experienced one.
        { "bruno", SampleSquad.At(2026, 12, 1, 10, 0), "ana" },
        { "ana", SampleSquad.At(2026, 12, 1, 10, 0), "clara" },
    };

    [Theory]
    [MemberData(nameof(Helpers))]
    public void Help_comes_from_somebody_else(string asker, Instant at, string helper) => At(at).HelpFor(asker).ShouldBe(helper);

    [Theory]
    [InlineData(Priority.P4, 10)]
    [InlineData(Priority.P3, 30)]
    [InlineData(Priority.P2, 30)]
    public void Asking_tells_Level_2_and_the_owner_stays(Priority priority, int minutes)
    {
        var asked = Ask(Created(priority), Bruno);

        asked.Told().ShouldBe(["Level2Ask clara"]);
        asked.Owner.ShouldBe(Created(priority).Owner);
        asked.Due(DutyKind.EscalateLevel2).ShouldBe(Thursday + Duration.FromMinutes(minutes));
        asked.Level2.ShouldBe(new Level2Request(Level2Reason.Stuck, "All of it", Bruno, Thursday, "clara"));
    }

    [Fact]
    public void The_same_again_asks_nobody_twice_and_other_words_do()
    {
        var asked = Ask(Created(Priority.P3), Bruno);

        Ask(asked, Bruno).ShouldBeSameAs(asked);
        Level2Rules.Ask(Settled(asked), Level2Reason.Stuck, "More of it", Bruno, Now).Told().ShouldBe(["Level2Ask clara"]);
        Ask(Settled(Level2Rules.Unanswered(asked, Now)), Bruno).Told().ShouldBe(["Level2Ask clara"]);
    }

    [Fact]
    public void For_a_closed_case_nobody_is_asked()
    {
        var closed = ServiceIssues.Fix(Created(Priority.P3), null, Ana, Now);

        Ask(closed, Ana).ShouldBeSameAs(closed);
        var closedMeanwhile = ServiceIssues.Fix(Ask(Created(Priority.P3), Ana), null, Ana, Now);
        Level2Rules.AnswerWith(closedMeanwhile, Level2Answer.TakingOver, Clara, Now).ShouldBeSameAs(closedMeanwhile);
    }

    [Fact]
    public void Silence_goes_to_a_lead_and_whoever_asked_is_told()
    {
        var silent = Level2Rules.Unanswered(Settled(Ask(Created(Priority.P3), Bruno)), Now.Later(30));

        silent.Told().ShouldBe(["Level2Lead ana", "Level2Silent bruno"]);
        silent.Level2!.Lead.ShouldBe("ana");
        silent.Owed().ShouldNotContain(DutyKind.EscalateLevel2);
        Level2Rules.Unanswered(Settled(silent), Now.Later(60)).Told().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("clara")]
    public void Where_there_is_no_other_lead_whoever_asked_is_told_so(string asker)
    {
        var silent = Level2Rules.Unanswered(Settled(Ask(Created(Priority.P3), new Person(asker, asker, IsGuest: false))), Now.Later(30));

        silent.Told().ShouldBe([$"Level2Silent {asker}"]);
        silent.Level2!.Lead.ShouldBeNull();
    }

    [Theory]
    [InlineData(Level2Answer.JoiningNow, "ana")]
    [InlineData(Level2Answer.In30Minutes, "ana")]
    [InlineData(Level2Answer.TakingOver, "clara")]
    public void The_first_answer_counts_and_whoever_asked_sees_it(Level2Answer answer, string owner)
    {
        var answered = Level2Rules.AnswerWith(Settled(Ask(Created(Priority.P3), Bruno)), answer, Clara, Now);

        answered.Told().ShouldBe(["Level2Answer bruno"]);
        answered.Owner.ShouldBe(owner);
        answered.Owed().ShouldNotContain(DutyKind.EscalateLevel2);
        Level2Rules.AnswerWith(answered, Level2Answer.TakingOver, Ana, Now).ShouldBeSameAs(answered);
        Level2Rules.Unanswered(answered, Now).Told().ShouldBe(answered.Told());
    }

    [Theory]
    [InlineData(Priority.P3, Priority.P4, 10)]
    [InlineData(Priority.P4, Priority.P3, 30)]
    [InlineData(Priority.P3, Priority.P2, 30)]
    public void The_patience_is_that_of_the_present_priority(Priority asked, Priority now, int minutes) =>
        ServiceIssues.SetPriority(Ask(Created(asked), Bruno), now, Bruno, Now.Later(5)).Due(DutyKind.EscalateLevel2).ShouldBe(Thursday + Duration.FromMinutes(minutes));

    [Fact]
    public void A_question_that_becomes_a_P4_waits_no_longer_than_a_P4()
    {
        var question = Ask(Reported(Thursday) with { Kind = CaseKind.Question }, Bruno);
        question.Due(DutyKind.EscalateLevel2).ShouldBe(Thursday + Duration.FromMinutes(30));

        ServiceIssues.Begin(question with { Priority = Priority.P4 }, Bruno, Now).Due(DutyKind.EscalateLevel2).ShouldBe(Thursday + Duration.FromMinutes(10));
    }

    private static Case Ask(Case @case, Person by) => Level2Rules.Ask(@case, Level2Reason.Stuck, "All of it", by, Now);
}
