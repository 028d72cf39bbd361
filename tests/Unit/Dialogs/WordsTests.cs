using Hausmeister.Domain.Triage;

namespace Hausmeister.Tests.Dialogs;

/// <summary>Whatever people write stays harmless, from the first word to the tracker.</summary>
public sealed class WordsTests : ScriptTests
{
    private const string Title = "Triage · service issue / Create this issue?";

    public static TheoryData<string> Words() => [.. NastyWords.All];

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Of_any_kind_becomes_an_issue(string words)
    {
        await PlayAsync($"""
            Ana: triage {words}
            < Triage / What is it?
            Ana: issue
            < Triage · service issue / How urgent is it?
            Ana: 2
            < {Title}
            Ana: details {words}
            < {Title}
            Ana: reported by {words}
            < {Title}
            Ana: create
            < …
            ...
            Ana <~ [#1](https://tracker.example/1) · P2 …
            """);
        var issue = House.Tracker.Issues.ShouldHaveSingleItem();
        issue.Title.Length.ShouldBeInRange(1, TriageDesk.LongestTitle);
        issue.Body.Length.ShouldBeLessThan(65_536);
        issue.Body.ShouldNotContain("<script");
        issue.Body.ShouldNotContain("@everyone");
        issue.Body.IndexOf("<!--", StringComparison.Ordinal).ShouldBe(issue.Body.LastIndexOf("<!--", StringComparison.Ordinal));
        issue.Body.ShouldEndWith(IssueBody.Marker(await House.CaseAsync("ana-1")));
        Utf16IsWhole(issue.Title + issue.Body).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Of_any_kind_becomes_a_question_and_its_answer(string words)
    {
        await PlayAsync($"""
            Ana: triage {words}
            < Triage / What is it?
            Ana: question
            < User question / …
            Ana: type
            < Triage · user question / What is the answer?
            Ana: {words}
            < User question · asked by Ana / …
              ! **Answered 10:00** by Ana: …
            """);
        var answered = await House.CaseAsync("ana-1");
        answered.Title.Length.ShouldBeLessThanOrEqualTo(TriageDesk.LongestDetails);
        answered.Answer!.Text!.Length.ShouldBeLessThanOrEqualTo(TriageDesk.LongestDetails);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public async Task Of_any_kind_from_a_guest_reaches_the_one_on_duty(string words)
    {
        await PlayAsync($"""
            Gil: {words}
            < What did you expect?
            Gil: {words}
            < Sent to **Ana**, …
            ...
            Ana < From a guest, in the chat · 10:00 / A guest asks for help
            """);
    }

    [Fact]
    public async Task What_does_not_fit_into_the_title_stands_in_the_details()
    {
        var words = string.Join(' ', Enumerable.Repeat("gaps", 100));
        await PlayAsync($"""
            Ana: p4 {words}
            < Triage · service issue / Create this P4?
            Ana: create
            < …
            """);
        (await House.CaseAsync("ana-1")).Details.ShouldBe(words);
    }

    [Fact]
    public async Task A_comment_on_a_known_issue_fits_into_the_tracker()
    {
        await Tracker.HasAsync("Contracts has duplicated rows", "P2");
        await PlayAsync($"""
            Ana: triage Contracts has duplicated rows {new string('x', 100_000)}
            < Triage / What is it?
            Ana: issue
            < Triage · service issue / Is it one of these?
            Ana: 1
            < Your words are a comment on #1 now.
            < …
            """);
        await House.WorkAsync();
        House.Tracker.Comments.ShouldHaveSingleItem().Length.ShouldBeLessThan(65_536);
    }

    [Fact]
    public async Task No_card_that_anybody_saw_holds_a_link_of_somebodys_words()
    {
        await PlayAsync("""
            Ana: triage [bank](https://evil.example) Contracts
            < Triage / What is it?
            Ana: issue
            < …
            Ana: 2
            < …
            Ana: create
            < …
            """);
        foreach (var card in House.Chats.Shown.Where(m => m.Card is not null))
            foreach (var line in card.Lines.Where(line => !line.StartsWith("Title = ", StringComparison.Ordinal)))
                line.ShouldNotContain("[bank](https://evil.example)");
    }

    private static bool Utf16IsWhole(string text) => !text.EnumerateRunes().Any(rune => rune.Value == 0xFFFD);
}
