namespace Hausmeister.Tests.Dialogs;

/// <summary>A user question: matches, and its five outcomes.</summary>
public sealed class QuestionTests : ScriptTests
{
    private const string ToMatches = """
        Ana: Why is my table not in the warehouse?
        < Triage / What is it?
        Ana: question
        < User question / Why is my table not in the warehouse?
        """;

    [Fact]
    public Task The_question_and_who_asks_where_by_the_card() => PlayAsync("""
        Ana: triage
        < Triage / What is it?
        Ana > How somebody uses our service
        <~ It is: **a user question**
        < Triage · user question / What is the question?
          The question = -
          Who asks, and where? = -
          [Go on] [Back] [Cancel]
        Ana > Go on | question = Why is my table not in the warehouse? | reporter = Maria in help
        <~ Question: **Why is my table not in the warehouse?**
        < User question · asked by Maria in help / Why is my table not in the warehouse?
          These may answer it. Tap the one that did.
          (Why is my table not in the warehouse?) Docs · docs.example/capivara/loading
          Read first: [loading](https://docs.example/capivara/loading)
          [Type the answer] [Answered elsewhere] [Ask Level 2] [It is our service after all]
        = ana-1: Question of ana: Why is my table not in the warehouse?
          reporter: Maria in help
          owes: nothing
        """);

    [Fact]
    public Task The_question_and_who_asks_where_in_words() => PlayAsync("""
        Ana: triage
        < Triage / What is it?
        Ana: question
        < Triage · user question / What is the question?
        Ana: asked by Maria in help
        < Triage · user question / What is the question?
          Who asks, and where? = Maria in help
        Ana: Why is my table not in the warehouse?
        < User question · asked by Maria in help / Why is my table not in the warehouse?
        Ana: asked by Gil in guild
        < User question · asked by Gil in guild / Why is my table not in the warehouse?
        = ana-1: Question of ana: Why is my table not in the warehouse?
          reporter: Gil in guild
        """);

    [Theory]
    [InlineData("Why is my tabel not in the wharehouse?", "Why is my table not in the warehouse?")]
    [InlineData("tables missing from warehouses", "Why is my table not in the warehouse?")]
    [InlineData("adding new DATASETS", "How to add a dataset to itaipu")]
    [InlineData("how does a spark op look", "How to add a dataset to itaipu")]
    public Task The_docs_are_found_in_spite_of_typing_errors_and_word_forms(string question, string page) => PlayAsync($"""
        Ana: {question}
        < Triage / What is it?
        Ana: question
        < User question / {question}
          ({page}) Docs · …
        """);

    [Fact]
    public Task Where_nothing_is_alike_that_is_said() => PlayAsync("""
        Ana: Who orders the coffee?
        < Triage / What is it?
        Ana: question
        < User question / Who orders the coffee?
          Nothing in the docs or earlier answers looks like it.
          [Type the answer] [Answered elsewhere] [Ask Level 2] [It is our service after all]
        """);

    [Theory]
    [InlineData("1")]
    [InlineData("the first")]
    public Task This_link_answered_it_in_words(string words) => PlayAsync($"""
        {ToMatches}
        Ana: {words}
        < User question · asked by Ana / Why is my table not in the warehouse?
          ! **Answered 10:00** by Ana: Why is my table not in the warehouse?
          [docs.example/capivara/loading](https://docs.example/capivara/loading)
        = ana-1: Question of ana: Why is my table not in the warehouse?
          answered, Page: Why is my table not in the warehouse? https://docs.example/capivara/loading https://docs.example/capivara/loading
        = open: none
        """);

    [Fact]
    public Task This_link_answered_it_by_a_tap() => PlayAsync($"""
        {ToMatches}
        Ana > Why is my table
        <~ Answered: **Why is my table not in the warehouse?**
        < User question · asked by Ana / Why is my table not in the warehouse?
        = open: none
        """);

