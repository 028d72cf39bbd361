using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace BotFramework.Tests.Dialogs;

/// <summary>Short ways to write steps and prompts.</summary>
internal static class Ask
{
    public static PromptOptions For(string question, string retry = null, params string[] choices) => new()
    {
        Prompt = MessageFactory.Text(question),
        RetryPrompt = retry == null ? null : MessageFactory.Text(retry),
        Choices = choices.Length == 0 ? null : ChoiceFactory.ToChoices(choices),
    };

    /// <summary>A step that sends a text and waits.</summary>
    public static WaterfallStep Say(string text) => async (step, cancellationToken) =>
    {
        await step.Context.SendActivityAsync(text, cancellationToken: cancellationToken);
        return Dialog.EndOfTurn;
    };

    /// <summary>A step that begins a prompt.</summary>
    public static WaterfallStep Prompt(string promptId, PromptOptions options)
        => (step, cancellationToken) => step.PromptAsync(promptId, options, cancellationToken);

    /// <summary>A step that sends what the step before it got, and ends the waterfall with it.</summary>
    public static WaterfallStep Tell(string prefix) => async (step, cancellationToken) =>
    {
        await step.Context.SendActivityAsync($"{prefix}{step.Result}", cancellationToken: cancellationToken);
        return await step.EndDialogAsync(step.Result, cancellationToken);
    };
}
