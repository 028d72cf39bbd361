using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Duties;
using NodaTime;

namespace Hausmeister.Tests.Dialogs;

/// <summary>A service issue: title, look-alikes, priority, review.</summary>
public sealed class ServiceIssueTests : ScriptTests
{
    [Fact]
    public Task From_the_title_to_the_issue_by_taps() => PlayAsync("""
        Ana: triage
        < Triage / What is it?
        Ana > Our service itself
        <~ It is: **our service itself**
        < Triage · service issue / What is wrong?
        Ana > Go on | title = Contracts has duplicated rows
        <~ Title: **Contracts has duplicated rows**
        < Triage · service issue / How urgent is it?
          “Contracts has duplicated rows”
          (**P4 Stop everything, pull people in.** We build invalid datasets, or a bug will make us miss an external SLA.)
          (**P3 You work on it now**, or give it to someone who knows it better.)
          (**P2 Backlog**, when time permits.)
          (**P1 Backlog**, maybe never.)
          (**Don't know**, ask Clara.)
          Typed works too: 4 means P4.
        Ana > P3
        <~ Priority: **P3**
        < Triage · service issue / Create this issue?
          Title = Contracts has duplicated rows
          Priority = P3
          Details = -
          Reported by = -
          It falls under a severity level = no
          [Severity level?](https://github.com/nubank/morgue#severity-levels) Rare for us. Yes puts the procedure first.
          Labels: bug, data-infra, P3 · assigned to Ana
          [Create] [Back] [Cancel]
        Ana > Create | details = since Tuesday⏎in every region | reporter = Maria in help
        <~ Reviewed: **Contracts has duplicated rows**
        < P3 · Ana / Contracts has duplicated rows
          Creating the issue…
        = ana-1: P3 of ana: Contracts has duplicated rows
          details: since Tuesday⏎in every region
          reporter: Maria in help
          owes: CreateIssue 10:00, AskProgress 11:00
        ...
        <~ [#1](https://tracker.example/1) · P3 · Ana · open 0 min / Contracts has duplicated rows
          **You work on it now,** or give it to someone who knows it better.
          I ask for news at 11:00. A note, a comment or a pull request counts as news.
          [Note] [Give to…] [Priority] [Ask Level 2] [Fixed]
        = #1: [bug, data-infra, P3] ana: Contracts has duplicated rows
          since Tuesday
          in every region
          Reported by Maria in help, Thu 26 Nov 10:00. [Case ana-1](https://bot.example/?show=ana-1) in Hausmeister.
          <!-- hausmeister case data-infra/ana-1 -->
        """);

    [Fact]
    public async Task Open_issues_that_look_alike_are_asked_about()
    {
        await Tracker.HasAsync("Contracts has duplicated rows", "P3", "bruno");
        await Tracker.HasAsync("The printer is broken", "P1");
        await PlayAsync("""
            Ana: Contracts rows are duplicated since Tuesday
            < Triage / What is it?
            Ana: 2
            < Triage · service issue / Is it one of these?
              “Contracts rows are duplicated since Tuesday”
              (#1 Contracts has duplicated rows) P3 · Bruno · open 0 min
              Tap the one it is: your words become a comment there. Look first: [#1](https://tracker.example/1)
              [None of these]
            Ana > None of these
            <~ Open issues that look alike: **none of these**
            < Triage · service issue / How urgent is it?
            Ana: back
            < Triage · service issue / Is it one of these?
            Ana > #1
            <~ It is: **#1 Contracts has duplicated rows**
            < Your words are a comment on #1 now.
            < [#1](https://tracker.example/1) · P3 · Bruno · open 0 min / Contracts has duplicated rows
              Contracts rows are duplicated since Tuesday
              Ana, 10:00
            ...
            <~ …
            = #1: [bug, data-infra, P3] bruno: Contracts has duplicated rows
              Contracts rows are duplicated since Tuesday
              Ana, from chat.
            = open: issue-1
            """);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("#1")]
    [InlineData("the first")]
    public async Task It_is_this_one_in_words(string words)
    {
        await Tracker.HasAsync("Contracts has duplicated rows", "P2");
        await PlayAsync($"""
            Ana: Contracts has duplicated rows
            < Triage / What is it?
            Ana: issue
            < Triage · service issue / Is it one of these?
            Ana: {words}
            < Your words are a comment on #1 now.
            < [#1](https://tracker.example/1) · P2 · nobody · open 0 min / Contracts has duplicated rows
            """);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("No")]
    [InlineData("none of these")]
    public async Task None_of_these_in_words(string words)
    {
        await Tracker.HasAsync("Contracts has duplicated rows", "P2");
        await PlayAsync($"""
            Ana: Contracts has duplicated rows
            < Triage / What is it?
            Ana: issue
            < Triage · service issue / Is it one of these?
            Ana: perhaps
            < I did not get which one it is. Tap one, type its number, or none.
            < Triage · service issue / Is it one of these?
            Ana: {words}
            < Triage · service issue / How urgent is it?
            """);
    }

