using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Triage;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Cards;

/// <summary>Cards about several things, and the one next thing.</summary>
internal static partial class CardSamples
{
    private const int MoreThanACardShows = 13;

    private static IEnumerable<(string Name, AdaptiveCard Card)> ListsOf(string words)
    {
        var draft = new TriageDraft { CaseId = "ana-17", What = words, Step = "3" };
        var (issue, question) = (Issue(words), Question(words));
        IReadOnlyList<TrackedIssue> tracked = [.. Enumerable.Range(470, MoreThanACardShows).Select(number => Tracked(number, words))];
        var open = new OpenIssues(tracked, Now.Now, null);
        yield return ("look-alikes", LookAlikesCard.Build(draft, [.. tracked.Take(3)], Now));
        yield return ("no matches", MatchesCard.Build(draft, [], Now));
        yield return ("issues", IssuesCard.Build(open, [issue with { Priority = Priority.P4 }], Now, Page, "GitHub"));
        yield return ("issues as they were", IssuesCard.Build(open with { Trouble = "GitHub does not answer." }, [issue], Now, Page, "GitHub"));
        yield return ("issues that only we keep", IssuesCard.Build(new OpenIssues([], null, "GitHub does not answer."), [issue], Now, Page, "GitHub"));
        yield return ("no issues", IssuesCard.Build(new OpenIssues([], Now.Now, null), [], Now, Page, "GitHub"));
        yield return ("backlog", IssuesCard.Build(open, [], Now, Page, "GitHub", backlog: true));
        yield return ("no cases", CasesCard.Build([], Now));
        yield return ("many cases", CasesCard.Build([.. Enumerable.Repeat(issue, MoreThanACardShows), question], Now));
        yield return ("next", NextCard.Build(issue, Now, new NextSummary(0, 2, 1, 3, 4)));
        yield return ("next is a P4", NextCard.Build(issue with { Priority = Priority.P4, Severity = true }, Now, new NextSummary(1, 2, 1, 3, 4)));
        yield return ("next is a question", NextCard.Build(question, Now, new NextSummary(0, 0, 2, 3, 4)));
        yield return ("nothing next", NextCard.Build(null, Now, new NextSummary(0, 0, 0, 3, 4)));
        yield return ("home", HomeCard.Build([new(Now, [issue, question, issue with { Issue = null, Undecided = true }], [SampleDay.Late])], Ana));
        yield return ("home of two squads", HomeCard.Build([new(Now, [], []), new(Now with { Squad = Nasty(words) with { Name = words } }, [.. Enumerable.Repeat(issue, MoreThanACardShows)], [SampleDay.Complete, SampleDay.Failed])], Ana));
        yield return ("home of a guest", HomeCard.Build([new(Now, [], [])], Guest));
        yield return ("morning", MorningCard.Build([new MorningItem.Progress(issue), new MorningItem.Guest(FromGuest(words))], Now));
        yield return ("one round", RoundCard.Build([new MorningItem.Progress(issue), new MorningItem.Progress(issue with { Id = "ana-18" })], Now));
        yield return ("a long night", MorningCard.Build([.. Enumerable.Repeat<MorningItem>(new MorningItem.Guest(FromGuest(words)), MoreThanACardShows)], Now));
        yield return ("docs offer", DocsOfferCard.Build([Answered(words), Answered(words), Answered(words)], Now));
        yield return ("docs issue is being created", DocsOfferCard.Build([Answered(words) with { Duties = [new Duty("docs", DutyKind.CreateDocsIssue, Now.Now)] }], Now));
        yield return ("docs issue", DocsOfferCard.Build([Answered(words) with { DocsIssue = issue.Issue }], Now));
    }

    private static Case Answered(string words) =>
        Question(words) with { Answer = new Answer(AnswerKind.Page, words, new Uri("https://docs.example/x"), "https://docs.example/x", Ana, Now.Now) };

    private static TrackedIssue Tracked(int number, string words)
    {
        var opened = Now.Now - Duration.FromDays(number - 460);
        var url = new Uri($"https://github.com/nubank/itaipu/issues/{number}");
        return new TrackedIssue(number, words, words, url, Open: true, [$"P{1 + (number % 4)}"], number % 2 == 0 ? "bruno" : null, opened, opened, null);
    }

    private static Uri Page(string? label) => new($"https://github.com/nubank/itaipu/issues?q=is%3Aopen%20label%3A%22{label}%22");
}
