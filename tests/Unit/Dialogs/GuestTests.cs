namespace Hausmeister.Tests.Dialogs;

/// <summary>A guest gets two questions, and never a priority.</summary>
public sealed class GuestTests : ScriptTests
{
    [Fact]
    public Task Who_says_whom_to_ask_word_for_word() => PlayAsync("""
        Gil: who
        < Data Infra / Ana is Hausmeister until Fri 27 Nov 17:00
          Ask in help.
          [Ask]
        """);

    [Fact]
    public async Task A_notification_of_who_says_it_in_one_sentence()
    {
        await House.SayAsync("Gil", null, "who");
        ((string?)House.Chats.Shown[^1].Card!["fallbackText"]).ShouldBe("Ana is Hausmeister until Fri 27 Nov 17:00. Ask in help.");
    }

    [Fact]
    public Task Both_questions_on_one_card() => PlayAsync("""
        Gil > joins
        < Data Infra / Hello Gil
          **Ana** is Hausmeister until **Fri 27 Nov 17:00**.
          [Ask] [Who] [Help]
        Gil > Ask
        < Ask Data Infra / Two questions, then Ana has it
          What did you do? = -
          What did you expect? = -
          [Send] [Cancel]
        Gil > Send | did =  
        < What did you do? One line is enough.
        < Ask Data Infra / Two questions, then Ana has it
        Gil > Send | did = I loaded my table | expected = to see it
        <~ Sent to **Ana**, Hausmeister until Fri 27 Nov 17:00. The answer comes here.
          You, 10:00
        ...
        Ana < From a guest, in the chat · 10:00 / A guest asks for help
          **Did:** “I loaded my table”
          **Expected:** “to see it”
          Take it, and the triage starts with these words. The guest reads that you have it.
          [Take it]
        """);

    [Theory]
    [InlineData("I loaded my table")]
    [InlineData("triage I loaded my table")]
    [InlineData("p4 I loaded my table")]
    public Task The_questions_one_by_one_in_words(string words) => PlayAsync($"""
        Gil: {words}
        < What did you expect?
        Gil: to see it
        < Sent to **Ana**, Hausmeister until Fri 27 Nov 17:00. The answer comes here.
        ...
        Ana < From a guest, in the chat · 10:00 / A guest asks for help
          **Did:** “I loaded my table”
          **Expected:** “to see it”
        """);

    [Fact]
    public Task Whoever_takes_it_triages_the_guest_s_words_and_the_guest_hears_of_it() => PlayAsync("""
        Gil: I loaded my table
        < What did you expect?
        Gil: to see it
        < Sent to **Ana**, …
        ...
        Ana < From a guest, …
        Ana > Take it
        <~ From a guest, in the chat · 10:00 / A guest asks for help
          You have it.
        < Triage / What is it?
          “I loaded my table”
        ...
        Gil < **Ana has it.**
        Ana <~ …
        Ana: service
        < Triage · service issue / How urgent is it?
        Ana: 3
        < Triage · service issue / Create this issue?
          Title = I loaded my table
          Details = I loaded my table⏎⏎Expected: to see it
          Reported by = Gil
        Ana: create
        < P3 · Ana / I loaded my table
        ...
        <~ From a guest, …
        <~ [#1](https://tracker.example/1) · P3 · Ana · open 0 min / I loaded my table
        Gil < **This is on our side:** [#1](https://tracker.example/1), P3, Ana is on it.
        """);

    [Fact]
    public Task The_guest_reads_the_answer() => PlayAsync("""
        Gil: Where is my table?
        < What did you expect?
        Gil: to find it
        < Sent to **Ana**, …
        ...
        Ana < From a guest, …
        Ana > Take it
        <~ …
        < Triage / What is it?
        Ana: question
        < User question · asked by Gil / Where is my table?
        Ana: 1
        < User question · asked by Gil / Where is my table?
        ...
        Ana <~ From a guest, …
        Ana <~ User question …
        Gil < **Ana answers:** [Why is my table not in the warehouse?](https://docs.example/capivara/loading)
        """);

