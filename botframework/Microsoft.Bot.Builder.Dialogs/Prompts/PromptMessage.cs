using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The messages that prompts send. Always copies: sending writes ids and addresses into a message, and the prompt's own is stored and sent again.</summary>
internal static class PromptMessage
{
    /// <summary>The question as it was given, or null when there is none.</summary>
    public static Activity Plain(PromptOptions options, bool isRetry) => Asked(options, isRetry)?.Copy();

    public static Activity Asked(PromptOptions options, bool isRetry)
        => isRetry && options.RetryPrompt != null ? options.RetryPrompt : options.Prompt;

    public static IMessageActivity WithChoices(IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options, string conversationType, IList<string> toList)
    {
        var text = prompt?.Text ?? string.Empty;
        var list = style switch
        {
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text, null, toList),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            ListStyle.None => new Activity { Type = ActivityTypes.Message, Text = text },
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType, toList),
        };

        if (prompt != null)
            return Merge(((Activity)prompt).Copy(), list);

        list.InputHint = InputHints.ExpectingInput;
        return list;
    }

    private static Activity Merge(Activity prompt, IMessageActivity list)
    {
        prompt.Text = list.Text;
        if (list.SuggestedActions?.Actions?.Count > 0)
            prompt.SuggestedActions = list.SuggestedActions;
        if (list.Attachments?.Count > 0)
            prompt.Attachments = prompt.Attachments == null ? list.Attachments : [.. prompt.Attachments, .. list.Attachments];

        return prompt;
    }
}
