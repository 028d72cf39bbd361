using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Support;
using Hausmeister.Integrations.TextIndex;
using Hausmeister.Tests.Storage;
using NodaTime;
using NSubstitute;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Support;

/// <summary>What may answer a question, what looks alike, and when a question is the same as another.</summary>
public sealed class SupportTests
{
    private const string Page = "https://docs.example/capivara/loading";

    private static readonly Person Ana = new("ana", "Ana", IsGuest: false);
    private static readonly Instant Today = SampleSquad.At(2026, 11, 26, 10, 0);
    private static readonly Squad Squad = SampleSquad.DataInfra with { Docs = [new DocsPage("Why is my table not in the warehouse?", new Uri(Page), ["load"])] };

    private readonly InMemoryDocumentStore store = new();

    [Fact]
    public async Task What_was_answered_before_a_restart_is_found_after_it()
    {
        await AnsweredAsync("ana-1", "Who orders the coffee?", Answer(AnswerKind.Typed, "The office does.", source: null));
        var found = await Answers().FindAsync(Squad, "ordering coffee", CancellationToken.None);
        found.ShouldHaveSingleItem().Earlier!.Answer!.Text.ShouldBe("The office does.");
    }

    [Fact]
    public async Task What_a_page_answered_is_found_by_the_page_alone()
    {
        await AnsweredAsync("ana-1", "Where is my warehouse table?", Answer(AnswerKind.Page, "Loading", Page));
        var found = await Answers().FindAsync(Squad, "warehouse table", CancellationToken.None);
        found.ShouldHaveSingleItem().Source.ShouldBe(Page);
    }

    [Fact]
    public async Task A_new_answer_is_found_at_once()
    {
        var answers = Answers();
        (await answers.FindAsync(Squad, "coffee", CancellationToken.None)).ShouldBeEmpty();
        await answers.LearnAsync(Squad, await AnsweredAsync("ana-1", "Who orders the coffee?", Answer(AnswerKind.Elsewhere, null, source: null)), CancellationToken.None);
        (await answers.FindAsync(Squad, "coffee", CancellationToken.None)).ShouldHaveSingleItem().Source.ShouldBe("ana-1");
    }

    [Fact]
    public async Task A_source_that_is_not_known_any_more_is_left_out() =>
        (await Answers().GetAsync(Squad, ["ana-99", Page], CancellationToken.None)).ShouldHaveSingleItem().Source.ShouldBe(Page);

    [Fact]
    public async Task The_best_three_look_alikes_come_first()
    {
        var issues = new[] { "Contracts has duplicated rows", "The printer is broken", "Duplicated rows", "Rows in contracts", "Contracts duplicated" };
        var tracked = issues.Select((title, i) => new TrackedIssue(i + 1, title, "", new Uri($"https://tracker.example/{i + 1}"), true, [], null, Today, Today, null));
        var alike = await new LookAlikes(new Listed([.. tracked]), new TextIndexFactory()).FindAsync(Squad, "contracts has duplicated rows", CancellationToken.None);
        alike.Count.ShouldBe(LookAlikes.Top);
        alike[0].Number.ShouldBe(1);
        alike.ShouldNotContain(issue => issue.Number == 2);
    }

    [Fact]
    public async Task What_was_closed_or_has_another_title_meanwhile_looks_alike_no_more()
    {
        TrackedIssue Issue(int number, string title) => new(number, title, "", new Uri($"https://tracker.example/{number}"), true, [], null, Today, Today, null);
        var listed = Substitute.For<IOpenIssues>();
        listed.ListAsync(Squad, Arg.Any<CancellationToken>()).Returns(
            new OpenIssues([Issue(1, "Ledger is late"), Issue(2, "Ledger is late again")], Today, null),
            new OpenIssues([Issue(2, "Ledger is late again"), Issue(3, "Ledger is late too")], Today, null),
            new OpenIssues([Issue(2, "The printer is broken"), Issue(3, "Ledger is late too")], Today, null));
        var alike = new LookAlikes(listed, new TextIndexFactory());
        async Task<IEnumerable<int>> FoundAsync() => (await alike.FindAsync(Squad, "ledger late", CancellationToken.None)).Select(issue => issue.Number);

        (await FoundAsync()).ShouldBe([1, 2], ignoreOrder: true);
        (await FoundAsync()).ShouldBe([2, 3], ignoreOrder: true);
        (await FoundAsync()).ShouldBe([3]);
    }

    [Theory]
    [InlineData(29, 29, 3)]
    [InlineData(29, 30, 0)]
    [InlineData(31, 31, 0)]
    public async Task The_same_page_three_times_within_30_days_needs_docs(int first, int second, int same)
    {
        await AnsweredAsync("ana-1", "first", Answer(AnswerKind.Page, "Loading", Page) with { At = Today - Duration.FromDays(first) });
        await AnsweredAsync("ana-2", "second", Answer(AnswerKind.Page, "Loading", Page) with { At = Today - Duration.FromDays(second) });
        await AnsweredAsync("ana-3", "other", Answer(AnswerKind.Page, "Datasets", "https://docs.example/itaipu/datasets"));
        (await ThatNeedDocsAsync("ana-4")).Count.ShouldBe(same);
    }

    [Fact]
    public async Task Once_docs_were_offered_they_are_not_offered_again()
    {
        await AnsweredAsync("ana-1", "first", Answer(AnswerKind.Page, "Loading", Page), offered: true);
        await AnsweredAsync("ana-2", "second", Answer(AnswerKind.Page, "Loading", Page));
        (await ThatNeedDocsAsync("ana-3")).ShouldBeEmpty();
    }

    private Answers Answers() => new(store, new TextIndexFactory());

    private static Answer Answer(AnswerKind kind, string? text, string? source) => new(kind, text, null, source, Ana, Today);

    private async Task<IReadOnlyList<Case>> ThatNeedDocsAsync(string id) =>
        await SameQuestion.ThatNeedDocsAsync(Desk(), await AnsweredAsync(id, "third", Answer(AnswerKind.Page, "Loading", Page)), CancellationToken.None);

    private async Task<Case> AnsweredAsync(string id, string title, Answer answer, bool offered = false)
    {
        var desk = Desk();
        var saved = desk.Save(new Case
        {
            Id = id,
            Squad = Squad.Id,
            Kind = CaseKind.Question,
            Title = title,
            OpenedAt = answer.At,
            OpenedBy = Ana,
            Conversation = "webchat/data-infra.me.ana",
            Answer = answer,
            DocsOffered = offered,
        });
        await desk.Work.CommitAsync(CancellationToken.None);
        return saved;
    }

    private CaseDesk Desk() => new(new Work(store), new Moment(Squad, Today));

    private sealed class Listed(IReadOnlyList<TrackedIssue> issues) : IOpenIssues
    {
        public Task<OpenIssues> ListAsync(Squad squad, CancellationToken cancellationToken) => Task.FromResult(new OpenIssues(issues, Today, Trouble: null));
    }
}