    [Fact]
    public async Task The_first_one_has_it_and_cancelling_the_triage_leaves_it_open()
    {
        await PlayAsync("""
            Gil: Where is my table?
            < What did you expect?
            Gil: to find it
            < Sent to **Ana**, …
            ...
            Ana < From a guest, …
            Ana > Take it
            <~ …
            < Triage / What is it?
            Ana: question
            < User question · asked by Gil / Where is my table?
            Ana: cancel
            < Cancelled. Nothing was created.
            """);
        (await House.OpenAsync()).ShouldHaveSingleItem().Owner.ShouldBe("ana");
    }

    [Theory]
    [InlineData("issues")]
    [InlineData("cases")]
    [InlineData("next")]
    [InlineData("482")]
    [InlineData("note 482 hello")]
    [InlineData("give 482 to bruno")]
    [InlineData("priority 482 P4")]
    public Task What_is_the_squads_is_not_a_guest_s(string words) => PlayAsync($"""
        Gil: {words}
        < That is for the squad's members. Type what happened, and the one on duty gets it.
        """);

    [Theory]
    [InlineData("I loaded my table", "What did you expect?")]
    [InlineData("triage", "Ask Data Infra / Two questions, then Ana has it")]
    public Task Help_who_cancel_start_over_and_back_work_at_both_questions(string start, string question) => PlayAsync($"""
        Gil: {start}
        < {question}
        Gil: help
        < Help / What you can type
          **What happened** · in your words: I ask two questions, then Ana has it
          Anywhere: back, cancel, start over.
        < {question}
        Gil: who
        < Data Infra / Ana is Hausmeister until Fri 27 Nov 17:00
        < {question}
        Gil: issues
        < That is for the squad's members. …
        < {question}
        Gil:  
        < I need some words. One line is enough.
        < {question}
        Gil: start over
        < Ask Data Infra / Two questions, then Ana has it
        Gil: back
        < This is the first question. Type cancel to leave.
        < Ask Data Infra / Two questions, then Ana has it
        Gil: I did something else
        < What did you expect?
        Gil: Back
        < Ask Data Infra / Two questions, then Ana has it
        Gil: cancel
        < Cancelled. Nothing was created.
        = open: none
        """);

    [Fact]
    public Task The_card_s_cancel_and_a_card_from_before() => PlayAsync("""
        Gil > joins
        < Data Infra / Hello Gil
        Gil > Ask
        < Ask Data Infra / Two questions, then Ana has it
        Gil > Cancel
        <~ Cancelled.
        Gil >> Send | did = x
        < That card is from before. Type what happened for a new question.
        = open: none
        """);

    [Fact]
    public async Task A_double_tap_sends_it_once()
    {
        await PlayAsync("""
            Gil: start over
            < Ask Data Infra / Two questions, then Ana has it
            Gil > Send | did = x
            <~ Sent to **Ana**, …
            Gil > again
            < That card is from before. Type what happened for a new question.
            ...
            Ana < From a guest, …
              **Did:** “x”
              Take it, and the triage starts with these words. The guest reads that you have it.
            """);
        (await House.OpenAsync()).Count.ShouldBe(1);
    }
}

/// <summary>At night nobody reads it, and the guest is told.</summary>
public sealed class GuestAtNightTests() : ScriptTests(SampleSquad.At(2026, 11, 26, 20, 0))
{
    [Fact]
    public Task It_is_read_when_work_begins() => PlayAsync("""
        Gil: Where is my table?
        < What did you expect?
        Gil: to find it
        < Sent to **Ana**, Hausmeister until Fri 27 Nov 17:00. It is read Fri 27 Nov 09:00. The answer comes here.
        ...
        ... 780
        Ana < From a guest, in the chat · Thu 26 Nov 20:00 / A guest asks for help
        """);
}
