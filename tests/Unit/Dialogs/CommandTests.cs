using NodaTime;

namespace Hausmeister.Tests.Dialogs;

/// <summary>Commands outside a triage.</summary>
public sealed class CommandTests : ScriptTests
{
    /// <summary>Issues made in the tracker, each an hour after the one before.</summary>
    private async Task TheTrackerHasAsync(params (string Title, string? Priority, string? Assignee)[] issues)
    {
        foreach (var (title, priority, assignee) in issues)
        {
            await Tracker.HasAsync(title, priority, assignee);
            House.Wait(Duration.FromHours(1));
        }
    }

    [Fact]
    public Task Who_is_on_duty_now_and_next() => PlayAsync("""
        Bruno: who
        < Data Infra / Ana is Hausmeister until Fri 27 Nov 17:00
          Level 2: **Clara**
          Next: **Davi**, Fri 27 Nov 17:00 to Mon 30 Nov 11:00. Level 2: Clara.
          [Rota] [Hand-off]
        """);

    [Theory]
    [InlineData("help")]
    [InlineData("Help")]
    [InlineData("?")]
    public Task Help_names_what_can_be_typed(string word) => PlayAsync($"""
        Ana: {word}
        < Help / What you can type
          **triage** · then what happened: an issue or an answer comes out
          **p4** · then what happened: straight to one confirmation
          **482** · the card of #482
          **note 482** · then your words: a note on #482
          **give 482 to bruno** · it is Bruno's then
          **priority 482 P4** · a new priority, with all that follows
          **next** · the one thing to do now
          **issues** · open issues, P4 first
          **cases** · questions, issues and alerts
          **who** · on duty now and next, Level 2
          **rota** · the next four weeks, your shifts, your calendar
          **rota picture** · the next twelve weeks, drawn
          **fairness** · weekends and nights of each
          Anywhere: back, cancel, start over.
          [Triage] [Next] [Issues] [Who]
        """);

    [Fact]
    public Task Nothing_open() => PlayAsync("""
        Ana: next
        < Next / Nothing open. Tech debt is yours.
          Backlog: 0 P2, 0 P1. The next hand-off is Fri 27 Nov 17:00, to Davi.
          [Backlog]
        Ana: issues
        < Data Infra · P4 first, then age / No open issues
        Ana: backlog
        < Data Infra · P2 first, then age / The backlog is empty
        Ana: cases
        < Data Infra / No open cases.
        """);

    [Fact]
    public async Task Issues_come_from_the_tracker_P4_first_and_then_by_age()
    {
        await TheTrackerHasAsync(("Old P3", "P3", "bruno"), ("Old P4", "P4", null), ("No label", null, "stranger"), ("New P3", "P3", null), ("New P4", "P4", null), ("A P2", "P2", null), ("A P1", "P1", null));
        await PlayAsync("""
            Ana: issues
            < Data Infra · P4 first, then age / 5 open issues
              (#2 Old P4) P4 · nobody · 6 h
              (#5 New P4) P4 · nobody · 3 h
              (#1 Old P3) P3 · Bruno · 7 h
              (#4 New P3) P3 · nobody · 4 h
              (#3 No label) no priority · stranger · 5 h
              Backlog: [1 P2](https://tracker.example/issues) · [1 P1](https://tracker.example/issues). From the scripted tracker, 17:00.
              [Next] [All in the scripted tracker]
            Ana: backlog
            < Data Infra · P2 first, then age / 2 issues in the backlog
              (#6 A P2) P2 · nobody · 2 h
              (#7 A P1) P1 · nobody · 1 h
              [Open issues] [All in the scripted tracker]
            Ana > Open issues
            < Data Infra · P4 first, then age / 5 open issues
            Ana > #5
            < [#5](https://tracker.example/5) · P4 · nobody · open 3 h / New P4
            """);
    }

