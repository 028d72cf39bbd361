using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Tests.Dialogs;

/// <summary>A triage in somebody's own conversation that is about a message in the help room.</summary>
public sealed class OriginTests : ScriptTests
{
    private const string ToMatches = """
        Ana: triage Why is my table not in the warehouse?
        < Triage / What is it?
        Ana: question
        < User question · [Open the thread](https://help.example/1) / Why is my table not in the warehouse?
          These may answer it. The one that you tap is posted in the thread.
          (Why is my table not in the warehouse?) Docs · docs.example/capivara/loading
          [Type the answer, I post it] [I answered myself] [Ask Level 2] [It is our service after all]
        """;

    public OriginTests() => House.Origin = new Origin(Keys.Place("webchat", House.ConversationOf("", "help")), new Uri("https://help.example/1"));

    [Theory]
    [InlineData(" > Why is my table")]
    [InlineData(": 1")]
    public Task The_link_is_posted_in_the_thread(string says) => PlayAsync($"""
        {ToMatches}
        Ana{says}
        {(says[1] == '>' ? "<~ Posted in the thread: **Why is my table not in the warehouse?**" : "")}
        < User question · asked by Ana · [Open the thread](https://help.example/1) / Why is my table not in the warehouse?
          ! **Answered 10:00** by Ana: Why is my table not in the warehouse?
        = ana-1: Question of ana: Why is my table not in the warehouse?
          answered, Page: Why is my table not in the warehouse? https://docs.example/capivara/loading https://docs.example/capivara/loading
        ...
        help < **This answers it:** [Why is my table not in the warehouse?](https://docs.example/capivara/loading)
        Ana <~ …
        """);

    [Fact]
    public Task An_answer_that_was_typed_earlier_is_posted_as_it_was() => PlayAsync($"""
        {ToMatches}
        Ana > Type the answer
        < Triage · user question / What is the answer?
          “Why is my table not in the warehouse?”
          The answer = -
          I post it in the thread and keep it, for when somebody asks something alike.
          [Post the answer] [Back] [Cancel]
        Ana > Post the answer | answer = Load it again.
        <~ Posted in the thread: **Load it again.**
        < User question · asked by Ana · [Open the thread](https://help.example/1) / Why is my table not in the warehouse?
        ...
        help < **Ana answers:** Load it again.
        Ana <~ …
        Bruno: triage Why is my table missing in the warehouse?
        < Triage / What is it?
        Bruno: question
        < User question · …
          (Why is my table not in the warehouse?) Answered by Ana, 26 Nov: “Load it again.”
        Bruno > Why is my table not in the warehouse? Answered
        <~ Posted in the thread: **Load it again.**
        < User question · …
        ...
        help < **This answers it:** Load it again.
        Bruno <~ …
        """);

    [Theory]
    [InlineData(" > I answered myself")]
    [InlineData(": I answered myself")]
    [InlineData(": myself")]
    [InlineData(": elsewhere")]
    public async Task Whoever_answered_there_is_asked_for_no_link_and_nothing_is_said(string says)
    {
        await PlayAsync($"""
            {ToMatches}
            Ana{says}
            {(says[1] == '>' ? "<~ Answered: **in the thread**" : "")}
            < User question · asked by Ana · [Open the thread](https://help.example/1) / Why is my table not in the warehouse?
              ! **Answered 10:00** by Ana, in the thread.
            = ana-1: Question of ana: Why is my table not in the warehouse?
              answered, Elsewhere:  https://help.example/1
            ...
            Ana <~ …
            """);
        House.Chats.Shown.ShouldNotContain(message => message.Conversation == House.ConversationOf("", "help"));
    }

    [Fact]
    public async Task Two_members_answer_one_question_and_the_first_answer_stands_in_the_thread()
    {
        await PlayAsync($"""
            {ToMatches}
            Ana: level 2
            < User question · asked by Ana · Ana · open 0 min · [Open the thread](https://help.example/1) / Why is my table not in the warehouse?
              [Type the answer, I post it] [I answered myself] [Ask Level 2] [It is our service after all]
            ...
            Clara < …
            Ana <~ …
            Clara <~ …
            Bruno: ana-1
            < User question · …
            Bruno > Type the answer, I post it
            < Triage · user question / What is the answer?
            Ana > I answered myself
            <~ Answered: **in the thread**
            < User question · …
            Bruno: Load it again.
            < That triage has ended. Here is what came of it.
            < User question · …
            ...
            Clara <~ …
            Ana <~ …
            Bruno <~ …
            """);
        House.Chats.Shown.ShouldNotContain(message => message.Conversation == House.ConversationOf("", "help"));
    }

    [Fact]
    public Task What_is_an_issue_is_told_there_and_what_is_attached_is_in_its_body() => PlayAsync("""
        Ana: triage My table is empty⏎https://files.example/1⏎https://files.example/2
        < Triage / What is it?
        Ana: issue
        < Triage · service issue / How urgent is it?
        Ana: don't know
        < Triage · service issue / Create this issue?
          Title = My table is empty
        Ana > Create | title = Capivara: my table is empty
        <~ …
        < P3, being decided · Ana · [Open the thread](https://help.example/1) / Capivara: my table is empty
        ...
        Clara < …
        Ana <~ …
        Clara <~ …
        help < **This is on our side:** [#1](https://tracker.example/1), priority being decided, Ana is on it.
        help <~ …
        = #1: [bug, data-infra, priority: being decided] ana: Capivara: my table is empty
          Capivara: my table is empty
          https://files.example/1
          https://files.example/2
          Reported by Ana, Thu 26 Nov 10:00, in [this message](https://help.example/1). [Case ana-1](https://bot.example/?show=ana-1) in Hausmeister.
        Bruno in help: It is my table, too
        ...
        Ana <~ …
          It is my table, too
        Clara <~ …
        help <~ …
        = ana-1: P3 undecided of ana: Capivara: my table is empty
          note of Bruno: It is my table, too
        Bruno: It is slow as well
        < Your words are a note on #1 Capivara: my table is empty now.
        """);
}
