using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Offers <see cref="PromptOptions.Choices"/> and takes one of them: by value, title, synonym, ordinal or number.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    internal static readonly ChoiceFactoryOptions English = new(", ", " or ", ", or ", true);

    private readonly Dictionary<string, ChoiceFactoryOptions> _choiceDefaults;

    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, null, validator, defaultLocale)
    {
    }

    /// <param name="dialogId">The id; required.</param>
    /// <param name="choiceDefaults">How lists are written, by locale. English unless given.</param>
    /// <param name="validator">Without one, every recognized answer is accepted.</param>
    /// <param name="defaultLocale">Used when the activity has none.</param>
    public ChoicePrompt(string dialogId, Dictionary<string, ChoiceFactoryOptions> choiceDefaults, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        DefaultLocale = defaultLocale;
        _choiceDefaults = choiceDefaults;
    }

    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; }

    /// <summary>Goes before the locale's defaults.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    public FindChoicesOptions RecognizerOptions { get; set; }

    protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);

        var activity = turnContext.Activity;
        var listOptions = ChoiceOptions ?? PromptLocale.Pick(_choiceDefaults, activity.Locale ?? DefaultLocale, English);
        var prompt = AppendChoices(
            PromptMessage.Asked(options, isRetry), activity.ChannelId, options.Choices ?? [], options.Style ?? Style, listOptions,
            activity.Conversation?.ConversationType, activity.From?.Id is { } person ? [person] : null, cancellationToken);
        return turnContext.SendActivityAsync(prompt, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);

        var result = new PromptRecognizerResult<FoundChoice>();
        if (turnContext.Activity is { Type: ActivityTypes.Message, Text: { Length: > 0 } text }
            && ChoiceRecognizers.RecognizeChoices(text, options.Choices ?? [], RecognizerOptions) is [var first, ..])
        {
            result.Succeeded = true;
            result.Value = first.Resolution;
        }

        return Task.FromResult(result);
    }
}
