using Hausmeister.Domain.Duties;

namespace Hausmeister.Domain.Cases;

/// <summary>What happens to a user question.</summary>
public static class Questions
{
    /// <summary>It was answered. Whoever asked, a guest or somebody in a channel, reads the answer.</summary>
    public static Case AnswerWith(Case @case, Answer answer, Moment moment)
    {
        if (@case.Answer is not null)
            return @case;
        var answered = (@case with { Kind = CaseKind.Question, Answer = answer })
            .Settle(DutyKind.EscalateLevel2)
            .Happened(moment.Now, answer.By, "answered")
            .Refresh(moment.Now);
        return Guests.TellNews(Threads.TellAnswer(answered, answer, moment), moment);
    }

    /// <summary>The third time in 30 days that the same page or earlier case answers: docs are owed.</summary>
    public const int SameQuestionsForDocs = 3;

    /// <summary>How far back the same question counts.</summary>
    public static NodaTime.Duration SameQuestionWindow { get; } = NodaTime.Duration.FromDays(30);

    /// <summary>Asked for twice, it is created once; without an answer there is nothing to write down.</summary>
    public static Case CreateDocsIssue(Case @case, Person by, Moment moment) => @case is not { Answer: not null, DocsIssue: null } || @case.Duties.Any(d => d.Kind == DutyKind.CreateDocsIssue) ? @case : @case
        .Owe(new Duty("docs", DutyKind.CreateDocsIssue, moment.Now))
        .Happened(moment.Now, by, "asked for a documentation issue");
}
