using Hausmeister.Domain.Cases;

namespace Hausmeister.Tests.Dialogs;

/// <summary>Cards from before, double taps, other people's cards, and two people in one room.</summary>
public sealed class OtherCardsTests : ScriptTests
{
    [Fact]
    public Task A_card_of_an_earlier_step_does_nothing_and_the_present_one_comes() => PlayAsync("""
        Ana: Contracts has gaps
        < Triage / What is it?
        Ana > Our service itself
        <~ It is: **our service itself**
        < Triage · service issue / How urgent is it?
        Ana >> How somebody uses our service
        < That card is from an earlier step. Here is the present one.
        < Triage · service issue / How urgent is it?
        Ana > P2
        <~ Priority: **P2**
        < Triage · service issue / Create this issue?
        """);

    [Fact]
    public async Task A_double_tap_on_create_makes_one_issue_and_shows_it()
    {
        await PlayAsync("""
            Ana: p4 Contracts is invalid
            < Triage · service issue / Create this P4?
            Ana > Create P4
            <~ Reviewed: **Contracts is invalid**
            < P4 · Ana / Contracts is invalid
            Ana > again
            < That triage has ended. Here is what came of it.
            < P4 · Ana / Contracts is invalid
              Creating the issue…
            """);
        await House.WorkAsync();
        House.Tracker.Issues.Count.ShouldBe(1);
    }

    [Fact]
    public Task A_card_of_a_triage_that_was_cancelled() => PlayAsync("""
        Ana: Contracts has gaps
        < Triage / What is it?
        Ana: cancel
        < Cancelled. Nothing was created.
        Ana > Our service itself
        < That card is from a triage that has ended, or somebody else's. Type triage for a new one.
        """);

    [Fact]
    public Task A_card_of_a_question_that_is_answered_shows_the_answer() => PlayAsync("""
        Ana: Is my table missing?
        < Triage / What is it?
        Ana: question
        < User question / Is my table missing?
        Ana: type
        < Triage · user question / What is the answer?
        Ana: It is there.
        < User question · asked by Ana / Is my table missing?
        Ana >> Answered elsewhere
        < That triage has ended. Here is what came of it.
        < User question · asked by Ana / Is my table missing?
          ! **Answered 10:00** by Ana: It is there.
        """);

    [Fact]
    public Task A_tap_elsewhere_leaves_the_open_triage_and_says_so() => PlayAsync("""
        Bruno: Is my table missing?
        < Triage / What is it?
        Bruno: question
        < User question / Is my table missing?
        Bruno: level 2
        < User question · asked by Bruno · Bruno · open 0 min / Is my table missing?
        Bruno: triage Contracts has gaps
        < Triage / What is it?
        Bruno > Answer…
        < The triage that was open here is left; nothing was created.
        < Triage · user question / What is the answer?
          “Is my table missing?”
        Bruno: It is there.
        < User question · asked by Bruno / Is my table missing?
        """);

    [Fact]
    public async Task A_look_at_another_card_leaves_the_triage_open()
    {
        await PlayAsync("""
            Bruno: Is my table missing?
            < Triage / What is it?
            Bruno: question
            < User question / Is my table missing?
            Bruno: level 2
            < User question · asked by Bruno · Bruno · open 0 min / Is my table missing?
            Bruno: triage Contracts has gaps
            < Triage / What is it?
            Bruno > Ask Level 2
            < Is my table missing? / Ask Clara
            """);
        (await House.IsInDialogAsync("Bruno")).ShouldBeTrue();
        await PlayAsync("""
            Bruno: issue
            < Triage · service issue / How urgent is it?
              “Contracts has gaps”
            """);
    }

    [Fact]
    public Task Whoever_comes_second_reads_how_a_question_was_answered() => PlayAsync("""
        Bruno in help: @Hausmeister triage Is my table missing?
        < Triage / What is it?
        Bruno in help: question
        < User question / Is my table missing?
        Ana in help > Type the answer
        < Triage · user question / What is the answer?
        Ana in help: It is there.
        < User question · asked by Bruno / Is my table missing?
        Bruno in help > Ask Level 2
        <~ Triage: **ended**
        < That triage has ended. Here is what came of it.
        < User question · asked by Bruno / Is my table missing?
          ! **Answered 10:00** by Ana: It is there.
        Bruno in help: thank you
        """);

    [Theory]
    [InlineData("type")]
    [InlineData("level 2")]
    [InlineData("our service")]
    [InlineData("nothing that fits")]
    public Task Whoever_comes_second_reads_that_a_question_became_an_issue(string words) => PlayAsync($"""
        Bruno: triage Is my table missing?
        < Triage / What is it?
        Bruno: question
        < User question / Is my table missing?
        Ana: bruno-1
        < User question · asked by Bruno · Bruno · open 0 min / Is my table missing?
        Ana > It is our service after all
        < Triage · service issue / How urgent is it?
        Ana: 3
        < Triage · service issue / Create this issue?
        Ana: create
        < P3 · Ana / Is my table missing?
        Bruno: {words}
        < That triage has ended. Here is what came of it.
        < P3 · Ana / Is my table missing?
        = bruno-1: P3 of ana: Is my table missing?
        """);

