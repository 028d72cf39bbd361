namespace Hausmeister.Tests.Dialogs;

/// <summary>How a triage starts, and what it is about.</summary>
public sealed class StartTests : ScriptTests
{
    [Fact]
    public Task By_the_button_of_the_welcome_card() => PlayAsync("""
        Ana > joins
        < Data Infra / Hello Ana
          You are Hausmeister until **Fri 27 Nov 17:00**. Level 2 is Clara.
          [Triage] [Next] [Issues] [Who] [Help]
        Ana > Triage
        < Triage / What is it?
          (How somebody uses our service) A user question: point them in the right direction.
          (Our service itself) A service issue: it gets an issue and a priority.
          (Not sure) Shows the page's test, with an example of each.
          Typed works too. back, cancel and help at any step.
        """);

    [Theory]
    [InlineData("triage")]
    [InlineData("  TRIAGE ")]
    [InlineData("start over")]
    public Task By_the_word(string word) => PlayAsync($"""
        Ana: {word}
        < Triage / What is it?
          (How somebody uses our service) …
        = open: none
        """);

    [Theory]
    [InlineData("triage Contracts has duplicated rows")]
    [InlineData("Triage   Contracts has duplicated rows")]
    [InlineData("Contracts has duplicated rows")]
    public Task With_what_happened(string words) => PlayAsync($"""
        Ana: {words}
        < Triage / What is it?
          “Contracts has duplicated rows”
          (How somebody uses our service) …
          (Our service itself) …
          (Not sure) …
        """);

    [Fact]
    public Task A_P4_goes_straight_to_one_confirmation() => PlayAsync("""
        Ana: p4 Contracts is invalid
        < Triage · service issue / Create this P4?
          Title = Contracts is invalid
          Priority = P4
          Details = -
          Labels: bug, data-infra, P4 · assigned to Ana
          [Create P4] [Back] [Cancel]
        Ana > Create P4
        <~ Reviewed: **Contracts is invalid**
        < P4 · Ana / Contracts is invalid
          Creating the issue…
          Go on with something else. This card changes by itself.
        = ana-1: P4 of ana: Contracts is invalid
          owes: CreateIssue 10:00, P4Guild to Guild, P4Level2 to clara, AskProgress 11:00
        ...
        Clara < To you as Level 2 · P4 · Ana / Contracts is invalid
        guild < **P4:** **Contracts is invalid**. Ana is on it.
        Ana <~ [#1](https://tracker.example/1) · P4 · Ana · open 0 min / Contracts is invalid
          ! **P4 Stop everything, pull people in.** Clara and the guild know.
          [Pull in…] [Note] [Give to…] [Priority] [Ask Level 2] [Fixed]
        Clara <~ To you as Level 2 · [#1](https://tracker.example/1) · P4 · Ana · open 0 min / Contracts is invalid
        guild <~ **P4:** [#1](https://tracker.example/1) **Contracts is invalid**. Ana is on it.
        = #1: [bug, data-infra, P4] ana: Contracts is invalid
        """);

    [Fact]
    public Task A_P4_without_words_needs_its_title_first() => PlayAsync("""
        Ana: p4
        < Triage · service issue / What is wrong?
          In one line = -
          It becomes the issue's title. Details can come later.
          [Go on] [Back] [Cancel]
        Ana: Contracts is invalid
        < Triage · service issue / Create this P4?
          Title = Contracts is invalid
        Ana: back
        < Triage · service issue / What is wrong?
        """);

    [Fact]
    public Task A_P4_that_is_none_goes_back_to_the_whole_triage() => PlayAsync("""
        Ana: p4 Contracts is invalid
        < Triage · service issue / Create this P4?
        Ana > Back
        <~ Back: **one step**
        < Triage · service issue / How urgent is it?
          “Contracts is invalid”
        """);

    [Fact]
    public Task In_the_middle_of_another_triage() => PlayAsync("""
        Ana: triage The ledger is late
        < Triage / What is it?
        Ana: p4 Contracts is invalid
        < Triage · service issue / Create this P4?
          Title = Contracts is invalid
        Ana: triage Something else
        < Triage / What is it?
          “Something else”
        Ana: triage
        < Triage / What is it?
          (How somebody uses our service) …
        = open: none
        """);

    [Theory]
    [InlineData("How somebody uses our service")]
    [InlineData("user question")]
    [InlineData("question")]
    [InlineData("1")]
    [InlineData("the first one")]
    [InlineData("It is a user question.")]
    public Task A_user_question_in_words(string words) => PlayAsync($"""
        Ana: triage
        < Triage / What is it?
        Ana: {words}
        < Triage · user question / What is the question?
          The question = -
          Who asks, and where? = -
          [Go on] [Back] [Cancel]
        """);

    [Theory]
    [InlineData("our service itself")]
    [InlineData("service issue")]
    [InlineData("a bug")]
    [InlineData("2")]
    [InlineData("two")]
    public Task A_service_issue_in_words(string words) => PlayAsync($"""
        Ana: triage
        < Triage / What is it?
        Ana: {words}
        < Triage · service issue / What is wrong?
          In one line = -
          [Go on] [Back] [Cancel]
        """);

    [Theory]
    [InlineData("2 tables are missing")]
    [InlineData("Only one analyst sees it")]
    public Task A_number_in_prose_chooses_nothing(string words) => PlayAsync($"""
        Ana: triage
        < Triage / What is it?
        Ana: {words}
        < I did not get which one it is. Tap one, or type its number.
        < Triage / What is it?
        ...
        """);

    [Theory]
    [InlineData("not sure")]
    [InlineData("3")]
    [InlineData("don't know")]
    public Task Whoever_is_not_sure_gets_the_test_with_an_example_of_each(string words) => PlayAsync($"""
        Ana: triage
        < Triage / What is it?
        Ana: {words}
        < Triage / Does it go wrong for everybody?
          If somebody else did the same thing, correctly, would it still go wrong?
          (No, it is how somebody uses our service) “My new dataset does not show up”, and it was never added to the run.
          (Yes, it is our service itself) “Contracts has duplicated rows”, and every reader sees them.
        Ana: yes
        < Triage · service issue / What is wrong?
        """);

    [Fact]
    public Task The_kind_by_taps() => PlayAsync("""
        Ana: triage
        < Triage / What is it?
        Ana > Not sure
        <~ It is: **not sure**
          Ana, 10:00
        < Triage / Does it go wrong for everybody?
        Ana > No, it is how
        <~ It is: **a user question**
        < Triage · user question / What is the question?
        Ana > Back
        <~ Back: **one step**
        < Triage / Does it go wrong for everybody?
        Ana > Yes
        <~ It is: **our service itself**
        < Triage · service issue / What is wrong?
        """);

    [Theory]
    [InlineData("perhaps")]
    [InlineData("7")]
    [InlineData("😀")]
    [InlineData("")]
    public Task Neither_is_asked_again_with_a_reason(string words) => PlayAsync($"""
        Ana: triage
        < Triage / What is it?
        Ana: {words}
        < I did not get which one it is. Tap one, or type its number.
        < Triage / What is it?
        """);

    [Theory]
    [InlineData("cancel", "There is nothing to cancel. Type help for what I can do.")]
    [InlineData("back", "There is no question to go back from. Type help for what I can do.")]
    [InlineData("", "Type what happened, or help.")]
    public Task Where_nothing_has_started_that_is_said(string words, string line) => PlayAsync($"""
        Ana: {words}
        < {line}
        """);
}
