using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Builder;

/// <summary>Middleware runs in order around the bot, and OnTurnError sees what they throw, last.</summary>
public class BotAdapterTests
{
    private readonly List<string> _seen = [];
    private readonly TestAdapter _adapter = new();

    [Fact]
    public async Task Middleware_nests_in_the_order_in_which_it_was_added()
    {
        _adapter.Use(new Step("first", _seen)).Use(new Step("second", _seen));

        await _adapter.SendTextToBotAsync("hi", Bot, default);

        _seen.ShouldBe(["first in", "second in", "bot", "second out", "first out"]);
    }

    [Fact]
    public async Task Middleware_that_does_not_go_on_ends_the_turn()
    {
        _adapter.Use(new Step("first", _seen)).Use(new Step("stop", _seen, goesOn: false)).Use(new Step("never", _seen));

        await _adapter.SendTextToBotAsync("hi", Bot, default);

        _seen.ShouldBe(["first in", "stop in", "stop out", "first out"]);
    }

    [Fact]
    public async Task What_the_bot_throws_passes_the_middleware_before_OnTurnError()
    {
        _adapter.Use(new Step("first", _seen));
        _adapter.OnTurnError = async (turn, e) =>
        {
            _seen.Add($"error {e.Message}");
            await turn.SendActivityAsync("sorry");
        };

        await _adapter.SendTextToBotAsync("hi", (_, _) => throw new InvalidOperationException("boom"), default);

        _seen.ShouldBe(["first in", "first saw boom", "error boom"]);
        _adapter.GetNextReply().AsMessageActivity().Text.ShouldBe("sorry");
    }

    [Fact]
    public async Task Without_OnTurnError_the_caller_gets_the_exception()
    {
        await Should.ThrowAsync<InvalidOperationException>(
            () => _adapter.SendTextToBotAsync("hi", (_, _) => throw new InvalidOperationException("boom"), default));
    }

    [Fact]
    public async Task What_OnTurnError_throws_goes_to_the_caller()
    {
        _adapter.OnTurnError = (_, _) => throw new NotSupportedException();

        await Should.ThrowAsync<NotSupportedException>(
            () => _adapter.SendTextToBotAsync("hi", (_, _) => throw new InvalidOperationException("boom"), default));
    }

    [Fact]
    public async Task A_turn_carries_its_activitys_locale()
    {
        var activity = _adapter.MakeActivity("hi");
        activity.Locale = "en-US";

        await _adapter.ProcessActivityAsync(activity, (turn, _) =>
        {
            _seen.Add(((TurnContext)turn).Locale);
            return Task.CompletedTask;
        });

        _seen.ShouldBe(["en-US"]);
    }

    [Fact]
    public async Task A_locale_that_nobody_knows_harms_no_turn()
    {
        var activity = _adapter.MakeActivity("hi");
        activity.Locale = "not a locale";

        await _adapter.ProcessActivityAsync(activity, Bot);

        _seen.ShouldBe(["bot"]);
    }

    [Fact]
    public async Task A_conversation_is_continued_by_an_event_through_the_middleware()
    {
        _adapter.Use(new Step("first", _seen));

        await _adapter.ContinueConversationAsync(
            "bot-id",
            _adapter.Conversation,
            async (turn, token) =>
            {
                _seen.Add(turn.Activity.Name);
                await turn.SendActivityAsync("by myself", cancellationToken: token);
            },
            default);

        _seen.ShouldBe(["first in", ActivityEventNames.ContinueConversation, "first out"]);
        _adapter.GetNextReply().Recipient.Id.ShouldBe("user1");
    }

    private Task Bot(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        _seen.Add("bot");
        return Task.CompletedTask;
    }

    private sealed class Step(string name, List<string> seen, bool goesOn = true) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            seen.Add($"{name} in");
            try
            {
                if (goesOn)
                    await next(cancellationToken);
            }
            catch (Exception e)
            {
                seen.Add($"{name} saw {e.Message}");
                throw;
            }

            seen.Add($"{name} out");
        }
    }
}