    [Fact]
    public Task A_question_that_was_cancelled_meanwhile_is_not_answered() => PlayAsync("""
        Bruno: triage Is my table missing?
        < Triage / What is it?
        Bruno: question
        < User question / Is my table missing?
        Ana: bruno-1
        < User question · asked by Bruno · Bruno · open 0 min / Is my table missing?
        Ana > Answer…
        < Triage · user question / What is the answer?
        Bruno: cancel
        < Cancelled. Nothing was created.
        Ana: It is there.
        < That triage has ended. Here is what came of it.
        < User question · asked by Bruno / Is my table missing?
          **Closed 10:00** by Bruno: cancelled
        = open: none
        """);

    [Fact]
    public Task Somebody_elses_card_is_not_answered() => PlayAsync("""
        Ana in help: @Hausmeister triage Contracts has gaps
        < Triage / What is it?
        Bruno in help > Our service itself
        < That card is from a triage that has ended, or somebody else's. Type triage for a new one.
        Ana in help > Our service itself
        <~ It is: **our service itself**
        < Triage · service issue / How urgent is it?
        """);

    [Fact]
    public Task Two_people_in_one_room_each_have_their_own_triage() => PlayAsync("""
        Ana in help: hello everybody
        Ana in help: @Hausmeister triage Contracts has gaps
        < Triage / What is it?
          “Contracts has gaps”
        Bruno in help: what is going on?
        Bruno in help: Hausmeister, triage The ledger is late
        < Triage / What is it?
          “The ledger is late”
        Bruno in help: issue
        < Triage · service issue / How urgent is it?
          “The ledger is late”
        Ana in help: question
        < User question / Contracts has gaps
        Bruno in help: 1
        < Triage · service issue / Create this issue?
          Title = The ledger is late
        Ana in help: our service
        < Triage · service issue / How urgent is it?
        Ana in help: 2
        < Triage · service issue / Create this issue?
          Title = Contracts has gaps
        Ana in help: create
        < P2 · nobody / Contracts has gaps
        Bruno in help: create
        < P1 · nobody / The ledger is late
        Bruno in help: thank you all
        """);

    [Fact]
    public Task A_guest_in_a_room_and_a_button_that_is_the_squads() => PlayAsync("""
        Ana in help: @Hausmeister p4 Contracts is invalid
        < Triage · service issue / Create this P4?
        Ana in help: create
        < P4 · Ana / Contracts is invalid
        ...
        Clara < …
        guild < …
        help <~ …
        Clara <~ …
        guild <~ …
        Gil in help > Fixed
        < That is for the squad's members.
        Gil in help > Create P4
        < That card is from before. Type what happened for a new question.
        Gil in help: @Hausmeister Contracts is invalid
        < What did you expect?
        Gil in help: valid data
        < Sent to **Ana**, …
        ...
        Ana < From a guest, in a room · 10:00 / A guest asks for help
        """);

    [Fact]
    public Task A_tap_in_a_room_that_brings_too_much_is_answered() => PlayAsync($"""
        Ana in help: @Hausmeister p4 Contracts is invalid
        < Triage · service issue / Create this P4?
        Ana in help: create
        < P4 · Ana / Contracts is invalid
        Ana in help > Create P4 | title = {new string('x', 33_000)}
        < Type what happened, or help.
        """);

    [Fact]
    public async Task A_button_that_nobody_knows()
    {
        await House.TapUnknownAsync("Ana", "issue.dance");
        House.Chats.Shown[^1].Words.ShouldBe("I know no open issue or case nobody-1. Type issues for the open ones.");
        await House.TapUnknownAsync("Ana", "guest.take");
        House.Chats.Shown[^1].Words.ShouldBe("That card is from a triage that has ended, or somebody else's. Type triage for a new one.");
    }
}

/// <summary>A channel that wants a tap answered with the card itself.</summary>
public sealed class InvokeTests() : ScriptTests(byInvoke: true)
{
    [Fact]
    public async Task A_whole_triage_by_invokes()
    {
        await PlayAsync("""
            Ana: triage
            < Triage / What is it?
            Ana > Our service itself
            <~ It is: **our service itself**
            < Triage · service issue / What is wrong?
            Ana > Go on | title = Contracts has gaps
            <~ Title: **Contracts has gaps**
            < Triage · service issue / How urgent is it?
            Ana > P2
            <~ Priority: **P2**
            < Triage · service issue / Create this issue?
            Ana > Create
            <~ Reviewed: **Contracts has gaps**
            < P2 · nobody / Contracts has gaps
            """);
        (await House.CaseAsync("ana-1")).Priority.ShouldBe(Priority.P2);
    }
}