    [Fact]
    public async Task At_most_three_look_alikes_are_shown()
    {
        for (var i = 1; i <= 5; i++)
            await Tracker.HasAsync($"Contracts has duplicated rows in region {i}", "P2");
        await PlayAsync("""
            Ana: Contracts has duplicated rows
            < Triage / What is it?
            Ana: issue
            < Triage · service issue / Is it one of these?
            """);
        House.Chats.Shown[^1].Lines.Count(line => line.StartsWith("(#", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task Without_the_tracker_the_turn_goes_on()
    {
        Tracker.IsDown();
        await PlayAsync("""
            Ana: Contracts has duplicated rows
            < Triage / What is it?
            Ana: issue
            < Triage · service issue / How urgent is it?
            """);
    }

    [Fact]
    public async Task A_tracker_that_takes_its_time_is_not_waited_for()
    {
        var asked = new TaskCompletionSource();
        House.Tracker.Meanwhile = (_, cancelled) =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancelled);
        };
        await PlayAsync("""
            Ana: Contracts has duplicated rows
            < Triage / What is it?
            """);
        var turn = House.SayAsync("Ana", null, "issue");
        await asked.Task;
        House.Chats.Shown.Count.ShouldBe(1);
        House.Wait(Duration.FromSeconds(2));
        await turn;
        House.Chats.Shown[^1].Lines[0].ShouldBe("Triage · service issue / How urgent is it?");
    }

    [Theory]
    [InlineData("4", "P4")]
    [InlineData("p4", "P4")]
    [InlineData("P4 Stop everything, pull people in.", "P4")]
    [InlineData("3", "P3")]
    [InlineData("P3 please", "P3")]
    [InlineData("2", "P2")]
    [InlineData("1", "P1")]
    [InlineData("p1", "P1")]
    public async Task A_priority_in_words(string words, string priority)
    {
        await PlayAsync($"""
            Ana: Contracts has duplicated rows
            < Triage / What is it?
            Ana: issue
            < Triage · service issue / How urgent is it?
            Ana: {words}
            < …
            """);
        var review = priority == "P4" ? "Triage · P4 / Does it fall under a severity level?" : "Triage · service issue / Create this issue?";
        House.Chats.Shown[^1].Lines[0].ShouldBe(review);
        if (priority != "P4")
            House.Chats.Shown[^1].Lines.ShouldContain($"Priority = {priority}");
    }

    [Theory]
    [InlineData("P4", "P4 of ana", "CreateIssue 10:00, P4Guild to Guild, P4Level2 to clara, AskProgress 11:00")]
    [InlineData("P3", "P3 of ana", "CreateIssue 10:00, AskProgress 11:00")]
    [InlineData("P2", "P2 of nobody", "CreateIssue 10:00")]
    [InlineData("P1", "P1 of nobody", "CreateIssue 10:00")]
    [InlineData("Don't know", "P3 undecided of ana", "CreateIssue 10:00, PriorityAsk to clara, RemindPriority 10:15, AskProgress 11:00")]
    public async Task Each_priority_has_its_consequences(string tapped, string stored, string owes)
    {
        await PlayAsync($"""
            Ana: Contracts has duplicated rows
            < Triage / What is it?
            Ana: issue
            < Triage · service issue / How urgent is it?
            Ana > {tapped}
            <~ Priority: …
            < …
            """);
        if (tapped == "P4")
            await PlayAsync("""
                Ana > No
                <~ Severity level: **no**
                < Triage · service issue / Create this issue?
                """);
        await PlayAsync($"""
            Ana > Create
            <~ Reviewed: …
            < …
              Creating the issue…
            = ana-1: {stored}: Contracts has duplicated rows
              owes: {owes}
            """);
    }

    [Fact]
    public Task Only_at_P4_a_severity_level_is_asked_about_and_yes_puts_the_procedure_first() => PlayAsync("""
        Ana: Contracts is invalid
        < Triage / What is it?
        Ana: issue
        < Triage · service issue / How urgent is it?
        Ana: 4
        < Triage · P4 / Does it fall under a severity level?
          “Contracts is invalid”
          **Yes** puts the procedure first. Rare for us.
          [Severity level?](https://github.com/nubank/morgue#severity-levels)
          [Yes] [No] [Back]
        Ana: I wonder
        < Yes or no?
        < Triage · P4 / Does it fall under a severity level?
        Ana > Yes
        <~ Severity level: **yes, the procedure comes first**
        < Triage · service issue / Create this issue?
          **First:** [the severity level's procedure](https://github.com/nubank/morgue#severity-levels).
          Title = Contracts is invalid
          It falls under a severity level = yes
        Ana: create
        < P4 · Ana / Contracts is invalid
        = ana-1: P4 severity of ana: Contracts is invalid
        ...
        Clara < …
        guild < …
        <~ …
          **First:** [the severity level's procedure](https://github.com/nubank/morgue#severity-levels).
        Clara <~ …
        guild <~ …
        = #1: [bug, data-infra, P4] ana: Contracts is invalid
          **Falls under a severity level:** follow the [procedure](https://github.com/nubank/morgue#severity-levels) first.
        """);

    [Theory]
    [InlineData("title The ledger is late", "Title = The ledger is late")]
    [InlineData("Title: The ledger is late", "Title = The ledger is late")]
    [InlineData("details since Tuesday⏎in every region", "Details = since Tuesday⏎in every region")]
    [InlineData("reported by Maria in help", "Reported by = Maria in help")]
    [InlineData("priority 1", "Priority = P1")]
    [InlineData("priority P3", "Priority = P3")]
    [InlineData("priority don't know", "Priority = unknown")]
    [InlineData("severity yes", "It falls under a severity level = yes")]
    public Task Each_field_of_the_review_changes_by_words(string words, string line) => PlayAsync($"""
        {ToReview}
        Ana: {words}
        < Triage · service issue / Create this issue?
          {line}
        """);

    [Theory]
    [InlineData("title = The ledger is late", "P2 of nobody: The ledger is late", "owes: CreateIssue 10:00")]
    [InlineData("title = ", "P2 of nobody: Contracts has gaps", "owes: CreateIssue 10:00")]
    [InlineData("priority = P3", "P3 of ana: Contracts has gaps", "owes: CreateIssue 10:00, AskProgress 11:00")]
    [InlineData("priority = P9", "P2 of nobody: Contracts has gaps", "owes: CreateIssue 10:00")]
    [InlineData("severity = yes", "P2 severity of nobody: Contracts has gaps", "owes: CreateIssue 10:00")]
    [InlineData("details = since Tuesday", "P2 of nobody: Contracts has gaps", "details: since Tuesday")]
    [InlineData("reporter = Maria in help", "P2 of nobody: Contracts has gaps", "reporter: Maria in help")]
    public Task Each_field_of_the_review_changes_by_the_card(string field, string stored, string more) => PlayAsync($"""
        {ToReview}
        Ana > Create | {field}
        <~ Reviewed: …
        < …
        = ana-1: {stored}
          {more}
        """);

    [Theory]
    [InlineData("titles are fun")]
    [InlineData("priority high")]
    [InlineData("severity perhaps")]
    [InlineData("title")]
    [InlineData("looks good")]
    public Task What_does_not_fit_the_review_is_asked_again_with_a_reason(string words) => PlayAsync($"""
        {ToReview}
        Ana: {words}
        < Type create, or change a field: title …, details …, priority P3, reported by …, severity yes.
        < Triage · service issue / Create this issue?
          Title = Contracts has gaps
          Priority = P2
        """);

    [Fact]
    public Task A_review_that_becomes_a_P4_asks_about_the_severity_level() => PlayAsync($"""
        {ToReview}
        Ana: priority P4
        < Triage · P4 / Does it fall under a severity level?
        Ana: no
        < Triage · service issue / Create this issue?
          Priority = P4
        """);

    [Fact]
    public async Task While_the_tracker_is_away_everything_is_kept_and_the_issue_comes_later()
    {
        Tracker.IsDown();
        await PlayAsync($"""
            {ToReview}
            Ana: create
            < P2 · nobody / Contracts has gaps
              Creating the issue…
            ...
            <~ P2 · nobody / Contracts has gaps
              ! **Not created yet.** GitHub does not answer. …
              Nothing is lost: title, details and priority are kept. There is nothing to do for you.
              Tried 1 time · kept as case ana-1
              [Try now] [Ask Level 2]
            """);
        Tracker.IsBack();
        await PlayAsync("""
            Ana > Try now
            <~ …
            ...
            <~ [#1](https://tracker.example/1) · P2 · nobody · open 0 min / Contracts has gaps
            = #1: [bug, data-infra, P2] nobody: Contracts has gaps
            """);
    }

    [Fact]
    public async Task An_issue_whose_answer_was_lost_stays_its_case_s_when_somebody_names_it()
    {
        Tracker.LosesAnswers();
        await PlayAsync($"""
            {ToReview}
            Ana: create
            < …
            ...
            <~ P2 · nobody / Contracts has gaps
              ! **Not created yet.** …
            """);
        await PlayAsync("""
            Ana: 1
            < P2 · nobody / Contracts has gaps
              Tried 1 time · kept as case ana-1
            Ana: cases
            < Data Infra / 1 open case
            """);
    }

    private const string ToReview = """
        Ana: Contracts has gaps
        < Triage / What is it?
        Ana: issue
        < Triage · service issue / How urgent is it?
        Ana: 2
        < Triage · service issue / Create this issue?
        """;
}
