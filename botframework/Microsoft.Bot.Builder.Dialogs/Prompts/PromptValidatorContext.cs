using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a <see cref="PromptValidator{T}"/> sees.</summary>
public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(ITurnContext turnContext, PromptRecognizerResult<T> recognized, IDictionary<string, object> state, PromptOptions options)
    {
        Context = turnContext;
        Recognized = recognized;
        State = state;
        Options = options;
    }

    public ITurnContext Context { get; }

    public PromptRecognizerResult<T> Recognized { get; }

    public PromptOptions Options { get; }

    /// <summary>The validator may keep things here for its next attempt.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>How many answers the prompt got, this one included.</summary>
    public int AttemptCount
        => State.TryGetValue(Prompt<T>.AttemptCountKey, out var count) ? Convert.ToInt32(count, CultureInfo.InvariantCulture) : 0;
}
