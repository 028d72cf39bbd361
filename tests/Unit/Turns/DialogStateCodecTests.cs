using System.Text.Json;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Tests.Turns;

public sealed class DialogStateCodecTests
{
    private static readonly TriageDraft Draft = new() { CaseId = "ana-1", What = "Contracts „fehlen“ 💥\n<b>", Kind = TriageDraft.Service, IsNew = true, Step = "7" };

    [Fact]
    public void Everything_that_a_dialog_may_keep_comes_back_as_what_it_was()
    {
        var read = RoundTrip(Stack(Instance("Root", new()
        {
            ["dialogs"] = Stack(
                Instance("Form", new() { ["state"] = new Dictionary<string, object?> { ["AttemptCount"] = 2 } }),
                Instance("Triage", new() { ["draft"] = Draft, ["text"] = "a", ["yes"] = true, ["no"] = false, ["number"] = 7, ["nothing"] = null })),
        })));
        var root = read.DialogStack.ShouldHaveSingleItem();
        var inner = root.State["dialogs"].ShouldBeOfType<DialogState>().DialogStack;
        inner.Select(i => i.Id).ShouldBe(["Form", "Triage"]);
        inner[0].State["state"].ShouldBeAssignableTo<IDictionary<string, object>>()!["AttemptCount"].ShouldBe(2);
        inner[1].State.ShouldBe(
            new Dictionary<string, object?> { ["draft"] = Draft, ["text"] = "a", ["yes"] = true, ["no"] = false, ["number"] = 7, ["nothing"] = null }!,
            ignoreOrder: true);
    }

    [Fact]
    public void A_key_of_a_dialog_cannot_be_taken_for_a_kind()
    {
        var map = new Dictionary<string, object?> { ["draft"] = "not a draft", ["stack"] = "not a stack", ["map"] = new Dictionary<string, object?> { ["state"] = true } };
        var read = RoundTrip(Stack(Instance("Root", new() { ["values"] = map })));
        var values = read.DialogStack[0].State["values"].ShouldBeAssignableTo<IDictionary<string, object>>()!;
        values["draft"].ShouldBe("not a draft");
        values["map"].ShouldBeAssignableTo<IDictionary<string, object>>()!["state"].ShouldBe(true);
    }

    [Fact]
    public void An_empty_stack_is_nothing() => DialogStateCodec.Write(new DialogState()).ShouldBeNull();

    [Fact]
    public void The_version_of_a_dialog_survives()
    {
        var instance = Instance("Root", []);
        instance.Version = "v1";
        RoundTrip(Stack(instance)).DialogStack[0].Version.ShouldBe("v1");
    }

    [Theory]
    [InlineData(typeof(Uri))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(PromptOptions))]
    public void Anything_else_is_refused_by_its_type_s_name(Type type)
    {
        object value = type == typeof(Uri) ? new Uri("https://example.org") : type == typeof(PromptOptions) ? new PromptOptions() : new List<string>();
        Should.Throw<NotSupportedException>(() => DialogStateCodec.Write(Stack(Instance("Root", new() { ["kept"] = value }))))
            .Message.ShouldSatisfyAllConditions(m => m.ShouldContain(type.ToString()), m => m.ShouldContain("\"kept\""));
    }

    [Fact]
    public void A_dialog_that_this_program_does_not_have_is_dropped_with_what_stands_on_it()
    {
        var written = DialogStateCodec.Write(Stack(Instance("Top", []), Instance("Gone", []), Instance("Bottom", [])))!.Value;
        DialogStateCodec.Read(written, id => id != "Gone").DialogStack.Select(i => i.Id).ShouldBe(["Bottom"]);
        DialogStateCodec.Read(written, _ => false).DialogStack.ShouldBeEmpty();
    }

    [Fact]
    public void A_member_of_the_draft_that_this_program_does_not_know_is_ignored()
    {
        var written = DialogStateCodec.Write(Stack(Instance("Root", new() { ["draft"] = Draft })))!.Value.GetRawText().Replace("\"caseId\"", "\"later\":1,\"caseId\"", StringComparison.Ordinal);
        using var document = JsonDocument.Parse(written);
        DialogStateCodec.Read(document.RootElement, _ => true).DialogStack[0].State["draft"].ShouldBe(Draft);
    }

    [Fact]
    public void The_ids_of_a_dialog_are_its_own_and_those_of_all_within()
    {
        var root = new ComponentDialog("Root").AddDialog(new ComponentDialog("Inner").AddDialog(new WaterfallDialog("Steps", [])));
        DialogStateAccessor.IdsOf(root).ShouldBe(["Root", "Inner", "Steps"], ignoreOrder: true);
    }

    private static DialogState RoundTrip(DialogState state)
    {
        using var document = JsonDocument.Parse(DialogStateCodec.Write(state)!.Value.GetRawText());
        return DialogStateCodec.Read(document.RootElement.Clone(), _ => true);
    }

    private static DialogState Stack(params DialogInstance[] instances) => new([.. instances]);

    private static DialogInstance Instance(string id, Dictionary<string, object?> state) => new() { Id = id, State = state! };
}
