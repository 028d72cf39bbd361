using NodaTime;

namespace Hausmeister.Tests.Dialogs;

/// <summary>The third time that the same page or the same earlier case answers, docs are offered.</summary>
public sealed class DocsOfferTests : ScriptTests
{
    private static readonly int Day = (int)Duration.FromDays(1).TotalMinutes;

    [Fact]
    public async Task The_third_same_question_offers_a_docs_issue_with_all_three()
    {
        await AskAsync("Bruno", "Where is my table?");
        await PlayAsync($"... {13 * Day}\nBruno <~ …");
        await AskAsync("Davi", "The table is missing");
        await PlayAsync("""
            Ana: Is the table missing?
            < Triage / What is it?
            Ana: question
            < User question / Is the table missing?
            Ana: asked by Maria in help
            < User question · asked by Maria in help / Is the table missing?
            Ana: 1
            < User question · asked by Maria in help / Is the table missing?
              ! **Answered 10:00** by Ana: Why is my table not in the warehouse?
            < Docs · third time in 30 days / Three times the same question
            ...
            Davi <~ …
            Ana <~ User question …
            Ana > Create a docs issue
            <~ Docs: **creating the issue**
            ...
            Ana <~ User question …
            Ana <~ **Docs issue [#1](https://tracker.example/1)** holds the questions that were the same.
            = #1: [data-infra, documentation] nobody: Docs: Is the table missing?
              The same question came 3 times in 30 days. What answered it: [Why is my table not in the warehouse?](https://docs.example/capivara/loading).
              - Is the table missing? (Maria in help, Wed 9 Dec 10:00)
              - The table is missing (Davi, Wed 9 Dec 10:00)
              - Where is my table? (Bruno, Thu 26 Nov 10:00)
            """);
    }

    [Fact]
    public async Task The_same_earlier_case_counts_too()
    {
        await PlayAsync("""
            Ana: Who orders the coffee?
            < Triage / What is it?
            Ana: question
            < User question / Who orders the coffee?
            Ana: type
            < Triage · user question / What is the answer?
            Ana: The office does.
            < User question · asked by Ana / Who orders the coffee?
            """);
        await AskAsync("Bruno", "coffee orders");
        await AskAsync("Clara", "coffee ordering");
        await PlayAsync("""
            Davi: order coffee
            < Triage / What is it?
            Davi: question
            < User question / order coffee
            Davi: 1
            < User question · asked by Davi / order coffee
            < Docs · third time in 30 days / Three times the same question
              An earlier answer fitted all three: “The office does.”
              “order coffee”
              Davi, Thu 26 Nov
              “coffee orders”
              “coffee ordering”
              The issue gets all three questions, so that docs get written.
              [Create a docs issue] [Not now]
            """);
    }

    [Fact]
    public async Task Not_within_30_days_is_not_the_third_time()
    {
        await AskAsync("Bruno", "Where is my table?");
        await PlayAsync($"... {31 * Day}\nBruno <~ …");
        await AskAsync("Davi", "The table is missing");
        await AskAsync("Ana", "Is the table missing?");
        House.Chats.Shown.ShouldNotContain(message => message.Lines[0].StartsWith("Docs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_declines_is_not_asked_again_for_the_same()
    {
        await AskAsync("Bruno", "Where is my table?");
        await AskAsync("Davi", "The table is missing");
        await PlayAsync("""
            Ana: Is the table missing?
            < Triage / What is it?
            Ana: question
            < User question / Is the table missing?
            Ana: 1
            < User question · asked by Ana / Is the table missing?
            < Docs · third time in 30 days / Three times the same question
              [Why is my table not in the warehouse?](https://docs.example/capivara/loading) answered all three, so the page is there and is not found.
              “Is the table missing?”
              “Where is my table?”
              “The table is missing”
              [Create a docs issue] [Not now]
            Ana > Not now
            <~ Docs: **not now**
            ...
            Bruno <~ User question …
            Davi <~ User question …
            Ana <~ User question …
            """);
        await AskAsync("Clara", "a table is missing");
        House.Tracker.Written.ShouldBeEmpty();
    }

    /// <summary>Somebody asks, and the first match answers it; nothing more is said.</summary>
    private Task AskAsync(string who, string question) => PlayAsync($"""
        {who}: {question}
        < Triage / What is it?
        {who}: question
        < User question / {question}
        {who}: 1
        < User question · asked by {who} / {question}
        """);
}