    [Fact]
    public async Task Issues_while_the_tracker_is_away_are_those_of_last_time()
    {
        await TheTrackerHasAsync(("Old P3", "P3", "bruno"));
        Tracker.IsDown();
        await PlayAsync("""
            Ana: issues
            < Data Infra · P4 first, then age / No open issues
              ! **GitHub does not answer.** These are only the ones that I keep.
            Ana: 1
            < I know no open issue or case 1. GitHub does not answer. Try again later.
            """);
        Tracker.IsBack();
        await PlayAsync("""
            Ana: issues
            < Data Infra · P4 first, then age / 1 open issue
            """);
        Tracker.IsDown();
        House.Wait(Duration.FromHours(1));
        await PlayAsync("""
            Ana: issues
            < Data Infra · P4 first, then age / 1 open issue
              ! **GitHub does not answer.** This is what it said at 11:00.
              (#1 Old P3) P3 · Bruno · 2 h
            """);
    }

    [Fact]
    public async Task Next_is_the_oldest_P4_then_P3_then_a_question()
    {
        await TheTrackerHasAsync(("Old P3", "P3", "bruno"), ("Old P4", "P4", null), ("New P4", "P4", null), ("A P2", "P2", null));
        await PlayAsync("""
            Ana: Is my table missing?
            < Triage / What is it?
            Ana: question
            < User question / Is my table missing?
            Ana: level 2
            < User question · asked by Ana · Ana · open 0 min / Is my table missing?
            Ana: next
            < Next · [#2](https://tracker.example/2) · P4 · nobody · open 3 h / Old P4
              ! **P4 Stop everything, pull people in.**
              After this: 1 P4, 1 P3, 1 unanswered question
              [Pull in…] [Note] [Ask Level 2] [Fixed]
            """);
        House.Tracker.Change(2, issue => issue with { Open = false });
        House.Tracker.Change(3, issue => issue with { Open = false });
        await ClosedHereAsync(2);
        await PlayAsync("""
            Ana: next
            < Next · [#1](https://tracker.example/1) · P3 · Bruno · open 4 h / Old P3
              **P3 You work on it now**, or give it to someone who knows it better.
              After this: 1 unanswered question
              [Note] [Give to…] [Ask Level 2] [Fixed]
            """);
        House.Tracker.Change(1, issue => issue with { Open = false });
        await ClosedHereAsync(1);
        await PlayAsync("""
            Ana: next
            < Next · User question · asked by Ana · Ana · open 0 min / Is my table missing?
              [Answer…] [Answered elsewhere] [Ask Level 2] [It is our service after all]
            Ana > Answer…
            < Triage · user question / What is the answer?
            Ana: It is there.
            < User question · asked by Ana / Is my table missing?
            Ana: next
            < Next / Nothing open. Tech debt is yours.
              Backlog: 1 P2, 0 P1. …
            Ana > Backlog
            < Data Infra · P2 first, then age / 1 issue in the backlog
            """);
    }

    [Fact]
    public async Task An_issue_that_is_fixed_here_is_not_next_while_the_tracker_still_lists_it()
    {
        await TheTrackerHasAsync(("A P4", "P4", null));
        await PlayAsync("""
            Ana: 1
            < [#1](https://tracker.example/1) · P4 · nobody · open 1 h / A P4
            Ana > Fixed
            < P4 · \#1 A P4 / Fixed?
            Ana > It is fixed
            <~ Fixed: **#1 A P4**
            Ana: next
            < Next / Nothing open. Tech debt is yours.
            """);
    }

