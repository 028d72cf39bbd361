using Hausmeister.BotFramework;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Schema;

/// <summary>An activity's helpers, as the real package has them.</summary>
public class ActivityTests
{
    private static Activity Incoming(string type = ActivityTypes.Message, string channelId = "msteams") => new(type)
    {
        Id = "1",
        ChannelId = channelId,
        ServiceUrl = "https://service",
        Locale = "en-US",
        From = new ChannelAccount("u", "User", aadObjectId: "aad"),
        Recipient = new ChannelAccount("b", "Bot"),
        Conversation = new ConversationAccount(true, "channel", "c", "Conversation", tenantId: "t"),
    };

    [Fact]
    public void A_reply_goes_back_to_the_sender_in_the_same_conversation()
    {
        var reply = Incoming().CreateReply("hello");

        reply.Type.ShouldBe(ActivityTypes.Message);
        reply.Text.ShouldBe("hello");
        reply.Recipient.Id.ShouldBe("u");
        reply.From.Id.ShouldBe("b");
        reply.Conversation.Id.ShouldBe("c");
        reply.ReplyToId.ShouldBe("1");
        reply.Locale.ShouldBe("en-US");
        reply.ServiceUrl.ShouldBe("https://service");
        reply.Attachments.ShouldBeEmpty();
        reply.Entities.ShouldBeEmpty();
        reply.Timestamp.ShouldNotBeNull();
    }

    [Fact]
    public void A_reply_without_a_text_is_empty_not_null() => Incoming().CreateReply().Text.ShouldBe("");

    [Fact]
    public void A_reply_works_without_a_sender() => new Activity { Id = "1" }.CreateReply("x").From.Id.ShouldBeNull();

    [Theory]
    [InlineData("directline", null)]
    [InlineData("webchat", null)]
    [InlineData("msteams", "1")]
    public void Nothing_replies_to_a_conversation_update_of_direct_line(string channelId, string expected)
    {
        var update = Incoming(ActivityTypes.ConversationUpdate, channelId);

        update.CreateReply("x").ReplyToId.ShouldBe(expected);
        update.GetConversationReference().ActivityId.ShouldBe(expected);
    }

    [Fact]
    public void A_reference_holds_what_is_needed_to_speak_again()
    {
        var reference = Incoming().GetConversationReference();

        reference.ActivityId.ShouldBe("1");
        reference.User.Id.ShouldBe("u");
        reference.Bot.Id.ShouldBe("b");
        reference.Conversation.Id.ShouldBe("c");
        reference.ChannelId.ShouldBe("msteams");
        reference.ServiceUrl.ShouldBe("https://service");
        reference.Locale.ShouldBe("en-US");
    }

    [Fact]
    public void A_replys_reference_names_the_reply()
    {
        Incoming().GetReplyConversationReference(new ResourceResponse("r")).ActivityId.ShouldBe("r");
    }

    [Fact]
    public void Applied_to_an_outgoing_activity_a_reference_addresses_the_user()
    {
        var outgoing = new Activity(ActivityTypes.Message) { Locale = "de-DE" }
            .ApplyConversationReference(Incoming().GetConversationReference());

        outgoing.From.Id.ShouldBe("b");
        outgoing.Recipient.Id.ShouldBe("u");
        outgoing.ReplyToId.ShouldBe("1");
        outgoing.Id.ShouldBeNull();
        outgoing.Locale.ShouldBe("de-DE", "an activity's own locale stays");
    }

    [Fact]
    public void Applied_to_an_incoming_activity_a_reference_addresses_the_bot()
    {
        var incoming = new Activity(ActivityTypes.Message)
            .ApplyConversationReference(Incoming().GetConversationReference(), isIncoming: true);

        incoming.From.Id.ShouldBe("u");
        incoming.Recipient.Id.ShouldBe("b");
        incoming.Id.ShouldBe("1");
        incoming.ReplyToId.ShouldBeNull();
        incoming.Locale.ShouldBe("en-US");
    }

