using System.Text;
using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Tests.Turns;

public sealed class ReplyCodecTests
{
    private static readonly Shown Shows = new("data-infra", "ana-1", PostKind.Issue, "test/convo", "ana", 3);

    [Fact]
    public void A_message_comes_back_with_everything_that_people_see()
    {
        var message = MessageFactory.SuggestedActions(["Yes", "No"], "Really?", "Really", InputHints.ExpectingInput);
        message.Id = "a1-1";
        message.TextFormat = TextFormatTypes.Plain;
        message.Summary = "A question";
        message.Attachments = [new Attachment { ContentType = AdaptiveCard.ContentType, Content = Card() }];
        var saved = ReplyCodec.Write(new HeldReply.Sent((Activity)message), Shows);
        saved.Shows.ShouldBe(Shows);
        var read = ReplyCodec.Read(saved).ShouldBeOfType<HeldReply.Sent>().Activity;
        (read.Id, read.Type, read.Text, read.TextFormat, read.Summary, read.Speak, read.InputHint)
            .ShouldBe(("a1-1", ActivityTypes.Message, "Really?", TextFormatTypes.Plain, "A question", "Really", InputHints.ExpectingInput));
        read.SuggestedActions.Actions.Select(a => (a.Type, a.Title, a.Value)).ShouldBe([(ActionTypes.ImBack, "Yes", "Yes"), (ActionTypes.ImBack, "No", "No")]);
        read.Attachments.ShouldHaveSingleItem().Content.ShouldBeOfType<AdaptiveCard>().ToJson().ShouldBe(Card().ToJson());
    }

    [Fact]
    public void An_update_and_a_deletion_come_back_as_such()
    {
        var update = ReplyCodec.Write(new HeldReply.Updated(new Activity(ActivityTypes.Message) { Id = "m7", Text = "new" }), null);
        ReplyCodec.Read(update).ShouldBeOfType<HeldReply.Updated>().Activity.ShouldSatisfyAllConditions(a => a.Id.ShouldBe("m7"), a => a.Text.ShouldBe("new"));
        var deletion = ReplyCodec.Write(new HeldReply.Deleted(new ConversationReference { ActivityId = "m8" }), null);
        ReplyCodec.Read(deletion).ShouldBeOfType<HeldReply.Deleted>().Reference.ActivityId.ShouldBe("m8");
    }

    [Fact]
    public void Cards_that_version_1_of_a_conversation_kept_as_texts_are_read()
    {
        var text = JsonSerializer.Serialize(Card().ToJson());
        var stored = $$"""
            {"v":1,"casePrefix":"ana","lastActivity":"2026-11-26T10:00:00Z","unsent":[{"kind":"Sent","type":"message","cards":[{{text}}]},{"kind":"Deleted","id":"m8"}],
             "answer":{"activity":"a1","status":200,"hasBody":true,"card":{{text}} } }
            """;
        var conversation = TurnDocuments.Conversation.Read(Encoding.UTF8.GetBytes(stored));
        var sent = ReplyCodec.Read(conversation.Unsent[0]).ShouldBeOfType<HeldReply.Sent>().Activity;
        sent.Attachments.ShouldHaveSingleItem().Content.ShouldBeOfType<AdaptiveCard>().ToJson().ShouldBe(Card().ToJson());
        AnswerCodec.Read(conversation.Answer!).Body.ShouldBeOfType<AdaptiveCardInvokeResponse>().Value.ShouldBeOfType<AdaptiveCard>().ToJson().ShouldBe(Card().ToJson());
        TurnDocuments.Conversation.Read(TurnDocuments.Conversation.Write(conversation)).Unsent.Count.ShouldBe(2);
    }

    [Fact]
    public void What_would_be_lost_on_the_way_is_refused_at_once()
    {
        Refused(new Activity(ActivityTypes.Message) { Attachments = [new Attachment { ContentType = "application/vnd.microsoft.card.hero", Content = new HeroCard("old") }] });
        Refused(new Activity(ActivityTypes.Message) { ChannelData = new Dictionary<string, object>() });
        Refused(new Activity(ActivityTypes.Message) { Entities = [new Mention()] });
    }

    [Fact]
    public void An_invoke_s_answer_comes_back_as_a_card_a_text_an_error_or_nothing()
    {
        Value(Card()).ShouldBeOfType<AdaptiveCard>().ToJson().ShouldBe(Card().ToJson());
        Value("Done.").ShouldBe("Done.");
        Value(new Error { Code = "c", Message = "m" }).ShouldBeOfType<Error>().ShouldSatisfyAllConditions(e => e.Code.ShouldBe("c"), e => e.Message.ShouldBe("m"));
        AnswerCodec.Read(AnswerCodec.Write("i1", new InvokeResponse { Status = 501 })).ShouldSatisfyAllConditions(a => a.Status.ShouldBe(501), a => a.Body.ShouldBeNull());
        Should.Throw<NotSupportedException>(() => Value(7)).Message.ShouldContain("System.Int32");
    }

    private static object Value(object value)
    {
        var body = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "type", Value = value };
        var read = AnswerCodec.Read(AnswerCodec.Write("i1", new InvokeResponse { Status = 200, Body = body }));
        var answer = read.Body.ShouldBeOfType<AdaptiveCardInvokeResponse>();
        (read.Status, answer.StatusCode, answer.Type).ShouldBe((200, 200, "type"));
        return answer.Value;
    }

    private static void Refused(Activity activity) => Should.Throw<NotSupportedException>(() => ReplyCodec.Write(new HeldReply.Sent(activity), null));

    private static AdaptiveCard Card() => new("1.5") { FallbackText = "a card", Body = { new AdaptiveTextBlock("a card") } };
}
