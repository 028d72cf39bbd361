using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;
using static Hausmeister.Tests.Cases.CaseExamples;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Cases;

/// <summary>What a guest tells, and what becomes of a question.</summary>
public sealed class GuestsAndQuestionsTests
{
    private const string Place = "webchat/data-infra.me.guest";
    private static readonly Moment Now = At(Thursday);

    public static TheoryData<Instant, Instant, string> Reports => new()
    {
        { Thursday, Thursday, "ana" },
        { SampleSquad.At(2026, 11, 26, 20, 0), SampleSquad.At(2026, 11, 27, 9, 0), "ana" },
        { Saturday, SampleSquad.At(2026, 11, 30, 9, 0), "davi" },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public void The_one_on_duty_gets_a_report_in_work_hours(Instant at, Instant told, string onDuty)
    {
        var duty = Guests.Report(FromGuest(), At(at)).Duties.Single();

        duty.To.ShouldBe(Recipient.Of(onDuty));
        duty.Message.ShouldBe(PostKind.GuestReport);
        duty.Due.ShouldBe(told);
        duty.Waited.ShouldBe(told > at);
    }

    [Fact]
    public void The_first_one_to_take_it_has_it_and_the_guest_reads_who()
    {
        var taken = Guests.Take(Guests.Report(FromGuest(), Now), Bruno, Now);

        taken.Owner.ShouldBe("bruno");
        taken.Told().ShouldBe([$"GuestNews {Place}"]);
        Guests.Take(taken, Ana, Now).ShouldBeSameAs(taken);
        Guests.Take(Created(Priority.P3) with { Owner = null }, Ana, Now).Owner.ShouldBeNull();
    }

    [Fact]
    public void A_guest_reads_of_the_issue_of_its_end_and_of_an_answer()
    {
        var triaged = ServiceIssues.Begin(FromGuest() with { Priority = Priority.P3 }, Ana, Now);
        var created = ServiceIssues.Created(triaged, Tracked(triaged), Now);
        created.Told().ShouldBe([$"GuestNews {Place}"]);
        ServiceIssues.Fix(Settled(created), null, Ana, Now).Told().ShouldBe([$"GuestNews {Place}"]);
        Questions.AnswerWith(FromGuest(), Answered, Now).Told().ShouldBe([$"GuestNews {Place}"]);
    }

    [Fact]
    public void A_question_is_answered_once_and_nobody_is_asked_any_more()
    {
        var asked = Level2Rules.Ask(Question, Level2Reason.WhereToStart, null, Ana, Now);
        var answered = Questions.AnswerWith(asked, Answered, Now);

        answered.IsOpen.ShouldBeFalse();
        answered.Owed().ShouldNotContain(DutyKind.EscalateLevel2);
        Questions.AnswerWith(answered, Answered with { Text = "Something else" }, Now).ShouldBeSameAs(answered);
    }

    [Fact]
    public void Docs_are_asked_for_once()
    {
        var answered = Question with { Answer = Answered };
        var asked = Questions.CreateDocsIssue(answered, Ana, Now);
        asked.Owed().ShouldBe([DutyKind.CreateDocsIssue]);
        Questions.CreateDocsIssue(asked, Bruno, Now).ShouldBeSameAs(asked);

        var created = Settled(asked) with { Duties = [], DocsIssue = new IssueRef(7, new Uri("https://tracker.example/7")) };
        Questions.CreateDocsIssue(created, Ana, Now).ShouldBeSameAs(created);
        Questions.CreateDocsIssue(Question, Ana, Now).Owed().ShouldBeEmpty();
    }

    private static Answer Answered => new(AnswerKind.Typed, "Run it again", null, null, Ana, Thursday);

    private static Case Question => Reported(Thursday) with { Kind = CaseKind.Question };

    private static Case FromGuest() => Question with { OpenedBy = Gil, Conversation = Place, Guest = new GuestReport("Opened my_sales", "Rows", "the chat") };
}
