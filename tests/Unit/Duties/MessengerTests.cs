using System.Net;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using Hausmeister.Tests.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Hausmeister.Tests.Duties;

/// <summary>Ways to people, and what becomes of a message that a channel does not take.</summary>
public sealed class MessengerTests
{
    private const string Teams = "msteams";

    private static readonly Squad Squad = SampleSquad.DataInfra with
    {
        Channels = SampleSquad.DataInfra.Channels with { Guild = new Dictionary<string, string> { ["webchat"] = "guild", [Teams] = "19:guild" } },
    };

    private readonly InMemoryDocumentStore store = new();
    private readonly Channel webChat = new();
    private readonly Channel teams = new();
    private readonly Messenger messenger;

    public MessengerTests() =>
        messenger = new Messenger(new WaysToPeople(store), channel => channel == Teams ? teams : webChat, new BotId(""), new ChannelReports(new Commits(store, new LiveSquads([Squad]), new DutyBell()), [Squad], TimeProvider.System), NullLogger<Messenger>.Instance);

    [Fact]
    public async Task A_member_who_has_never_written_is_reached_in_the_web_chat()
    {
        var post = (await SendAsync(Recipient.Of("bruno"))).ShouldHaveSingleItem();

        post.ShouldBe(new Post(PostKind.Given, "webchat/data-infra.me.bruno", "sent-1", "bruno"));
        webChat.Said.ShouldHaveSingleItem().Conversation.Id.ShouldBe(WebChatPlaces.Private(Squad, "bruno"));
    }

    [Fact]
    public async Task A_member_is_reached_where_they_wrote_last()
    {
        await WroteAsync("bruno", "webchat", "data-infra.me.bruno", new LocalDate(2026, 11, 25));
        await WroteAsync("bruno", Teams, "a:1", new LocalDate(2026, 11, 26));

        (await SendAsync(Recipient.Of("bruno"))).ShouldHaveSingleItem().Conversation.ShouldBe("msteams/a%3A1");

        teams.Said.ShouldHaveSingleItem().ServiceUrl.ShouldBe("https://teams.example/");
    }

