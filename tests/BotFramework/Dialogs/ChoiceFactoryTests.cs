using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Shouldly;
using Xunit;

namespace BotFramework.Tests.Dialogs;

public sealed class ChoiceFactoryTests
{
    private static readonly IList<Choice> Colours = ChoiceFactory.ToChoices(["red", "green", "blue"]);

    [Theory]
    [InlineData(1, "select from: (1) red")]
    [InlineData(2, "select from: (1) red or (2) green")]
    [InlineData(3, "select from: (1) red, (2) green, or (3) blue")]
    public void Inline_joins_with_commas_and_or(int count, string expected)
    {
        var message = ChoiceFactory.Inline([.. Colours.Take(count)], "select from:");

        message.Text.ShouldBe(expected);
        message.InputHint.ShouldBe(InputHints.ExpectingInput);
    }

    [Fact]
    public void Inline_takes_other_words()
        => ChoiceFactory.Inline(Colours, "wähle:", null, new ChoiceFactoryOptions("; ", " oder ", " oder ", false)).Text
            .ShouldBe("wähle: red; green oder blue");

    [Fact]
    public void A_list_has_numbers_or_dashes()
    {
        ChoiceFactory.List(Colours, "select from:").Text.ShouldBe("select from:\n\n   1. red\n   2. green\n   3. blue");
        ChoiceFactory.List(["red", "green"], "select from:", null, new ChoiceFactoryOptions { IncludeNumbers = false }).Text
            .ShouldBe("select from:\n\n   - red\n   - green");
    }

    [Fact]
    public void A_title_is_shown_instead_of_the_value()
    {
        IList<Choice> choices = [new("r") { Action = new CardAction(ActionTypes.PostBack, "Red", value: "r") }];

        ChoiceFactory.Inline(choices, "select from:").Text.ShouldBe("select from: (1) Red");
        ChoiceFactory.SuggestedAction(choices, "select from:", null).SuggestedActions.Actions.ShouldHaveSingleItem().ShouldBeSameAs(choices[0].Action);
    }

    [Fact]
    public void Suggested_actions_say_the_value_for_the_person()
    {
        var message = ChoiceFactory.SuggestedAction(Colours, "select from:", null, ["user1"]);

        message.Text.ShouldBe("select from:");
        message.SuggestedActions.To.ShouldBe(["user1"]);
        message.SuggestedActions.Actions.Select(a => (a.Type, a.Value)).ShouldBe([(ActionTypes.ImBack, "red"), (ActionTypes.ImBack, "green"), (ActionTypes.ImBack, "blue")]);
    }

    [Fact]
    public void A_card_has_the_text_and_the_buttons()
    {
        var message = ChoiceFactory.HeroCard(Colours, "select from:");

        message.Text.ShouldBeNullOrEmpty();
        var card = message.Attachments.ShouldHaveSingleItem().Content.ShouldBeOfType<HeroCard>();
        card.Text.ShouldBe("select from:");
        card.Buttons.Select(b => b.Title).ShouldBe(["red", "green", "blue"]);
    }

    [Theory]
    [InlineData(Channels.Webchat, 3, null, ListStyle.SuggestedAction)]
    [InlineData(Channels.Webchat, 100, null, ListStyle.SuggestedAction)]
    [InlineData(Channels.Webchat, 101, null, ListStyle.List)]
    [InlineData(Channels.Directline, 3, null, ListStyle.SuggestedAction)]
    [InlineData(Channels.Emulator, 3, null, ListStyle.SuggestedAction)]
    [InlineData(Channels.Slack, 3, null, ListStyle.HeroCard)]
    [InlineData(Channels.Msteams, 3, "personal", ListStyle.SuggestedAction)]
    [InlineData(Channels.Msteams, 4, "personal", ListStyle.HeroCard)]
    [InlineData(Channels.Msteams, 3, "channel", ListStyle.HeroCard)]
    [InlineData(Channels.Facebook, 10, null, ListStyle.SuggestedAction)]
    [InlineData(Channels.Facebook, 11, null, ListStyle.List)]
    [InlineData(Channels.Sms, 3, null, ListStyle.Inline)]
    [InlineData(Channels.Sms, 4, null, ListStyle.List)]
    [InlineData(null, 2, null, ListStyle.Inline)]
    public void A_channel_gets_the_best_it_can_show(string channel, int count, string conversationType, ListStyle expected)
    {
        IList<Choice> choices = [.. Enumerable.Range(1, count).Select(i => new Choice($"c{i}"))];

        StyleOf(ChoiceFactory.ForChannel(channel, choices, "select:", null, null, conversationType, null)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(20, ListStyle.SuggestedAction)]
    [InlineData(21, ListStyle.List)]
    public void Titles_too_long_for_buttons_become_a_list(int length, ListStyle expected)
        => StyleOf(ChoiceFactory.ForChannel(Channels.Webchat, [new Choice(new string('x', length))], "select:", null, null)).ShouldBe(expected);

    private static ListStyle StyleOf(IMessageActivity message) => message switch
    {
        { SuggestedActions: not null } => ListStyle.SuggestedAction,
        { Attachments.Count: > 0 } => ListStyle.HeroCard,
        _ => message.Text.Contains('\n', StringComparison.Ordinal) ? ListStyle.List : ListStyle.Inline,
    };
}