    [Fact]
    public void A_continuation_is_an_event_from_the_user_that_relates_to_the_reference()
    {
        var reference = Incoming().GetConversationReference();

        var continuation = reference.GetContinuationActivity();

        continuation.Type.ShouldBe(ActivityTypes.Event);
        continuation.Name.ShouldBe(ActivityEventNames.ContinueConversation);
        continuation.RelatesTo.ShouldBeSameAs(reference);
        continuation.From.Id.ShouldBe("u");
        continuation.Recipient.Id.ShouldBe("b");
        continuation.Id.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("message", true)]
    [InlineData("Message", true)]
    [InlineData("message/special", true)]
    [InlineData("messageUpdate", false)]
    [InlineData(null, false)]
    public void An_activity_is_seen_as_its_type_and_kinds_of_it(string type, bool isMessage)
    {
        (new Activity(type).AsMessageActivity() is not null).ShouldBe(isMessage);
    }

    [Fact]
    public void Mentions_are_read_from_the_entities_and_taken_out_of_the_text()
    {
        var activity = BotJson.FromJson<Activity>("""
            {"type":"message","text":"<at>Bot</at> triage","recipient":{"id":"28:b"},
             "entities":[{"type":"clientInfo"},{"type":"Mention","mentioned":{"id":"28:b","name":"Bot"},"text":"<at>Bot</at>"}]}
            """);

        activity.GetMentions().ShouldHaveSingleItem().Mentioned.Name.ShouldBe("Bot");
        activity.MentionsRecipient().ShouldBeTrue();
        activity.MentionsId("28:other").ShouldBeFalse();
        activity.RemoveRecipientMention().ShouldBe("triage");
        activity.Text.ShouldBe("triage");
    }

    [Fact]
    public void Odd_entities_harm_nobody()
    {
        var activity = BotJson.FromJson<Activity>("""{"type":"message","text":"x","entities":[null,{"type":"mention"},{}]}""");

        activity.GetMentions().ShouldHaveSingleItem();
        activity.MentionsId("28:b").ShouldBeFalse();
        activity.RemoveMentionText("28:b").ShouldBe("x");
    }

    [Fact]
    public void A_mention_that_is_sent_keeps_its_members()
    {
        var activity = new Activity { Entities = [new Mention(new ChannelAccount("u", "Ana"), "<at>Ana</at>")] };

        BotJson.ToJson(activity).ShouldBe(
            """{"entities":[{"mentioned":{"id":"u","name":"Ana"},"text":"<at>Ana</at>","type":"mention"}]}""");
    }

    [Fact]
    public void An_entity_takes_over_another_shape_and_gives_it_back()
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount("u"), "@u"));

        entity.Type.ShouldBe("mention");
        entity.GetAs<Mention>().Mentioned.Id.ShouldBe("u");
    }

    [Fact]
    public void Channel_data_is_read_as_any_type()
    {
        var activity = BotJson.FromJson<Activity>("""{"channelData":{"tenant":{"id":"t"},"Number":4}}""");

        activity.GetChannelData<Microsoft.Bot.Schema.Teams.TeamsChannelData>().Tenant.Id.ShouldBe("t");
        activity.GetChannelData<Own>().Number.ShouldBe(4);
        activity.TryGetChannelData<string[]>(out _).ShouldBeFalse();
        new Activity().TryGetChannelData<Own>(out _).ShouldBeFalse();
        new Activity { ChannelData = new Own { Number = 5 } }.GetChannelData<Own>().Number.ShouldBe(5);
        new Activity { ChannelData = new Dictionary<string, object> { ["number"] = 6 } }.GetChannelData<Own>().Number.ShouldBe(6);
    }

    [Fact]
    public void A_message_has_content_when_anything_can_be_shown()
    {
        new Activity { Text = " " }.HasContent().ShouldBeFalse();
        new Activity { Text = "x" }.HasContent().ShouldBeTrue();
        new Activity { Attachments = [new Attachment()] }.HasContent().ShouldBeTrue();
    }

    [Fact]
    public void A_text_becomes_a_button_that_says_it()
    {
        CardAction button = "Yes";

        (button.Type, button.Title, button.Value).ShouldBe((ActionTypes.ImBack, "Yes", "Yes"));
    }

    private sealed class Own
    {
        public int Number { get; set; }
    }
}
