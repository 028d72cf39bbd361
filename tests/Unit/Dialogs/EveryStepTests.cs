using Hausmeister.Domain.Triage;

namespace Hausmeister.Tests.Dialogs;

/// <summary>What must work at every step: help, cancel, start over, back, looks, and a reason for an answer that does not fit.</summary>
public sealed class EveryStepTests : ScriptTests
{
    private const string Kind = "Triage / What is it?";

    /// <summary>How to get to each step, its title, and the title of the step before it.</summary>
    private static readonly Dictionary<TriageStep, (string Way, string Title, string Before)> Steps = new()
    {
        [TriageStep.Kind] = ("triage", Kind, "This is the first question. Type cancel to leave."),
        [TriageStep.KindTest] = ("triage / not sure", "Triage / Does it go wrong for everybody?", Kind),
        [TriageStep.QuestionText] = ("triage / question", "Triage · user question / What is the question?", Kind),
        [TriageStep.Matches] = ("triage / question / Is my table missing?", "User question / Is my table missing?", "Triage · user question / What is the question?"),
        [TriageStep.TypedAnswer] = ("triage Is my table missing? / question / type", "Triage · user question / What is the answer?", "User question / Is my table missing?"),
        [TriageStep.AnswerLink] = ("triage Is my table missing? / question / elsewhere", "Triage · user question / Where was it answered?", "User question / Is my table missing?"),
        [TriageStep.Title] = ("triage / not sure / yes", "Triage · service issue / What is wrong?", "Triage / Does it go wrong for everybody?"),
        [TriageStep.LookAlikes] = ("triage / issue / Ledger is late again", "Triage · service issue / Is it one of these?", "Triage · service issue / What is wrong?"),
        [TriageStep.Priority] = ("triage / issue / Contracts has gaps", "Triage · service issue / How urgent is it?", "Triage · service issue / What is wrong?"),
        [TriageStep.Severity] = ("triage Contracts has gaps / issue / 4", "Triage · P4 / Does it fall under a severity level?", "Triage · service issue / How urgent is it?"),
        [TriageStep.Review] = ("triage Ledger is late again / issue / none / 2", "Triage · service issue / Create this issue?", "Triage · service issue / How urgent is it?"),
    };

    public static TheoryData<TriageStep> All() => [.. Enum.GetValues<TriageStep>()];

    public static TheoryData<TriageStep, string, string> Looks() => new(
        from step in Enum.GetValues<TriageStep>()
        from look in new[] { ("help", "Help / What you can type"), ("who", "Data Infra / Ana is Hausmeister until Fri 27 Nov 17:00"), ("issues", "Data Infra · P4 first, then age / …"), ("cases", "Data Infra / …"), ("next", "Next …") }
        select (step, look.Item1, look.Item2));

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_look_answers_and_the_question_comes_again(TriageStep step, string look, string answer)
    {
        await GoToAsync(step);
        await PlayAsync($"""
            Ana: {look}
            < {answer}
            < {Steps[step].Title}
            """);
        (await House.IsInDialogAsync("Ana")).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Cancel_leaves_nothing_behind(TriageStep step)
    {
        await GoToAsync(step);
        await PlayAsync("""
            Ana: Cancel
            < Cancelled. Nothing was created.
            = open: none
            """);
        (await House.IsInDialogAsync("Ana")).ShouldBeFalse();
        House.Tracker.Written.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Start_over_begins_anew(TriageStep step)
    {
        await GoToAsync(step);
        await PlayAsync($"""
            Ana: start over
            < {Kind}
              (How somebody uses our service) …
            = open: none
            """);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Back_asks_the_question_before(TriageStep step)
    {
        await GoToAsync(step);
        await PlayAsync($"""
            Ana: Back
            < {Steps[step].Before}{(step == TriageStep.Kind ? $"\n< {Kind}" : "")}
            """);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Back_and_the_same_answer_come_to_the_same_question(TriageStep step)
    {
        await GoToAsync(step);
        if (step == TriageStep.Kind)
            return;
        await PlayAsync($"""
            Ana: back
            < …
            Ana: {Steps[step].Way.Split(" / ")[^1]}
            < {Steps[step].Title}
            """);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_answer_that_does_not_fit_is_asked_again_with_a_reason(TriageStep step)
    {
        await GoToAsync(step);
        await House.SayAsync("Ana", null, " ");
        House.Chats.Shown[^2].Words.ShouldNotBeNullOrEmpty();
        House.Chats.Shown[^1].Lines[0].ShouldBe(Steps[step].Title);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_tap_that_belongs_to_no_question_is_asked_again_with_a_reason(TriageStep step)
    {
        await GoToAsync(step);
        await House.TapUnknownAsync("Ana", "triage.dance");
        House.Chats.Shown[^2].Words.ShouldNotBeNullOrEmpty();
        House.Chats.Shown[^1].Lines[0].ShouldBe(Steps[step].Title);
    }

    private async Task GoToAsync(TriageStep step)
    {
        await Tracker.HasAsync("Ledger is late", "P2");
        foreach (var words in Steps[step].Way.Split(" / "))
            await House.SayAsync("Ana", null, words);
        House.Chats.Shown[^1].Lines[0].ShouldBe(Steps[step].Title);
    }
}
