using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Cards;

/// <summary>What each card is when its case went on: waiting, done, failed, stale, to be read only.</summary>
internal static partial class CardSamples
{
    private static IEnumerable<(string Name, AdaptiveCard Card)> StatesOf(string words)
    {
        var (issue, question) = (Issue(words), Question(words));
        var closed = new Closing(Now.Now, Ana, words);
        var trouble = new Trouble(words, Now.Now - Duration.FromMinutes(12), Now.Now + Duration.FromMinutes(1), 1);
        var asked = new Level2Request(Level2Reason.WhereToStart, null, Ana, Now.Now, "clara");
        var (fixedIssue, closedQuestion) = (issue with { Closed = closed }, question with { Closed = closed });
        yield return ("creating a P4", IssueCard.Build(issue with { Issue = null, Priority = Priority.P4 }, Now, Ana));
        yield return ("tracker away at a P4", IssueCard.Build(issue with { Issue = null, Priority = Priority.P4, Trouble = trouble }, Now, Ana));
        yield return ("backlog issue", IssueCard.Build(issue with { Priority = Priority.P1, Owner = null, Notes = [], Level2 = null }, Now, Ana));
        yield return ("fixed in the tracker", IssueCard.Build(issue with { Closed = new Closing(Now.Now, Person.Bot, null, InTracker: true) }, Now, Ana));
        yield return ("fixed for a guest", IssueCard.Build(fixedIssue, Now, Guest));
        yield return ("stale when fixed", IssueCard.Build(fixedIssue, Now, Ana, "Bruno set P4 to P3 at 11:02."));
        yield return ("progress: fixed", ProgressCard.Build([fixedIssue], Now));
        yield return ("progress: no priority to ask about", ProgressCard.Build([issue with { Progress = null, Level2 = null, Priority = Priority.P2 }], Now));
        yield return ("progress: waiting", ProgressCard.Build([Moving(issue) with { Timeline = [new Event(Now.Now, Ana, "waiting")] }], Now));
        yield return ("progress: news", ProgressCard.Build([Moving(issue) with { Progress = new Progress(Now.Now, words, 0, null) }], Now));
        yield return ("progress: many", ProgressCard.Build([.. Enumerable.Repeat(issue, MoreThanACardShows)], Now));
        yield return ("question to Level 2", QuestionCard.Build(question with { Level2 = asked, Owner = "ana", Notes = [new Note(Now.Now, Ana, words)] }, Now));
        yield return ("question of a guest", QuestionCard.Build(FromGuest(words), Now));
        yield return ("question answered elsewhere", QuestionCard.Build(question with { Answer = new Answer(AnswerKind.Elsewhere, null, new Uri("https://chat.example/1"), null, Ana, Now.Now) }, Now));
        yield return ("question answered by a page", QuestionCard.Build(Answered(words), Now));
        yield return ("question closed", QuestionCard.Build(closedQuestion, Now));
        yield return ("Level 2 answered", Level2AskCard.Build(issue, Now, Clara));
        yield return ("Level 2 is not needed: fixed", Level2AskCard.Build(fixedIssue with { Level2 = asked }, Now, Clara));
        yield return ("Level 2 is not needed: answered", Level2AskCard.Build(Answered(words) with { Level2 = asked }, Now, Clara));
        yield return ("Level 2 is not asked any more", Level2AskCard.Build(issue with { Level2 = null }, Now, Clara));
        yield return ("Level 2 form about a question", Level2Form.Build(question, Now, Ana));
        yield return ("no priority is needed", PriorityAskCard.Build(fixedIssue with { Undecided = true }, Now));
        yield return ("P4 is a P3 now", P4Card.Build(issue, Now));
        yield return ("given on", CaseMessages.Build(PostKind.Given, issue with { Owner = "bruno" }, Now, Ana, "Clara"));
        yield return ("guest report is closed", GuestReportCard.Build(FromGuest(words) with { Closed = closed }, Now, "ana"));
        yield return ("guest report in a room", GuestReportCard.Build(FromGuest(words), Now, null));
        yield return ("review of an undecided one", ReviewCard.Build(new() { CaseId = "ana-17", What = words, Priority = "unknown", Step = "3" }, Now, "Clara"));
        yield return ("docs offer by an earlier answer", DocsOfferCard.Build([AnsweredBefore(words), AnsweredBefore(words), AnsweredBefore(words)], Now));
        foreach (var kind in OfCases)
            yield return ($"message {kind} of a fixed one", CaseMessages.Build(kind, fixedIssue, Now, null, kind == PostKind.HelpAnswer ? "clara" : words));
    }

    private static Case AnsweredBefore(string words) => Question(words) with { Answer = new Answer(AnswerKind.EarlierCase, words, null, "ana-3", Ana, Now.Now) };
}
