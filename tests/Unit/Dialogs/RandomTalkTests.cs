using CsCheck;

namespace Hausmeister.Tests.Dialogs;

/// <summary>Whatever is said and tapped in whatever order, no turn fails, and cancel always ends it.</summary>
public sealed class RandomTalkTests
{
    private static readonly string[] Words =
    [
        "triage", "triage Contracts has gaps", "p4", "p4 Contracts is invalid", "Is my table missing?", "1", "2", "3", "4", "question", "issue", "not sure", "yes", "no", "back", "start over",
        "help", "who", "next", "issues", "cases", "type", "elsewhere", "level 2", "our service", "https://wiki.example/x", "none", "don't know", "create", "title New", "priority 4", "severity yes",
        "asked by Maria", "note 1 hello", "1", "give 1 to bruno", "priority 1 P1", "ana-1", "", " ", "😀", "<b>",
    ];

    private static readonly string[] Verbs =
    [
        "triage.question", "triage.service", "triage.unsure", "triage.text", "triage.same", "triage.new", "triage.p4", "triage.p2", "triage.unknown", "triage.severity.yes", "triage.create",
        "triage.back", "triage.cancel", "question.page", "question.case", "question.type", "question.typed", "question.elsewhere", "question.link", "question.level2", "question.service",
        "guest.ask", "guest.send", "guest.cancel", "guest.take", "issue.note", "issue.fixed", "issue.p4", "level2.ask", "docs.create", "help", "triage",
    ];

    private static readonly Gen<string> Steps = Gen.OneOf(Gen.Int[0, Words.Length - 1].Select(i => Words[i]), Gen.Int[0, Verbs.Length - 1].Select(i => $">{Verbs[i]}"));

    [Theory]
    [InlineData("Ana")]
    [InlineData("Gil")]
    public Task No_turn_fails_and_cancel_ends_it(string person) => Steps.Array[1, 12].SampleAsync(
        async steps =>
        {
            using var house = new DialogHouse();
            foreach (var step in steps)
                await (step.StartsWith('>') ? house.TapUnknownAsync(person, step[1..]) : house.SayAsync(person, null, step));
            await house.SayAsync(person, null, "cancel");
            await house.WorkAsync();

            house.Chats.Shown.ShouldAllBe(m => m.Words == null || !m.Words.StartsWith("Something went wrong", StringComparison.Ordinal));
            house.Chats.Shown.Last(m => !m.IsUpdate).ShouldNotBeNull();
            (await house.IsInDialogAsync(person)).ShouldBeFalse();
        },
        iter: 40,
        threads: 1);
}