    [Fact]
    public Task The_answer_is_typed_and_kept_for_the_next_time() => PlayAsync("""
        Ana: Who orders the coffee?
        < Triage / What is it?
        Ana: question
        < User question / Who orders the coffee?
        Ana > Type the answer
        < Triage · user question / What is the answer?
          “Who orders the coffee?”
          The answer = -
          It is kept, and offered when somebody asks something alike.
          [Keep the answer] [Back] [Cancel]
        Ana > Keep the answer
        < Type the answer in words; it is kept for the next time.
        < Triage · user question / What is the answer?
        Ana > Keep the answer | answer = The office does, each Monday.
        <~ Answered: **The office does, each Monday.**
        < User question · asked by Ana / Who orders the coffee?
          ! **Answered 10:00** by Ana: The office does, each Monday.
        = ana-1: Question of ana: Who orders the coffee?
          answered, Typed: The office does, each Monday.
        Bruno: Who is ordering cofee?
        < Triage / What is it?
        Bruno: question
        < User question / Who is ordering cofee?
          (Who orders the coffee?) Answered by Ana, 26 Nov: “The office does, each Monday.”
        Bruno > Who orders the coffee?
        <~ Answered: **The office does, each Monday.**
        < User question · asked by Bruno / Who is ordering cofee?
          ! **Answered 10:00** by Bruno: The office does, each Monday.
        = bruno-1: Question of bruno: Who is ordering cofee?
          answered, EarlierCase: The office does, each Monday.  ana-1
        """);

    [Theory]
    [InlineData("type")]
    [InlineData("type the answer")]
    public Task The_answer_is_typed_in_words(string words) => PlayAsync($"""
        {ToMatches}
        Ana: {words}
        < Triage · user question / What is the answer?
        Ana:  
        < Type the answer in words; it is kept for the next time.
        < Triage · user question / What is the answer?
        Ana: triage it and see
        < User question · asked by Ana / Why is my table not in the warehouse?
          ! **Answered 10:00** by Ana: triage it and see
        """);

    [Theory]
    [InlineData("see the wiki")]
    [InlineData("wiki.example/loading")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("")]
    public Task Answered_elsewhere_wants_a_link(string words) => PlayAsync($"""
        {ToMatches}
        Ana: elsewhere
        < Triage · user question / Where was it answered?
          “Why is my table not in the warehouse?”
          Link = -
          [Keep the link] [Back] [Cancel]
        Ana: {words}
        < That is no link. It begins with http:// or https://.
        < Triage · user question / Where was it answered?
        Ana > Keep the link | link = https://wiki.example/loading
        <~ Answered: **elsewhere**
        < User question · asked by Ana / Why is my table not in the warehouse?
          ! **Answered 10:00** by Ana.
          [wiki.example/loading](https://wiki.example/loading)
        = ana-1: Question of ana: Why is my table not in the warehouse?
          answered, Elsewhere:  https://wiki.example/loading
        """);

    [Fact]
    public async Task Level_2_is_asked_in_words_although_there_is_a_number_in_them()
    {
        await PlayAsync("""
            Ana: the table of a new dataset is missing
            < Triage / What is it?
            Ana: question
            < User question / the table of a new dataset is missing
              (How to add a dataset to itaipu) …
            Ana: back
            < Triage / What is it?
            Ana: question
            < User question / the table of a new dataset is missing
            Ana: level 2
            < User question · asked by Ana · Ana · open 0 min / the table of a new dataset is missing
              **Clara is asked**, 10:00. No answer yet.
              It stays open until somebody answers it.
              [Answer…] [Answered elsewhere] [Ask Level 2] [It is our service after all]
            = ana-1: Question of ana: the table of a new dataset is missing
              owes: Level2Ask to clara, EscalateLevel2 10:30, UpdatePosts 10:00
            ...
            Clara < To you as Level 2 / Ana asks where to start with a question (0 min).
              **the table of a new dataset is missing**
              It stays Ana's: you pair. Silent until 10:30, and a lead is asked.
              [Joining now] [In 30 minutes] [I take it over]
            Ana <~ …
            Clara <~ …
            """);
        await PlayAsync("""
            Ana > Answer…
            < Triage · user question / What is the answer?
            Ana: cancel
            < Cancelled. Nothing was created.
            = open: ana-1
            """);
    }

