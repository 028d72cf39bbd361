using System.Diagnostics;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

public partial class TestFlow
{
    /// <summary>The bot replies with this text; spaces around it do not count.</summary>
    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(_adapter.MakeActivity(expected), description, timeout);

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                if (TextOf(reply)?.Contains(expected, StringComparison.Ordinal) != true)
                    throw Unexpected(description, $"a text with '{expected}'", reply);
            },
            description,
            timeout);

    /// <summary>The bot replies with an activity of this type and this text.</summary>
    public TestFlow AssertReply(IActivity expected, string description = null, uint timeout = 3000) =>
        AssertReply(reply => SameText(expected, reply, description), description, timeout);

    public TestFlow AssertReply(
        IActivity expected,
        IEqualityComparer<IActivity> equalityComparer,
        string description = null,
        uint timeout = 3000) =>
        AssertReply(
            reply =>
            {
                if (!equalityComparer.Equals(expected, reply))
                    throw Unexpected(description, TextOf(expected), reply);
            },
            description,
            timeout);

    /// <exception cref="TimeoutException">When the test runs: no reply came in time.</exception>
    public TestFlow AssertReply(
        Action<IActivity> validateActivity, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(async () => validateActivity(
            await NextReplyAsync(timeout)
            ?? throw new TimeoutException($"No reply within {timeout} ms: '{description}'")));
    }

    /// <summary>The bot stays silent for as long as <paramref name="timeout"/>.</summary>
    public TestFlow AssertNoReply(string description = null, uint timeout = 3000) => Then(async () =>
    {
        if (await NextReplyAsync(timeout) is { } reply)
            throw Unexpected(description, "no reply", reply);
    });

    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply =>
            {
                if (!candidates.Contains(TextOf(reply)))
                    throw Unexpected(description, $"one of: {string.Join(", ", candidates)}", reply);
            },
            description,
            timeout);
    }

    private async Task<IActivity> NextReplyAsync(uint timeout)
    {
        using var deadline = new CancellationTokenSource(
            Debugger.IsAttached ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(timeout));
        try
        {
            return await _adapter.GetNextReplyAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static void SameText(IActivity expected, IActivity reply, string description)
    {
        if (expected.Type != reply.Type)
            throw Unexpected(description, $"an activity of type {expected.Type}", reply);
        if (expected.AsMessageActivity() is not null && TextOf(expected)?.Trim() != TextOf(reply)?.Trim())
            throw Unexpected(description, TextOf(expected), reply);
    }

    private static string TextOf(IActivity activity) => activity.AsMessageActivity()?.Text;

    private static InvalidOperationException Unexpected(string description, string expected, IActivity reply) =>
        new($"{(description is null ? "" : description + ": ")}\nExpected: {expected}\nReceived: {TextOf(reply) ?? reply.Type}");
}
