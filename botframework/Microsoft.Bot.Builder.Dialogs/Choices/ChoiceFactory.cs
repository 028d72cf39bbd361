using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Writes messages that offer choices.</summary>
public class ChoiceFactory
{
    public static IMessageActivity ForChannel(string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null)
        => ForChannel(channelId, list, text, speak, options, conversationType: null, toList: null);

    /// <summary>
    /// Buttons where the channel has them and the titles fit: suggested actions rather than a card. Otherwise text: up to three
    /// short choices in one line, more or longer ones as a list.
    /// </summary>
    public static IMessageActivity ForChannel(string channelId, IList<Choice> list, string text = null, string speak = null, ChoiceFactoryOptions options = null, string conversationType = default, IList<string> toList = default)
    {
        list ??= [];
        if (list.Any(c => Title(c)?.Length > ChannelLimits.ActionTitleLength))
            return List(list, text, speak, options);
        if (ChannelLimits.SupportsSuggestedActions(channelId, list.Count, conversationType))
            return SuggestedAction(list, text, speak, toList);
        if (ChannelLimits.SupportsCardActions(channelId, list.Count))
            return HeroCard(list, text, speak);

        return list.Count <= 3 ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    public static Activity Inline(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var numbered = options?.IncludeNumbers ?? true;
        var message = new StringBuilder(text).Append(' ');
        for (var i = 0; i < choices.Count; i++)
        {
            message.Append(Connector(i, choices.Count, options));
            if (numbered)
                message.Append('(').Append(i + 1).Append(") ");
            message.Append(Title(choices[i]));
        }

        return MessageFactory.Text(message.ToString(), speak, InputHints.ExpectingInput);
    }

    public static Activity List(IList<string> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
        => List(ToChoices(choices), text, speak, options);

    public static Activity List(IList<Choice> choices, string text = null, string speak = null, ChoiceFactoryOptions options = null)
    {
        choices ??= [];
        var numbered = options?.IncludeNumbers ?? true;
        var message = new StringBuilder(text).Append("\n\n   ");
        for (var i = 0; i < choices.Count; i++)
        {
            if (i > 0)
                message.Append("\n   ");
            if (numbered)
                message.Append(i + 1).Append(". ");
            else
                message.Append("- ");
            message.Append(Title(choices[i]));
        }

        return MessageFactory.Text(message.ToString(), speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null)
        => SuggestedAction(ToChoices(choices), text, speak, toList: null);

    public static IMessageActivity SuggestedAction(IList<string> choices, string text = null, string speak = null, IList<string> toList = default)
        => SuggestedAction(ToChoices(choices), text, speak, toList);

    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null)
        => SuggestedAction(choices, text, speak, toList: null);

    /// <param name="choices">A button each.</param>
    /// <param name="text">The message's text.</param>
    /// <param name="speak">The message's spoken text.</param>
    /// <param name="toList">The ids of who sees the buttons; everybody when null.</param>
    public static IMessageActivity SuggestedAction(IList<Choice> choices, string text = null, string speak = null, IList<string> toList = default)
        => MessageFactory.SuggestedActions(Actions(choices), text, speak, InputHints.ExpectingInput, toList);

    /// <summary>The text is on the card, not in the message.</summary>
    public static IMessageActivity HeroCard(IList<Choice> choices, string text = null, string speak = null)
    {
        var card = new Attachment
        {
            ContentType = Schema.HeroCard.ContentType,
            Content = new HeroCard(text: text, buttons: Actions(choices)),
        };
        return MessageFactory.Attachment(card, null, speak, InputHints.ExpectingInput);
    }

    public static IList<Choice> ToChoices(IList<string> choices)
        => choices == null ? [] : [.. choices.Select(value => new Choice(value))];

    private static List<CardAction> Actions(IList<Choice> choices)
        => choices == null ? [] : [.. choices.Select(c => c.Action ?? new CardAction { Type = ActionTypes.ImBack, Value = c.Value, Title = c.Value })];

    private static string Title(Choice choice) => choice.Action?.Title ?? choice.Value;

    private static string Connector(int index, int count, ChoiceFactoryOptions options)
    {
        if (index == 0)
            return string.Empty;
        if (index < count - 1)
            return options?.InlineSeparator ?? ", ";

        return index == 1 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
    }
}
