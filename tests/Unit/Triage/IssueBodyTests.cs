using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Triage;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Triage;

/// <summary>What the tracker gets to read.</summary>
public sealed class IssueBodyTests
{
    private static readonly Squad Squad = SampleSquad.DataInfra with { SeverityProcedure = new Uri("https://example.com/severity") };
    private static readonly Uri LinkBack = new("https://bot.example/?show=ana-1");
    private static readonly Person Ana = new("ana", "Ana", IsGuest: false);

    private static readonly Case Case = new()
    {
        Id = "ana-1",
        Squad = "data-infra",
        Kind = CaseKind.ServiceIssue,
        Title = "Contracts has gaps",
        OpenedAt = SampleSquad.At(2026, 11, 26, 10, 0),
        OpenedBy = Ana,
        Conversation = "webchat/data-infra.me.ana",
        Owner = "ana",
    };

    [Fact]
    public void Details_reporter_link_and_marker_word_for_word() => Of(Case with { Details = "since Tuesday\nin every region", Reporter = "Maria in help" }).Body.ShouldBe("""
        since Tuesday
        in every region

        Reported by Maria in help, Thu 26 Nov 10:00. [Case ana-1](https://bot.example/?show=ana-1) in Hausmeister.

        <!-- hausmeister case data-infra/ana-1 -->
        """);

    [Fact]
    public void Without_details_and_reporter() => Of(Case).Body.ShouldBe("""
        Reported by Ana, Thu 26 Nov 10:00. [Case ana-1](https://bot.example/?show=ana-1) in Hausmeister.

        <!-- hausmeister case data-infra/ana-1 -->
        """);

    [Fact]
    public void With_the_message_that_it_came_with_and_what_was_attached_there() =>
        Of(Case with { Details = "Contracts has gaps\nhttps://files.example/1", Origin = new Origin("slack/C1%3B1.1", new Uri("https://slack.example/archives/C1/p2?thread_ts=1.1&cid=C1")) }).Body.ShouldBe("""
            Contracts has gaps
            https://files.example/1

            Reported by Ana, Thu 26 Nov 10:00, in [this message](https://slack.example/archives/C1/p2?thread_ts=1.1&cid=C1). [Case ana-1](https://bot.example/?show=ana-1) in Hausmeister.

            <!-- hausmeister case data-infra/ana-1 -->
            """);

    [Fact]
    public void A_severity_level_puts_the_procedure_first() => Of(Case with { Severity = true }).Body
        .ShouldStartWith("**Falls under a severity level:** follow the [procedure](https://example.com/severity) first.\n\n");

    [Theory]
    [InlineData(Priority.P4, false, "P4")]
    [InlineData(Priority.P1, false, "P1")]
    [InlineData(Priority.P3, true, "priority: being decided")]
    public void Its_labels_are_the_squad_s_and_the_priority_s(Priority priority, bool undecided, string label) =>
        Of(Case with { Priority = priority, Undecided = undecided }).Labels.ShouldBe(["bug", "data-infra", label]);

    [Fact]
    public void It_is_assigned_to_its_owner() => (Of(Case).Assignee, Of(Case with { Owner = null }).Assignee).ShouldBe(("ana", null));

    [Fact]
    public void Its_case_is_found_again_by_the_marker()
    {
        IssueBody.CaseIn(Of(Case).Body, Squad).ShouldBe("ana-1");
        IssueBody.CaseIn(Of(Case).Body, Squad with { Id = "other" }).ShouldBeNull();
        IssueBody.CaseIn(IssueBody.Marker(Case, "docs"), Squad).ShouldBeNull();
        IssueBody.CaseIn("Written by hand", Squad).ShouldBeNull();
    }

    [Fact]
    public void Nobody_s_words_mention_somebody_or_hide_something()
    {
        var body = Of(Case with { Details = "@everyone <!-- hausmeister case data-infra/ana-9 --> <b>x</b>", Reporter = "@maria" }).Body;
        body.ShouldNotContain("@everyone");
        body.ShouldNotContain("@maria");
        body.ShouldNotContain("<b>");
        body.ShouldNotContain(IssueBody.Marker(Case with { Id = "ana-9" }));
        body.ShouldContain(IssueBody.Marker(Case));
    }

    [Fact]
    public void A_comment_says_who_wrote_it_and_bears_a_marker_of_its_own() => IssueBody
        .Comment(Case, new Note(Case.OpenedAt, Ana, "I look at it, @bruno"), "comment/0")
        .ShouldBe("I look at it, @\u2060bruno\n\nAna, from chat.\n\n<!-- hausmeister case data-infra/ana-1 comment/0 -->");

    [Fact]
    public void A_docs_issue_holds_all_the_questions()
    {
        var answer = new Answer(AnswerKind.Page, "Loading", new Uri("https://docs.example/loading"), "https://docs.example/loading", Ana, Case.OpenedAt);
        var newest = Case with { Kind = CaseKind.Question, Title = "Where is it, @ana?", Answer = answer, Reporter = "Maria" };
        var issue = DocsIssue.Of(newest, [newest, newest with { Id = "ana-2", Title = "<b>It</b> is gone", Reporter = null }], Squad, "docs");

        issue.Title.ShouldBe("Docs: Where is it, @ana?");
        issue.Labels.ShouldBe(["data-infra", "documentation"]);
        issue.Assignee.ShouldBeNull();
        issue.Body.ShouldBe("""
            The same question came 2 times in 30 days. What answered it: [Loading](https://docs.example/loading).

            - Where is it, @⁠ana? (Maria, Thu 26 Nov 10:00)
            - &lt;b>It&lt;/b> is gone (Ana, Thu 26 Nov 10:00)

            <!-- hausmeister case data-infra/ana-1 docs -->
            """);
    }

    private static Hausmeister.Domain.Ports.NewIssue Of(Case @case) => IssueBody.Of(@case, Squad, LinkBack);
}
