using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a yes or a no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private static readonly (Choice Yes, Choice No, ChoiceFactoryOptions Options) English = (new Choice("Yes"), new Choice("No"), ChoicePrompt.English);

    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Options)> _choiceDefaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, null, validator, defaultLocale)
    {
    }

    /// <param name="dialogId">The id; required.</param>
    /// <param name="choiceDefaults">The words for yes and no and how they are listed, by locale. English unless given.</param>
    /// <param name="validator">Without one, every recognized answer is accepted.</param>
    /// <param name="defaultLocale">Used when the activity has none.</param>
    public ConfirmPrompt(string dialogId, Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults, PromptValidator<bool> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        DefaultLocale = defaultLocale;
        _choiceDefaults = choiceDefaults;
    }

    public ListStyle Style { get; set; } = ListStyle.Auto;

    public string DefaultLocale { get; set; }

    /// <summary>Goes before the locale's defaults.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>The words for yes and no; they go before the locale's defaults.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);

        var activity = turnContext.Activity;
        var (choices, listOptions) = Asked(activity);
        var prompt = AppendChoices(
            PromptMessage.Asked(options, isRetry), activity.ChannelId, choices, Style, listOptions,
            activity.Conversation?.ConversationType, activity.From?.Id is { } person ? [person] : null, cancellationToken);
        return turnContext.SendActivityAsync(prompt, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        var answer = turnContext.Activity is { Type: ActivityTypes.Message, Text: { Length: > 0 } text }
            ? BooleanRecognizer.Recognize(text) ?? RecognizeChoice(text, turnContext.Activity)
            : null;
        return Task.FromResult(new PromptRecognizerResult<bool> { Succeeded = answer.HasValue, Value = answer ?? false });
    }

    /// <summary>Numbers count only when the question may show them; then the words on the buttons count as well.</summary>
    private bool? RecognizeChoice(string text, Activity activity)
    {
        var (choices, listOptions) = Asked(activity);
        return listOptions.IncludeNumbers != false && ChoiceRecognizers.RecognizeChoices(text, choices) is [var first, ..]
            ? first.Resolution.Index == 0
            : null;
    }

    private (IList<Choice> Choices, ChoiceFactoryOptions Options) Asked(Activity activity)
    {
        var defaults = PromptLocale.Pick(_choiceDefaults, activity.Locale ?? DefaultLocale, English);
        return ([ConfirmChoices?.Item1 ?? defaults.Yes, ConfirmChoices?.Item2 ?? defaults.No], ChoiceOptions ?? defaults.Options);
    }
}