    [Fact]
    public async Task A_room_is_reached_on_all_of_its_channels()
    {
        await ReferenceAsync(Teams, "19:guild");

        (await SendAsync(Recipient.Guild)).Count.ShouldBe(2);

        webChat.Said.Count.ShouldBe(1);
        teams.Said.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Where_one_channel_of_a_room_fails_the_others_get_it_once()
    {
        await ReferenceAsync(Teams, "19:guild");
        teams.Refuses = HttpStatusCode.BadGateway;

        var error = await Should.ThrowAsync<UnreachableException>(() => SendAsync(Recipient.Guild));
        var reached = error.Reached.ShouldHaveSingleItem();
        teams.Refuses = null;
        await SendAsync(Recipient.Guild, reached.Conversation);

        reached.Conversation.ShouldBe("webchat/data-infra.room.guild");
        webChat.Said.Count.ShouldBe(1);
        teams.Said.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_has_no_way_on_any_channel_is_named()
    {
        var error = await Should.ThrowAsync<UnreachableException>(() => SendAsync(Recipient.In("msteams/a%3A9")));
        error.Message.ShouldContain("no conversation");
    }

    [Fact]
    public async Task A_refused_message_is_an_error_and_the_person_reads_no_excuse()
    {
        await WroteAsync("bruno", Teams, "a:1", new LocalDate(2026, 11, 26));
        teams.Refuses = HttpStatusCode.Forbidden;

        await Should.ThrowAsync<UnreachableException>(() => SendAsync(Recipient.Of("bruno")));

        teams.Excuses.ShouldBe(0);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Gone)]
    public async Task A_message_that_the_channel_does_not_have_any_more_is_gone(HttpStatusCode status)
    {
        await ReferenceAsync(Teams, "a:1");
        teams.Refuses = status;

        (await UpdateAsync("msteams/a%3A1", "m1")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_that_cannot_be_updated_now_is_an_error()
    {
        await ReferenceAsync(Teams, "a:1");
        teams.Refuses = HttpStatusCode.ServiceUnavailable;

        await Should.ThrowAsync<UnreachableException>(() => UpdateAsync("msteams/a%3A1", "m1"));
    }

    [Fact]
    public async Task A_message_without_an_id_cannot_be_updated()
    {
        await ReferenceAsync(Teams, "a:1");

        (await UpdateAsync("msteams/a%3A1", "")).ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_is_in_a_dialog_that_was_alive_at_most_ten_minutes_ago()
    {
        var now = SampleSquad.At(2026, 11, 26, 10, 0);
        await WroteAsync("bruno", Teams, "a:1", new LocalDate(2026, 11, 26));
        var work = new Work(store);
        work.Save(TurnDocuments.Conversation, "conversation/msteams/a%3A1/29%3A1", new ConversationDocument
        {
            CasePrefix = "bruno",
            Dialog = System.Text.Json.JsonDocument.Parse("{}").RootElement,
            LastActivity = now,
        });
        await work.CommitAsync(CancellationToken.None);

        (await IsInDialogAsync("bruno", now + Duration.FromMinutes(9))).ShouldBeTrue();
        (await IsInDialogAsync("bruno", now + Duration.FromMinutes(10))).ShouldBeFalse();
        (await IsInDialogAsync("ana", now)).ShouldBeFalse();
    }

    private Task<bool> IsInDialogAsync(string member, Instant now) =>
        messenger.IsInDialogAsync(Squad, Recipient.Of(member), now, CancellationToken.None);

    private Task<IReadOnlyList<Post>> SendAsync(Recipient to, params string[] except) =>
        messenger.SendAsync(Squad, to, PostKind.Given, NoticeCard.Build("Hello"), except, CancellationToken.None);

    private Task<bool> UpdateAsync(string place, string id) =>
        messenger.UpdateAsync(Squad, new Post(PostKind.Given, place, id, null), NoticeCard.Build("Hello"), CancellationToken.None);

    private async Task WroteAsync(string member, string channel, string conversation, LocalDate on)
    {
        var work = new Work(store);
        var reach = await work.LoadAsync(TurnDocuments.Reach, Keys.Reach(Squad.Id, member), CancellationToken.None) ?? new Reach();
        var at = new ReachedAt(Keys.Place(channel, conversation), Keys.Conversation(channel, conversation, "29:1"), on);
        work.Save(TurnDocuments.Reach, Keys.Reach(Squad.Id, member), reach.With(channel, at));
        await work.CommitAsync(CancellationToken.None);
        await ReferenceAsync(channel, conversation);
    }

    private async Task ReferenceAsync(string channel, string conversation)
    {
        var work = new Work(store);
        await work.LoadAsync(TurnDocuments.Reference, Keys.Reference(Keys.Place(channel, conversation)), CancellationToken.None);
        work.Save(TurnDocuments.Reference, Keys.Reference(Keys.Place(channel, conversation)), new Reference
        {
            Channel = channel,
            Conversation = conversation,
            ServiceUrl = "https://teams.example/",
            Bot = "28:hausmeister",
        });
        await work.CommitAsync(CancellationToken.None);
    }

    /// <summary>A channel that may refuse, behind an adapter that excuses itself to people as the bot's do.</summary>
    private sealed class Channel : TestAdapter
    {
        public Channel() => OnTurnError = (_, _) =>
        {
            Excuses++;
            return Task.CompletedTask;
        };

        public HttpStatusCode? Refuses { get; set; }

        public int Excuses { get; private set; }

        public List<Activity> Said { get; } = [];

        public override Task ContinueConversationAsync(
            string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
        {
            var context = new TurnContext(this, reference.GetContinuationActivity());
            return RunPipelineAsync(context, callback, cancellationToken);
        }

        public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            Answer();
            Said.AddRange(activities);
            return Task.FromResult<ResourceResponse[]>([new ResourceResponse($"sent-{Said.Count}")]);
        }

        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
        {
            Answer();
            return Task.FromResult(new ResourceResponse(activity.Id));
        }

        private void Answer()
        {
            if (Refuses is not { } status)
                return;
            using var response = new HttpResponseMessage(status);
            throw new ErrorResponseException($"{status}") { Response = new Microsoft.Rest.HttpResponseMessageWrapper(response, "") };
        }
    }
}
