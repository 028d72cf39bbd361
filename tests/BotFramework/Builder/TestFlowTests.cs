using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

/// <summary>A TestFlow is a table of what is said and replied, and fails when the bot says something else.</summary>
public class TestFlowTests
{
    private const uint Soon = 50;

    private readonly TestAdapter _adapter = new(TestAdapter.CreateConversation("flow", "Ana"));

    private TestFlow Flow => new(_adapter, EchoAsync);

    private static async Task EchoAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        switch (turn.Activity.Text)
        {
            case "silence":
                return;
            case "twice":
                await turn.SendActivitiesAsync([MessageFactory.Text("one"), MessageFactory.Text("two")], cancellationToken);
                return;
            case "type":
                await turn.SendActivityAsync(new Activity(ActivityTypes.Typing), cancellationToken);
                return;
            default:
                var who = turn.Activity.MembersAdded is [var member, ..] ? $"welcome {member.Name}" : turn.Activity.Text;
                await turn.SendActivityAsync($"echo {who}", cancellationToken: cancellationToken);
                return;
        }
    }

    [Fact]
    public Task A_conversation_goes_line_by_line() => Flow
        .SendConversationUpdate().AssertReply("echo welcome Ana")
        .Send("hi").AssertReply(" echo hi ")
        .Test("a", "echo a")
        .Test("b", reply => reply.Recipient.Name.ShouldBe("Ana"))
        .Test("c", MessageFactory.Text("echo c"))
        .Send("twice").AssertReply("one").AssertReplyContains("w")
        .Send("d").AssertReplyOneOf(["echo x", "echo d"])
        .Send("type").AssertReply(new Activity(ActivityTypes.Typing))
        .Send(new Activity { Text = "e" }).AssertReply("echo e")
        .Send("silence").AssertNoReply(timeout: Soon)
        .StartTestAsync();

    [Fact]
    public Task A_transcript_is_played() => Flow
        .Test(
        [
            new Activity(ActivityTypes.Message) { Text = "a", From = new("u") },
            new Activity(ActivityTypes.Message) { Text = "echo a", From = new("b", role: RoleTypes.Bot) },
        ])
        .StartTestAsync();

    [Fact]
    public async Task Nothing_runs_before_the_start()
    {
        var flow = Flow.Send("hi");
        _adapter.ActiveQueue.ShouldBeEmpty();

        await flow.StartTestAsync();
        _adapter.ActiveQueue.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_text_fails_the_test_and_says_both()
    {
        var failure = await Should.ThrowAsync<Exception>(() => Flow.Test("a", "echo b", "my step").StartTestAsync());

        failure.Message.ShouldContain("my step");
        failure.Message.ShouldContain("echo b");
        failure.Message.ShouldContain("echo a");
    }

    [Fact]
    public Task Another_type_fails_the_test() =>
        Should.ThrowAsync<Exception>(() => Flow.Test("type", "echo type").StartTestAsync());

    [Fact]
    public Task A_missing_part_fails_the_test() =>
        Should.ThrowAsync<Exception>(() => Flow.Send("a").AssertReplyContains("b").StartTestAsync());

    [Fact]
    public Task None_of_several_fails_the_test() =>
        Should.ThrowAsync<Exception>(() => Flow.Send("a").AssertReplyOneOf(["x", "y"]).StartTestAsync());

    [Fact]
    public Task Silence_fails_the_test_after_the_timeout() =>
        Should.ThrowAsync<TimeoutException>(() => Flow.Send("silence").AssertReply("x", timeout: Soon).StartTestAsync());

    [Fact]
    public Task A_reply_where_none_is_expected_fails_the_test() =>
        Should.ThrowAsync<InvalidOperationException>(() => Flow.Send("a").AssertNoReply(timeout: Soon).StartTestAsync());

    [Fact]
    public async Task A_comparer_decides_what_is_the_same()
    {
        await Flow.Send("a").AssertReply(MessageFactory.Text("anything"), new Says(true)).StartTestAsync();
        await Should.ThrowAsync<Exception>(
            () => Flow.Send("a").AssertReply(MessageFactory.Text("echo a"), new Says(false)).StartTestAsync());
    }

    [Fact]
    public async Task Who_waits_for_a_reply_gets_the_one_that_comes_later()
    {
        var reply = _adapter.GetNextReplyAsync();

        await _adapter.SendTextToBotAsync("hi", EchoAsync, default);

        (await reply).AsMessageActivity().Text.ShouldBe("echo hi");
        _adapter.ActiveQueue.ShouldBeEmpty();
    }

    [Fact]
    public async Task Traces_are_kept_only_when_asked_for()
    {
        await new TestAdapter().ProcessActivityAsync(new Activity(), TraceAsync);
        var tracing = new TestAdapter(sendTraceActivity: true);

        await tracing.ProcessActivityAsync(new Activity(), TraceAsync);

        tracing.ActiveQueue.ShouldHaveSingleItem().Name.ShouldBe("note");

        static Task TraceAsync(ITurnContext turn, CancellationToken cancellationToken) =>
            turn.SendActivityAsync((IActivity)Activity.CreateTraceActivity("note"), cancellationToken);
    }

    private sealed class Says(bool same) : IEqualityComparer<IActivity>
    {
        public bool Equals(IActivity x, IActivity y) => same;

        public int GetHashCode(IActivity obj) => 0;
    }
}
