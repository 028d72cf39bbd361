using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Shouldly;
using Xunit;

namespace BotFramework.Tests.Dialogs;

public sealed class DialogSetTests
{
    [Fact]
    public void Finds_a_dialog_by_its_id_or_nothing()
    {
        var prompt = new TextPrompt("name");
        var set = new DialogSet().Add(prompt);

        set.Find("name").ShouldBeSameAs(prompt);
        set.Find("other").ShouldBeNull();
        Should.Throw<ArgumentNullException>(() => set.Find(" "));
    }

    [Fact]
    public void An_id_that_is_taken_gets_a_number()
    {
        var (first, second, third) = (new TextPrompt("ask"), new TextPrompt("ask"), new TextPrompt("ask"));

        var set = new DialogSet().Add(first).Add(second).Add(third).Add(first);

        set.GetDialogs().Select(d => d.Id).ShouldBe(["ask", "ask2", "ask3"]);
        set.Find("ask2").ShouldBeSameAs(second);
    }

    [Fact]
    public async Task A_set_without_storage_makes_no_context()
    {
        using var turn = new TurnContext(new TestAdapter(), new Activity { Type = ActivityTypes.Message });

        await Should.ThrowAsync<InvalidOperationException>(() => new DialogSet().CreateContextAsync(turn));
        Should.Throw<ArgumentNullException>(() => new DialogSet(null));
    }

    [Fact]
    public void Its_version_follows_its_dialogs()
    {
        var set = new DialogSet().Add(new WaterfallDialog("a"));
        var before = set.GetVersion();

        set.Add(new WaterfallDialog("b")).GetVersion().ShouldNotBe(before);
        new DialogSet().Add(new WaterfallDialog("b")).Add(new WaterfallDialog("a")).GetVersion()
            .ShouldBe(set.GetVersion(), "the order in which dialogs are added means nothing");
    }

    [Fact]
    public void A_dialog_without_an_id_is_named_by_its_type()
        => new ComponentDialog().Id.ShouldBe(nameof(ComponentDialog));
}
