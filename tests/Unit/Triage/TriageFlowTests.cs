using CsCheck;
using Hausmeister.Cards;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Tests.Triage;

/// <summary>Which question comes next, and that going back is the inverse of answering.</summary>
public sealed class TriageFlowTests
{
    private static readonly TriageDraft Empty = new() { CaseId = "ana-1" };
    private static readonly TriageDraft Question = Empty with { Kind = TriageDraft.Question };
    private static readonly TriageDraft Service = Empty with { Kind = TriageDraft.Service };

    /// <summary>Every answer that a button or words can give.</summary>
    private static readonly TriageAnswer[] Answers =
    [
        .. new[]
        {
            Verbs.Triage.Question, Verbs.Triage.Service, Verbs.Triage.Unsure, Verbs.Triage.New, Verbs.Triage.P4, Verbs.Triage.P3, Verbs.Triage.P2, Verbs.Triage.P1,
            Verbs.Triage.Unknown, Verbs.Triage.SeverityYes, Verbs.Triage.SeverityNo, Verbs.Question.Type, Verbs.Question.Elsewhere, Verbs.Question.Service,
        }.Select(verb => new TriageAnswer(verb, new Dictionary<string, string>())),
        TriageAnswer.With(Verbs.Triage.Text, "title", "Contracts has gaps"),
        TriageAnswer.With(Verbs.Triage.Text, "question", "Where is my table?"),
    ];

    private static readonly Gen<TriageAnswer> AnyAnswer = Gen.Int[0, Answers.Length - 1].Select(i => Answers[i]);

    public static TheoryData<string, TriageDraft, TriageStep> Drafts() => new()
    {
        { "nothing", Empty, TriageStep.Kind },
        { "words only", Empty with { What = "x" }, TriageStep.Kind },
        { "not sure", Empty with { Unsure = true }, TriageStep.KindTest },
        { "a question", Question, TriageStep.QuestionText },
        { "a question with words", Question with { What = "x" }, TriageStep.Matches },
        { "answered by typing", Question with { What = "x", Answering = TriageDraft.ByTyping }, TriageStep.TypedAnswer },
        { "answered elsewhere", Question with { What = "x", Answering = TriageDraft.ByLink }, TriageStep.AnswerLink },
        { "a service issue", Service, TriageStep.Title },
        { "with a title", Service with { What = "x" }, TriageStep.LookAlikes },
        { "a new one", Service with { What = "x", IsNew = true }, TriageStep.Priority },
        { "a P4", Service with { What = "x", IsNew = true, Priority = "P4" }, TriageStep.Severity },
        { "a P4 that is none of the levels", Service with { What = "x", IsNew = true, Priority = "P4", Severity = TriageDraft.No }, TriageStep.Review },
        { "a P3", Service with { What = "x", IsNew = true, Priority = "P3" }, TriageStep.Review },
        { "undecided", Service with { What = "x", IsNew = true, Priority = TriageDraft.Unknown }, TriageStep.Review },
        { "a P4 at once", Service with { What = "x", Priority = "P4", Express = true }, TriageStep.Review },
        { "a P4 at once without words", Service with { Priority = "P4", Express = true }, TriageStep.Title },
    };

    [Theory]
    [MemberData(nameof(Drafts))]
    public void The_first_unanswered_question_comes_next(string name, TriageDraft draft, TriageStep next) =>
        TriageFlow.Next(draft, hasSeverity: true).ShouldBe(next, name);

    [Fact]
    public void A_squad_without_severity_levels_is_not_asked_about_them() =>
        TriageFlow.Next(Service with { What = "x", IsNew = true, Priority = "P4" }, hasSeverity: false).ShouldBe(TriageStep.Review);

    [Fact]
    public void Back_is_the_inverse_of_an_answer() => AnyAnswer.Array[0, 12].Sample(answers =>
    {
        var draft = Empty;
        foreach (var answer in answers)
        {
            if (TriageTaken.Of(draft, TriageFlow.Next(draft, hasSeverity: true), answer, "Clara") is not { } taken || taken.Draft.Trail == draft.Trail)
                continue;
            TriageFlow.Back(taken.Draft).ShouldBe(draft);
            draft = taken.Draft;
        }
    });

    [Fact]
    public void Back_and_back_again_comes_to_the_first_question() => AnyAnswer.Array[0, 12].Sample(answers =>
    {
        var draft = answers.Aggregate(Empty, (d, answer) => TriageTaken.Of(d, TriageFlow.Next(d, hasSeverity: true), answer, "Clara")?.Draft ?? d);
        for (var steps = 0; steps <= answers.Length; steps++)
            draft = TriageFlow.Back(draft);
        TriageFlow.Next(draft, hasSeverity: true).ShouldBe(TriageStep.Kind);
        TriageFlow.Back(draft).ShouldBe(draft);
    });

    [Fact]
    public void Other_words_are_looked_up_again()
    {
        var draft = TriageFlow.Past(Service with { What = "x", IsNew = true }, TriageStep.Title);
        TriageFlow.Back(draft).IsNew.ShouldBeFalse();
    }

    [Fact]
    public void A_P4_at_once_that_is_none_goes_back_to_the_whole_triage()
    {
        var draft = TriageFlow.Back(Service with { What = "x", Priority = "P4", Express = true });
        TriageFlow.Next(draft, hasSeverity: true).ShouldBe(TriageStep.LookAlikes);
        TriageFlow.Back(draft).ShouldBe(draft);
    }

    [Theory]
    [InlineData("P4", Priority.P4)]
    [InlineData("P1", Priority.P1)]
    [InlineData(TriageDraft.Unknown, Priority.P3)]
    [InlineData(null, Priority.P3)]
    public void While_it_is_being_decided_it_is_treated_as_P3(string? chosen, Priority priority) =>
        TriageFlow.PriorityOf(Service with { Priority = chosen }).ShouldBe(priority);

    [Fact]
    public void Each_question_has_a_card_of_its_own() => TriageFlow.Stepped(TriageFlow.Stepped(Empty)).Step.ShouldBe("3");
}
