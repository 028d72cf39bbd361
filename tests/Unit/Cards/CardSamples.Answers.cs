using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Cards;

/// <summary>Cards that ask one person, before and after the answer.</summary>
internal static partial class CardSamples
{
    private static readonly Person Clara = new("clara", "Clara", false);

    private static IEnumerable<(string Name, AdaptiveCard Card)> AnswersOf(string words)
    {
        var issue = Issue(words);
        var asks = issue with { Level2 = new Level2Request(Level2Reason.Stuck, words, Ana, Now.Now, "clara") };
        var p4 = issue with { Priority = Priority.P4, Severity = true, Helpers = [new("bruno", HelpAnswer.Asked, "ana")] };
        var closed = new Closing(Now.Now, Ana, words);
        var fromGuest = FromGuest(words);
        yield return ("severity first", IssueCard.Build(p4, Now, Ana));
        yield return ("issue for a guest", IssueCard.Build(issue, Now, Guest));
        yield return ("weekend's P3", IssueCard.Build(issue with { Owner = null }, new Moment(Now.Squad, SampleSquad.At(2026, 11, 28, 15, 0)), Ana));
        yield return ("help for a guest", HelpCard.Build(Now, Guest));
        yield return ("given", GivenCard.Build(issue, Now, "Bruno"));
        yield return ("Level 2 is asked", Level2AskCard.Build(asks, Now, Clara));
        yield return ("a lead is asked", Level2AskCard.Build(asks with { Level2 = asks.Level2 with { Lead = "ana" } }, Now, Ana));
        yield return ("Level 2 is asked about a question", Level2AskCard.Build(Question(words) with { Level2 = asks.Level2 }, Now, Clara));
        yield return ("Level 2 is asked for a priority", PriorityAskCard.Build(issue with { Undecided = true }, Now));
        yield return ("Level 2 has decided", PriorityAskCard.Build(issue with { PriorityChange = new(Priority.P3, Priority.P4, Clara, Now.Now) }, Now));
        yield return ("P4 to Level 2", P4Card.Build(p4, Now));
        yield return ("P4 is over", P4Card.Build(p4 with { Closed = closed }, Now));
        yield return ("pull in", PullInCard.Build(p4, Now, "bruno"));
        yield return ("pulled in", PullInCard.Build(p4 with { Helpers = [new("bruno", HelpAnswer.Coming, "ana"), new("davi", HelpAnswer.Cant, "ana")] }, Now, "bruno"));
        yield return ("pull in is over", PullInCard.Build(p4 with { Closed = closed }, Now, "bruno"));
        yield return ("progress answered", ProgressCard.Build([Moving(issue)], Now));
        yield return ("progress answered in part", ProgressCard.Build([issue, Moving(issue)], Now));
        yield return ("guest report is taken", GuestReportCard.Build(fromGuest with { Owner = "bruno" }, Now, "ana"));
        yield return ("guest hears: taken", GuestNewsCard.Build(fromGuest with { Owner = "ana" }, Now));
        yield return ("guest hears: an issue", GuestNewsCard.Build(issue, Now));
        yield return ("guest hears: fixed", GuestNewsCard.Build(issue with { Closed = closed }, Now));
        yield return ("guest hears: answered", GuestNewsCard.Build(Answered(words), Now));
        yield return ("thread reads: an issue", ThreadNewsCard.Build(PostKind.ThreadIssue, issue, Now));
        yield return ("thread reads: nobody's, undecided", ThreadNewsCard.Build(PostKind.ThreadIssue, issue with { Owner = null, Undecided = true }, Now));
        yield return ("thread reads: it was an issue", ThreadNewsCard.Build(PostKind.ThreadIssue, issue with { Closed = closed }, Now));
        yield return ("thread reads: typed", ThreadNewsCard.Build(PostKind.ThreadAnswer, Answered(words), Now));
        yield return ("thread reads: found", ThreadNewsCard.Build(PostKind.ThreadAnswer, Question(words) with { Answer = new Answer(AnswerKind.Page, words, new Uri("https://docs.example/x"), "x", Ana, Now.Now) }, Now));
        yield return ("review with a problem", ReviewCard.Build(new() { CaseId = "ana-17", What = words, Priority = "P4", Severity = "yes", Step = "3" }, Now, "Clara", words));
    }

    private static Case Moving(Case issue) => issue with
    {
        Level2 = null,
        Progress = new Progress(Now.Now, null, 1, null),
        Duties = [new Duty("progress", DutyKind.AskProgress, Now.Now + Duration.FromHours(2))],
    };
}