    [Fact]
    public async Task Note_give_and_priority_change_the_case_and_are_owed_to_the_tracker()
    {
        await TheTrackerHasAsync(("Contracts has gaps", "P3", "ana"));
        await PlayAsync("""
            Ana: #1
            < [#1](https://tracker.example/1) · P3 · Ana · open 1 h / Contracts has gaps
            Ana: note 1 the source is empty⏎since Tuesday
            < [#1](https://tracker.example/1) · P3 · Ana · open 1 h / Contracts has gaps
              Last notes
              the source is empty since Tuesday
              Ana, 11:00
            Ana: give #1 to Bruno
            < [#1](https://tracker.example/1) · P3 · Bruno · open 1 h / Contracts has gaps
              **Bruno works on it now.**
            Ana: priority 1 P4
            < [#1](https://tracker.example/1) · P4 · Bruno · open 1 h / Contracts has gaps
              ! **P4 Stop everything, pull people in.** Clara and the guild know.
            = issue-1: P4 of bruno: Contracts has gaps
              note of Ana: the source is empty⏎since Tuesday
            """);
        await House.WorkAsync();
        await PlayAsync("""
            = #1: [bug, data-infra, P4] bruno: Contracts has gaps
              the source is empty
              since Tuesday
              Ana, from chat.
            Ana: issue-1
            < [#1](https://tracker.example/1) · P4 · Bruno · open 1 h / Contracts has gaps
            Ana: cases
            < Data Infra / 1 open case
              (\#1 Contracts has gaps) P4 · Bruno · 1 h · “the source is empty since Tuesday”
              [Next]
            """);
    }

    [Fact]
    public async Task The_last_three_notes_are_quoted()
    {
        await TheTrackerHasAsync(("Contracts has gaps", "P2", "ana"));
        await PlayAsync("""
            Ana: note 1 first
            < …
            Ana: note 1 second
            < …
            Ana: note 1 third
            < …
            Bruno: note 1 fourth
            < [#1](https://tracker.example/1) · P2 · Ana · open 1 h / Contracts has gaps
              Last notes
              second
              third
              fourth
              Bruno, 11:00
            """);
        House.Chats.Shown[^1].Lines.ShouldNotContain("first");
    }

    [Theory]
    [InlineData("note 482", "Write it like this: note 482, and then your words")]
    [InlineData("note 482 \u0007", "Write it like this: note 482, and then your words")]
    [InlineData("give 482", "Write it like this: give 482 to bruno")]
    [InlineData("give 482 to", "Write it like this: give 482 to bruno")]
    [InlineData("give 482 to zoe", "I know no zoe. The members are ana, bruno, clara, davi.")]
    [InlineData("priority 482", "Write it like this: priority 482 P4, with P1, P2, P3 or P4")]
    [InlineData("priority 482 P9", "Write it like this: priority 482 P4, with P1, P2, P3 or P4")]
    [InlineData("482", "I know no open issue or case 482. Type issues for the open ones.")]
    [InlineData("note 482 hello", "I know no open issue or case 482. Type issues for the open ones.")]
    [InlineData("give 482 to bruno", "I know no open issue or case 482. Type issues for the open ones.")]
    [InlineData("priority 482 P4", "I know no open issue or case 482. Type issues for the open ones.")]
    [InlineData("ana-99", "I know no open issue or case ana-99. Type issues for the open ones.")]
    public Task What_cannot_be_done_is_said(string words, string line) => PlayAsync($"""
        Ana: {words}
        < {line}
        """);

    [Theory]
    [InlineData("give 1 to bruno")]
    [InlineData("give 1 bruno")]
    [InlineData("Give #1 to @Bruno")]
    [InlineData("give 1 BRUNO")]
    public async Task Give_is_understood_as_people_write_it(string words)
    {
        await TheTrackerHasAsync(("Contracts has gaps", "P2", "ana"));
        await PlayAsync($"""
            Ana: {words}
            < [#1](https://tracker.example/1) · P2 · Bruno · open 1 h / Contracts has gaps
            """);
    }

    [Theory]
    [InlineData("priority 1 P4", "P4")]
    [InlineData("priority 1 4", "P4")]
    [InlineData("Priority #1 to p1", "P1")]
    public async Task A_priority_is_understood_as_people_write_it(string words, string priority)
    {
        await TheTrackerHasAsync(("Contracts has gaps", "P2", "ana"));
        await PlayAsync($"""
            Ana: {words}
            < [#1](https://tracker.example/1) · {priority} · Ana · open 1 h / Contracts has gaps
            """);
    }

    /// <summary>What changed in the tracker has been read.</summary>
    private Task ClosedHereAsync(int number) => House.SeenInTrackerAsync(number);
}
