using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

/// <summary>Messages as the real package makes them.</summary>
public class MessageFactoryTests
{
    [Fact]
    public void A_text_accepts_input_unless_told_otherwise()
    {
        var message = MessageFactory.Text("hi", "say hi");

        (message.Type, message.Text, message.Speak, message.InputHint).ShouldBe(
            (ActivityTypes.Message, "hi", "say hi", InputHints.AcceptingInput));
        MessageFactory.Text("hi", inputHint: InputHints.ExpectingInput).InputHint.ShouldBe(InputHints.ExpectingInput);
    }

    [Fact]
    public void A_blank_text_is_none() => MessageFactory.Text(" ").Text.ShouldBeNull();

    [Fact]
    public void Suggested_texts_become_buttons_that_say_them()
    {
        var message = MessageFactory.SuggestedActions(["Yes", "No"], "Sure?", toList: ["ana"]);

        message.Text.ShouldBe("Sure?");
        message.SuggestedActions.To.ShouldBe(["ana"]);
        message.SuggestedActions.Actions.Select(action => (action.Type, action.Title, action.Value))
            .ShouldBe([(ActionTypes.ImBack, "Yes", (object)"Yes"), (ActionTypes.ImBack, "No", "No")]);
    }

    [Fact]
    public void Cards_are_a_list_or_a_carousel()
    {
        var card = new Attachment("x");

        MessageFactory.Attachment(card, "see").AttachmentLayout.ShouldBe(AttachmentLayoutTypes.List);
        MessageFactory.Attachment([card, card]).Attachments.Count.ShouldBe(2);
        MessageFactory.Carousel([card, card]).AttachmentLayout.ShouldBe(AttachmentLayoutTypes.Carousel);
    }

    [Fact]
    public void A_file_is_named_by_its_address_and_type()
    {
        var file = MessageFactory.ContentUrl("https://x/y.png", "image/png").Attachments.ShouldHaveSingleItem();

        (file.ContentUrl, file.ContentType, file.Name).ShouldBe(("https://x/y.png", "image/png", ""));
    }
}
