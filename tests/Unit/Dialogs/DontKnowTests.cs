namespace Hausmeister.Tests.Dialogs;

/// <summary>Whoever does not know the priority is not held up: Level 2 decides it.</summary>
public sealed class DontKnowTests : ScriptTests
{
    private const string Triaged = """
        Bruno: Contracts has gaps
        < Triage / What is it?
        Bruno: issue
        < Triage · service issue / How urgent is it?
        Bruno: don't know
        < Triage · service issue / Create this issue?
          Priority = unknown
          Labels: bug, data-infra, priority: being decided · assigned to Ana
        Bruno > Create | details = since Tuesday
        <~ Reviewed: **Contracts has gaps**
        < P3, being decided · Ana / Contracts has gaps
          Creating the issue…
        = bruno-1: P3 undecided of ana: Contracts has gaps
          details: since Tuesday
          owes: CreateIssue 10:00, Given to ana, PriorityAsk to clara, RemindPriority 10:15, AskProgress 11:00
        ...
        Ana < Bruno gave you this · P3, being decided · Ana / Contracts has gaps
        Clara < To you as Level 2 · Bruno does not know / Which priority?
          **Contracts has gaps**
          since Tuesday
          (**P4 Stop everything, pull people in.** We build invalid datasets, or a bug will make us miss an external SLA.)
          (**P3 You work on it now**, or give it to someone who knows it better.)
          (**P2 Backlog**, when time permits.)
          (**P1 Backlog**, maybe never.)
          Until you decide it is treated as P3.
        Bruno <~ [#1](https://tracker.example/1) · P3, being decided · Ana · open 0 min / Contracts has gaps
          Clara decides the priority; until then it is treated as P3.
        Ana <~ …
        Clara <~ To you as Level 2 · Bruno does not know / Which priority?
          [#1](https://tracker.example/1) **Contracts has gaps**
        = #1: [bug, data-infra, priority: being decided] ana: Contracts has gaps
        """;

    [Theory]
    [InlineData("P4", "P4", "**P4 Stop everything, pull people in.** …", "AskProgress 11:00")]
    [InlineData("P3", "P3", "**P3 You work on it now**, …", "AskProgress 11:00")]
    [InlineData("P2", "P2", "**P2 Backlog**, when time permits.", "nothing")]
    [InlineData("P1", "P1", "**P1 Backlog**, maybe never.", "nothing")]
    public async Task One_tap_of_Level_2_sets_the_label_and_all_that_follows(string tap, string priority, string words, string owes)
    {
        await PlayAsync($"""
            {Triaged}
            Clara > {tap}
            <~ [#1](https://tracker.example/1) **Contracts has gaps**: {words}
              Clara, 10:00
            """);
        await House.WorkAsync();
        await PlayAsync($"""
            = bruno-1: {priority} of ana: Contracts has gaps
              owes: {owes}
            = #1: [bug, data-infra, {priority}] ana: Contracts has gaps
            """);
        Said().ShouldContain($"**Clara decided:** [#1](https://tracker.example/1) **Contracts has gaps** is {priority}.");
        Said().Count(line => line.StartsWith("**P4:**", StringComparison.Ordinal)).ShouldBe(priority == "P4" ? 1 : 0);
    }

    [Fact]
    public Task After_15_minutes_of_silence_it_stays_a_P3_and_whoever_asked_can_make_it_a_P4() => PlayAsync($"""
        {Triaged}
        ... 14
        ... 1
        Bruno < Clara has not answered. I keep it at P3. Looks like invalid data or an SLA? Tap P4.
          [P4]
        Bruno > P4
        <~ Priority: **P4**
        = bruno-1: P4 of ana: Contracts has gaps
          owes: PriorityDecided to ana, SetLabels 10:15, P4Guild to Guild, P4Level2 to clara, UpdatePosts 10:15, AskProgress 11:15
        """);

    [Fact]
    public async Task Only_Level_2_decides()
    {
        await PlayAsync(Triaged);
        await House.TapUnknownAsync("Bruno", "level2.p1");
        House.Chats.Shown[^1].Words.ShouldBe("Level 2 decides that.");
        await PlayAsync("""
            = bruno-1: P3 undecided of ana: Contracts has gaps
            """);
    }

    [Fact]
    public Task The_first_decision_stands() => PlayAsync($"""
        {Triaged}
        Clara > P2
        <~ …
        Clara >> P1
        <~ [#1](https://tracker.example/1) **Contracts has gaps**: **P2 Backlog**, when time permits.
        = bruno-1: P2 of ana: Contracts has gaps
        """);

    [Fact]
    public Task Level_2_herself_asks_a_lead() => PlayAsync("""
        Clara: Contracts has gaps
        < Triage / What is it?
        Clara: issue
        < Triage · service issue / How urgent is it?
          (**Don't know**, ask Ana.)
        Clara > Don't know
        <~ Priority: **don't know, ask Ana**
        < Triage · service issue / Create this issue?
        """);

    private IEnumerable<string> Said() => House.Chats.Shown.Where(m => !m.IsUpdate).Select(m => m.Lines[0]);
}

/// <summary>At the weekend there is a pager only.</summary>
public sealed class WeekendTests() : ScriptTests(SampleSquad.At(2026, 11, 28, 10, 0))
{
    [Fact]
    public Task A_P3_is_nobodys_and_waits_for_Monday() => PlayAsync("""
        Ana: Contracts has gaps
        < Triage / What is it?
        Ana: issue
        < Triage · service issue / How urgent is it?
        Ana: 3
        < Triage · service issue / Create this issue?
          Labels: bug, data-infra, P3 · assigned to nobody
        Ana: create
        < P3 · nobody / Contracts has gaps
        = ana-1: P3 of nobody: Contracts has gaps
        ...
        <~ [#1](https://tracker.example/1) · P3 · nobody · open 0 min / Contracts has gaps
          **Waits for Monday 11:00.** At the weekend it is nobody's.
        """);
}