    [Fact]
    public Task It_is_our_service_after_all_and_the_text_carries_over() => PlayAsync($"""
        {ToMatches}
        Ana > It is our service after all
        <~ It is: **our service after all**
        < Triage · service issue / How urgent is it?
          “Why is my table not in the warehouse?”
        Ana: back
        < User question / Why is my table not in the warehouse?
        Ana: our service
        < Triage · service issue / How urgent is it?
        Ana: 3
        < Triage · service issue / Create this issue?
          Title = Why is my table not in the warehouse?
        Ana: create
        < P3 · Ana / Why is my table not in the warehouse?
        = ana-1: P3 of ana: Why is my table not in the warehouse?
        = open: ana-1
        """);

    [Fact]
    public Task It_is_an_issue_that_is_known_and_the_question_points_to_it() => PlayAsync("""
        Ana: p4 My table is missing in the warehouse
        < Triage · service issue / Create this P4?
        Ana: create
        < P4 · Ana / My table is missing in the warehouse
        ...
        Clara < …
        guild < …
        Ana <~ …
        Clara <~ …
        guild <~ …
        Bruno: Is my table missing in the warehouse?
        < Triage / What is it?
        Bruno: question
        < User question / Is my table missing in the warehouse?
        Bruno: our service
        < Triage · service issue / Is it one of these?
          (#1 My table is missing in the warehouse) P4 · Ana · open 0 min
        Bruno: 1
        < Your words are a comment on #1 now.
        < [#1](https://tracker.example/1) · P4 · Ana · open 0 min / My table is missing in the warehouse
        = bruno-1: Question of bruno: Is my table missing in the warehouse?
          answered, Elsewhere: #1 My table is missing in the warehouse https://tracker.example/1
        """);

    [Fact]
    public Task What_is_no_outcome_is_asked_again_with_a_reason() => PlayAsync($"""
        {ToMatches}
        Ana: hmm
        < I did not get that. Tap one, type its number, or type: type, elsewhere, level 2, our service, asked by …
        < User question / Why is my table not in the warehouse?
        Ana: 7
        < I did not get that. …
        < User question / Why is my table not in the warehouse?
        """);

    [Fact]
    public Task A_question_needs_words() => PlayAsync("""
        Ana: triage
        < Triage / What is it?
        Ana: question
        < Triage · user question / What is the question?
        Ana:  
        < I need the question, in a line or more.
        < Triage · user question / What is the question?
        """);

    [Fact]
    public Task Cancelling_drops_a_question_that_was_kept_for_this_triage_alone() => PlayAsync($"""
        {ToMatches}
        = open: ana-1
        Ana: cancel
        < Cancelled. Nothing was created.
        = open: none
        = ana-1: Question of ana: Why is my table not in the warehouse?
          closed by Ana: cancelled
        """);

    [Fact]
    public Task Another_triage_leaves_the_question_open() => PlayAsync($"""
        {ToMatches}
        Ana: triage Something else
        < Triage / What is it?
        = open: ana-1
        Ana: cancel
        < Cancelled. Nothing was created.
        = open: ana-1
        Ana: cases
        < Data Infra / 1 open case
          (Why is my table not in the warehouse?) Question · Ana · 0 min · asked by Ana
        Ana > Why is my table
        < User question · asked by Ana · Ana · open 0 min / Why is my table not in the warehouse?
          [Answer…] [Answered elsewhere] [Ask Level 2] [It is our service after all]
        """);
}
