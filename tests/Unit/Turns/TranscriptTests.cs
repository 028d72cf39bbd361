using System.Text;
using System.Text.Json;
using AdaptiveCards;
using Hausmeister.Bot.Turns;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace Hausmeister.Tests.Turns;

/// <summary>A channel whose transcript lies in our own store.</summary>
public sealed class TranscriptTests
{
    private readonly TranscriptAdapter adapter = new();
    private readonly House house;

    public TranscriptTests() => house = new House(adapter);

    [Fact]
    public async Task The_transcript_rides_in_the_turn_s_only_commit_and_is_published_after_it()
    {
        adapter.OnPublish = () => house.Store.Commits.ShouldBe(1);
        await house.SayAsync("ana", "hello", "a1");
        house.Store.Inner.Commits.ShouldHaveSingleItem().Appends.Select(a => Encoding.UTF8.GetString(a.Body.Span)).ShouldBe(["hello", "You said hello"]);
        adapter.Published.ShouldBe([1, 2]);
        house.Heard().ShouldBeEmpty();
        (await house.OutboxAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_learns_of_its_message_in_the_same_commit()
    {
        house.Bot = async (context, ct) =>
        {
            var turn = context.Turn();
            var shown = turn.Cases.Save(new()
            {
                Id = turn.NewCaseId(),
                Squad = turn.Squad.Id,
                Kind = CaseKind.Question,
                Title = "Where is my table?",
                OpenedAt = turn.Now,
                OpenedBy = turn.Person,
                Conversation = turn.Conversation,
            });
            await context.SendActivityAsync(MessageFactory.Text("first"), ct);
            await context.SendActivityAsync(turn.Message(new AdaptiveCard("1.5"), shown, PostKind.Question), ct);
        };
        await house.SayAsync("ana", "hello", "a1");
        house.Store.Commits.ShouldBe(1);
        var stored = await new Work(house.Store).LoadAsync(DocumentTypes.Case, Keys.Case("data-infra", "ana-1"), default);
        stored!.Posts.ShouldBe([new Post(PostKind.Question, Keys.Place("webchat", "data-infra.me.ana"), "a1-2", "ana")]);
    }

    [Fact]
    public async Task Ids_are_the_same_however_often_the_turn_runs()
    {
        var conflicts = 3;
        house.Store.BeforeCommit = _ =>
        {
            if (conflicts-- > 0)
                throw new ConflictException("somebody/else");
        };
        await house.SayAsync("ana", "hello", "a1");
        adapter.LastIds.ShouldBe(["a1-1"]);
    }

    [Fact]
    public async Task A_resent_activity_changes_nothing()
    {
        await house.SayAsync("ana", "hello", "a1");
        await house.SayAsync("ana", "hello", "a1");
        house.Store.Commits.ShouldBe(1);
    }

    [Theory]
    [InlineData("m7", "issue.fixed", "ana-1", "m7")]
    [InlineData("m8", "issue.fixed", "ana-1", null)]
    [InlineData("m7", "issue.note", "ana-1", null)]
    [InlineData("m7", "issue.fixed", "ana-2", null)]
    public async Task A_tap_counts_for_the_message_that_it_names_only_where_that_has_such_a_button(string named, string verb, string id, string? card)
    {
        adapter.Offered = ("m7", "issue.fixed", "ana-1");
        Tap? tap = null;
        house.Bot = (context, _) => Task.FromResult(tap = context.Turn().Tap);
        await house.RunAsync(House.Says("ana", null, "a1", JsonElement.Parse($$"""{"verb":"{{verb}}","id":"{{id}}","card":"{{named}}"}""")));
        tap.ShouldNotBeNull().Card.ShouldBe(card);
    }

    private sealed class TranscriptAdapter() : TestAdapter(Conversation), ITranscriptChannel
    {
        private static new ConversationReference Conversation => new()
        {
            ChannelId = "webchat",
            ServiceUrl = "https://test.example",
            User = new ChannelAccount("ana", "Ana"),
            Bot = new ChannelAccount("hausmeister", "Hausmeister"),
            Conversation = new ConversationAccount(id: "data-infra.me.ana"),
        };

        public Action OnPublish { get; set; } = () => { };

        public IReadOnlyList<long> Published { get; private set; } = [];

        public IReadOnlyList<string> LastIds { get; private set; } = [];

        public (string Message, string Verb, string Id) Offered { get; set; }

        public Task<bool> HasOfferedAsync(string conversation, string message, string verb, string id, CancellationToken cancellationToken) =>
            Task.FromResult(Offered == (message, verb, id));

        public IReadOnlyList<Append> Rows(ITurnContext context, IReadOnlyList<HeldReply> replies)
        {
            var sent = replies.OfType<HeldReply.Sent>().Select(r => r.Activity).ToList();
            LastIds = [.. sent.Select(a => a.Id)];
            return [.. sent.Select(a => a.Text ?? "a card").Prepend(context.Activity.Text).Select(text => new Append("transcript", Encoding.UTF8.GetBytes(text)))];
        }

        public void Publish(IReadOnlyList<Append> rows, IReadOnlyList<long> positions)
        {
            OnPublish();
            Published = positions;
        }
    }
}
