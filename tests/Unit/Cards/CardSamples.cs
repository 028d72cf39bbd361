using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Triage;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Cards;

/// <summary>Cards in their states, with plain, long and nasty words.</summary>
internal static partial class CardSamples
{
    private static readonly Moment Now = new(SampleSquad.DataInfra with { Channels = SampleSquad.WithCrash.Channels, SeverityProcedure = new Uri("https://example.com/severity"), Pipeline = SampleSquad.WithDag.Pipeline }, SampleSquad.At(2026, 11, 26, 10, 4));
    private static readonly Person Ana = new("ana", "Ana", false);
    private static readonly Person Guest = new("guest", "A guest", true);

    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>
    {
        ["plain"] = "Contracts has duplicated rows since Tuesday",
        ["long"] = string.Join(' ', Enumerable.Repeat("duplicated rows in the nightly run", 60)),
        ["unbroken"] = new string('x', 200),
        ["nasty"] = "<b>x</b> [bank](https://evil.example) [1]: javascript:alert(1) **bold** `code` @everyone \u202Eabc 😀",
    };

    public static IEnumerable<(string Name, AdaptiveCard Card)> All() => Words.SelectMany(w => With(w.Value).Select(card => ($"{card.Name} ({w.Key})", card.Card)));

    /// <summary>Every card, wherever people's words can stand in it with these.</summary>
    public static IEnumerable<(string Name, AdaptiveCard Card)> With(string words) =>
        Of(words).Concat(ListsOf(words)).Concat(AnswersOf(words)).Concat(StatesOf(words)).Concat(HandOffsOf(words)).Concat(OffersOf(words)).Concat(DagsOf(words));

    /// <summary>Messages about cases; a guest's and an offer need more than a case.</summary>
    private static IEnumerable<PostKind> OfCases =>
        Enum.GetValues<PostKind>().Where(k => k < PostKind.RotaMoved && k is not (PostKind.GuestReport or PostKind.GuestNews or PostKind.DocsOffer));

