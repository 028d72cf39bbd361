using Hausmeister.Bot.Channels.Slack;
using Microsoft.Extensions.Time.Testing;

namespace Hausmeister.Tests.Slack;

public sealed class SlackPaceTests
{
    private readonly FakeTimeProvider time = new();
    private readonly List<string> sent = [];
    private readonly SlackPace pace;

    public SlackPaceTests() => pace = new SlackPace(time);

    [Fact]
    public async Task A_channel_gets_one_message_a_second_in_the_order_they_were_asked_for()
    {
        var posts = Enumerable.Range(1, 3).Select(n => PostAsync("C1", $"{n}")).ToList();
        sent.ShouldBe(["1"]);

        time.Advance(TimeSpan.FromMilliseconds(999));
        sent.ShouldBe(["1"]);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await posts[1];
        sent.ShouldBe(["1", "2"]);
        while (!posts[2].IsCompleted)
            time.Advance(TimeSpan.FromSeconds(1));
        await posts[2];
        sent.ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Another_channel_does_not_wait_and_neither_does_a_change()
    {
        await PostAsync("C1", "1");
        await PostAsync("C2", "2");
        await pace.ChangeAsync("C1", _ => Said("3"), CancellationToken.None);

        sent.ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task A_quiet_channel_is_forgotten()
    {
        await PostAsync("C1", "1");
        time.Advance(TimeSpan.FromSeconds(2));
        await PostAsync("C2", "2");

        pace.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_Slack_puts_off_is_sent_when_it_said_and_nothing_overtakes_it()
    {
        var refused = false;
        var first = pace.PostAsync("C1", _ => refused ? Said("1") : Refuse(ref refused, TimeSpan.FromSeconds(7)), CancellationToken.None);
        var second = PostAsync("C1", "2");

        time.Advance(TimeSpan.FromSeconds(6));
        sent.ShouldBeEmpty();
        time.Advance(TimeSpan.FromSeconds(1));
        await first;
        sent.ShouldBe(["1"]);
        while (!second.IsCompleted)
            time.Advance(TimeSpan.FromSeconds(1));
        await second;
        sent.ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Whom_Slack_wants_to_wait_for_long_is_told_at_once()
    {
        var error = await Should.ThrowAsync<SlackException>(() => pace.PostAsync<string>("C1", _ => throw Limited(TimeSpan.FromSeconds(21)), CancellationToken.None));

        error.RetryAfter.ShouldBe(TimeSpan.FromSeconds(21));
    }

    [Fact]
    public async Task Slack_is_asked_three_times()
    {
        var asked = 0;
        var post = pace.PostAsync<string>("C1", _ => ++asked > 0 ? throw Limited(null) : Said(""), CancellationToken.None);

        while (!post.IsCompleted)
            time.Advance(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<SlackException>(() => post);
        asked.ShouldBe(3);
    }

    private Task<string> PostAsync(string channel, string text) => pace.PostAsync(channel, _ => Said(text), CancellationToken.None);

    private Task<string> Said(string text)
    {
        sent.Add(text);
        return Task.FromResult(text);
    }

    private static Task<string> Refuse(ref bool refused, TimeSpan wait)
    {
        refused = true;
        throw Limited(wait);
    }

    private static SlackException Limited(TimeSpan? wait) => SlackException.Of("chat.postMessage", SlackException.RateLimited, wait);
}