    private static IEnumerable<(string Name, AdaptiveCard Card)> Of(string words)
    {
        var draft = new TriageDraft { CaseId = "ana-17", What = words, Details = words, Reporter = words, Step = "3" };
        var issue = Issue(words);
        yield return ("welcome", WelcomeCard.Build(Now, Ana));
        yield return ("welcome to a guest", WelcomeCard.Build(Now, Guest));
        yield return ("help", HelpCard.Build(Now, Ana));
        yield return ("who", WhoCard.Build(Now, Ana));
        yield return ("rota", RotaCard.Build(Now with { Squad = Nasty(words) }, "ana", new Uri("https://bot.example/calendar/x/data-infra/ana.ics")));
        yield return ("rota in a room", RotaCard.Build(Overridden, null, new Uri("https://bot.example/calendar/x/data-infra.ics")));
        yield return ("rota picture", RotaPictureCard.Build(Overridden with { Squad = Nasty(words) }, new Uri("https://bot.example/calendar/x/data-infra.png?v=y")));
        yield return ("fairness", FairnessCard.Build(Now with { Squad = Nasty(words) }));
        yield return ("who for a guest", WhoCard.Build(Now, Guest));
        yield return ("kind", KindCard.Build(draft));
        yield return ("kind test", KindTestCard.Build(draft));
        yield return ("question text", QuestionTextCard.Build(draft));
        yield return ("matches", MatchesCard.Build(draft, [new("https://docs.example/x", words, new Uri("https://docs.example/x"), null), new("ana-3", words, null, Question(words))], Now));
        yield return ("matches for a thread", MatchesCard.Build(draft.From(InThread), [new("https://docs.example/x", words, new Uri("https://docs.example/x"), null), new("ana-3", words, null, Question(words))], Now));
        yield return ("no matches for a thread", MatchesCard.Build(draft.From(InThread), [], Now));
        yield return ("typed answer for a thread", TypedAnswerCard.Build(draft.From(InThread)));
        yield return ("typed answer", TypedAnswerCard.Build(draft));
        yield return ("answer link", AnswerLinkCard.Build(draft));
        yield return ("title", TitleCard.Build(draft));
        yield return ("priority", PriorityCard.Build(draft, "Clara"));
        yield return ("severity", SeverityCard.Build(draft, Now.Squad));
        yield return ("review", ReviewCard.Build(draft with { Priority = "P3" }, Now, "Clara"));
        yield return ("review of a P4", ReviewCard.Build(draft with { Priority = "P4", Express = true }, Now, "Clara"));
        yield return ("done", DoneCard.Build("It is", words, "Ana", "10:04"));
        yield return ("notice", NoticeCard.Build(words));
        yield return ("creating", IssueCard.Build(issue with { Issue = null }, Now, Ana));
        yield return ("tracker away", IssueCard.Build(issue with { Issue = null, Trouble = new Trouble("GitHub does not answer.", Now.Now, Now.Now + Duration.FromMinutes(10), 4) }, Now, Ana));
        yield return ("issue", IssueCard.Build(issue, Now, Ana));
        yield return ("stale", IssueCard.Build(issue, Now, Ana, "Bruno set P4 to P3 at 11:02. Your tap did nothing; here is the present card."));
        yield return ("P4", IssueCard.Build(issue with { Priority = Priority.P4, Helpers = [new("clara", HelpAnswer.Coming, "ana")] }, Now, Ana));
        yield return ("undecided", IssueCard.Build(issue with { Undecided = true }, Now, Ana));
        yield return ("fixed", IssueCard.Build(issue with { Closed = new Closing(Now.Now, Ana, words) }, Now, Ana));
        yield return ("note form", NoteForm.Build(issue));
        yield return ("give form", GiveForm.Build(issue, Now));
        yield return ("priority form", PriorityForm.Build(issue, Now));
        yield return ("Level 2 form", Level2Form.Build(issue, Now, Ana));
        yield return ("fixed form", FixedForm.Build(issue));
        yield return ("pull in form", PullInForm.Build(issue, Now, Ana));
        var severe = issue with { Priority = Priority.P4, Severity = true };
        var told = severe with { Crash = new Crash(Now.Now - Duration.FromMinutes(10), Ana, "ana", "clara", words) };
        yield return ("severity of a P4", IssueCard.Build(severe, Now, Ana));
        yield return ("severity that was told", IssueCard.Build(told, Now, Ana));
        yield return ("crash form", CrashForm.Build(severe, Now));
        yield return ("crash", CrashCard.Build(told, Now));
        yield return ("crash that is fixed", CrashCard.Build(told with { Closed = new Closing(Now.Now, Ana, words) }, Now));
        yield return ("waiting form", WaitingForm.Build(issue, Now));
        yield return ("progress", ProgressCard.Build([issue, issue with { Id = "ana-18" }], Now));
        yield return ("progress of a P4", ProgressCard.Build([issue with { Priority = Priority.P4 }], Now));
        yield return ("question", QuestionCard.Build(Question(words), Now));
        yield return ("answered question", QuestionCard.Build(Question(words) with { Answer = new Answer(AnswerKind.Typed, words, null, null, Ana, Now.Now) }, Now));
        yield return ("question from a thread", QuestionCard.Build(Question(words) with { Origin = InThread }, Now));
        yield return ("issue from a thread", IssueCard.Build(issue with { Origin = InThread }, Now, Ana));
        yield return ("answered in its thread", QuestionCard.Build(Question(words) with { Origin = InThread, Answer = new Answer(AnswerKind.Elsewhere, null, InThread.Link, null, Ana, Now.Now) }, Now));
        yield return ("cases", CasesCard.Build([issue, Question(words)], Now));
        yield return ("guest questions", GuestQuestionsCard.Build(Now, draft));
        yield return ("begin a triage", TriageBeginForm.Build(draft, [Now], Ana));
        yield return ("begin a triage of nothing", TriageBeginForm.Build(new TriageDraft { CaseId = "" }, [Now, Now with { Squad = Nasty(words) with { Id = "other", Name = words } }], Ana));
        yield return ("begin a triage of a service issue", TriageBeginForm.Build(draft with { Kind = TriageDraft.Service, Priority = "P3" }, [Now], Ana));
        yield return ("begin a triage, not sure", TriageBeginForm.Build(draft with { Kind = null, Unsure = true }, [Now], Ana));
        yield return ("begin as a guest", GuestBeginForm.Build(draft, [Now]));
        yield return ("begin as a guest of one of several", GuestBeginForm.Build(draft, [Now, Now with { Squad = Now.Squad with { Id = "other", Name = words } }]));
        yield return ("guest report", GuestReportCard.Build(FromGuest(words), Now, "ana"));
        yield return ("guest report from a thread", GuestReportCard.Build(FromGuest(words) with { Origin = InThread, Notes = issue.Notes }, Now, "ana"));
        yield return ("guest sent", GuestSentCard.Build(FromGuest(words), Now));
        foreach (var kind in OfCases)
            yield return ($"message {kind}", CaseMessages.Build(kind, issue, Now, Ana, kind == PostKind.HelpAnswer ? "clara" : words));
    }

    private static Origin InThread { get; } = new("slack/C024BE91L%3B1764241200.000100", new Uri("https://acme.slack.com/archives/C024BE91L/p1764241200000100"));

    private static Moment Overridden { get; } = Now with { Now = SampleSquad.At(2026, 12, 23, 10) };

    /// <summary>Somebody's name is that, and it is in the rota.</summary>
    private static Squad Nasty(string words) => Now.Squad with { Members = [.. Now.Squad.Members.Select(m => m.Id == "davi" ? m with { Name = words } : m)] };

    private static Case Issue(string words) => Base(words, CaseKind.ServiceIssue) with
    {
        Owner = "ana",
        Details = words,
        Issue = new IssueRef(482, new Uri("https://github.com/nubank/itaipu/issues/482")),
        Notes = [new Note(Now.Now, Ana, words), new Note(Now.Now, Ana, words)],
        Progress = new Progress(Now.Now - Duration.FromHours(1), words, 0, Now.Now),
        Level2 = new Level2Request(Level2Reason.Stuck, words, Ana, Now.Now, "clara", Level2Answer.JoiningNow, Now.Now, "ana"),
        Helpers = [new Helper("clara", HelpAnswer.Coming, "ana")],
    };

    private static Case Question(string words) => Base(words, CaseKind.Question) with { Reporter = words };

    private static Case FromGuest(string words) => Base(words, CaseKind.Question) with { OpenedBy = Guest, Guest = new GuestReport(words, words, "the chat") };

    private static Case Base(string words, CaseKind kind) => new()
    {
        Id = "ana-17",
        Squad = "data-infra",
        Kind = kind,
        Title = words,
        OpenedAt = Now.Now - Duration.FromMinutes(70),
        OpenedBy = Ana,
        TriagedBy = "ana",
        Conversation = "webchat/data-infra.me.ana",
    };
}
