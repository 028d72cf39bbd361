using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>Fields as Slack has them.</summary>
internal static class SlackFields
{
    private const string Prefix = "f:";

    /// <summary>Where a field stands; another one in every edition of the card.</summary>
    public static string BlockId(AdaptiveInput input, string edition) => Shortened.To($"{Prefix}{input.Id}:{edition}", SlackLimits.Id);

    /// <summary>Null for a choice between nothing, which Slack refuses.</summary>
    public static SlackInput? Of(AdaptiveInput input, string edition) => Element(input) is not { } element
        ? null
        : new SlackInput(
            BlockId(input, edition),
            new(Shortened.To(FieldWords.Label(input), SlackInput.LongestLabel)),
            Optional: !input.IsRequired && input is not AdaptiveChoiceSetInput { IsMultiSelect: false, Value.Length: > 0 },
            element);

    public static IEnumerable<SlackOption> Options(AdaptiveChoiceSetInput input) => Choosable(input).Select(Option);

    private static SlackElement? Element(AdaptiveInput input) => input switch
    {
        AdaptiveTextInput text => Text(text),
        AdaptiveNumberInput number => new SlackNumberInput(number.Id, IsDecimalAllowed: true)
        {
            InitialValue = FieldWords.Number(number.Value),
            MinValue = FieldWords.Number(number.Min),
            MaxValue = FieldWords.Number(number.Max),
            Placeholder = Placeholder(number.Placeholder),
        },
        AdaptiveDateInput date => new SlackDatePicker(date.Id) { InitialDate = DateOnly.TryParseExact(date.Value, "yyyy-MM-dd", out _) ? date.Value : null, Placeholder = Placeholder(date.Placeholder) },
        AdaptiveTimeInput time => new SlackTimePicker(time.Id) { InitialTime = TimeOnly.TryParseExact(time.Value, "HH:mm", out _) ? time.Value : null, Placeholder = Placeholder(time.Placeholder) },
        AdaptiveToggleInput toggle => Toggle(toggle),
        AdaptiveChoiceSetInput choices => Choices(choices),
        _ => null,
    };

    private static SlackTextInput Text(AdaptiveTextInput text)
    {
        int? longest = text.MaxLength > 0 ? Math.Min(text.MaxLength, SlackTextInput.Longest) : null;
        return new(text.Id)
        {
            Multiline = text.IsMultiline ? true : null,
            InitialValue = string.IsNullOrEmpty(text.Value) ? null : Shortened.To(text.Value, longest ?? SlackTextInput.Longest),
            Placeholder = Placeholder(text.Placeholder),
            MaxLength = longest,
        };
    }

    private static SlackCheckboxes Toggle(AdaptiveToggleInput toggle)
    {
        var option = Option(string.IsNullOrWhiteSpace(toggle.Title) ? FieldWords.Label(toggle) : toggle.Title, toggle.ValueOn);
        return new(toggle.Id, [option]) { InitialOptions = toggle.Value == toggle.ValueOn ? [option] : null };
    }

    private static SlackElement? Choices(AdaptiveChoiceSetInput input)
    {
        var choices = Choosable(input);
        List<SlackOption> options = [.. choices.Select(Option)];
        List<SlackOption> chosen = [.. FieldWords.Chosen(input).Where(choices.Contains).Select(Option)];
        var (initial, many, placeholder) = (chosen.FirstOrDefault(), chosen.Count > 0 ? chosen : null, Placeholder(input.Placeholder));
        var isExpanded = input.Style == AdaptiveChoiceInputStyle.Expanded;
        return (input.IsMultiSelect, options.Count) switch
        {
            (_, 0) => null,
            (true, <= SlackCheckboxes.MostOptions) => new SlackCheckboxes(input.Id, options) { InitialOptions = many },
            (true, <= SlackSelect.MostOptions) => new SlackMultiSelect(input.Id, options) { InitialOptions = many, Placeholder = placeholder },
            (true, _) => new SlackExternalMultiSelect(input.Id, MinQueryLength: 0) { InitialOptions = many, Placeholder = placeholder },
            (false, <= SlackRadioButtons.MostOptions) when isExpanded => new SlackRadioButtons(input.Id, options) { InitialOption = initial },
            (false, <= SlackSelect.MostOptions) => new SlackSelect(input.Id, options) { InitialOption = initial, Placeholder = placeholder },
            (false, _) => new SlackExternalSelect(input.Id, MinQueryLength: 0) { InitialOption = initial, Placeholder = placeholder },
        };
    }

    private static SlackOption Option(AdaptiveChoice choice) => Option(string.IsNullOrWhiteSpace(choice.Title) ? choice.Value : choice.Title, choice.Value);

    private static SlackOption Option(string title, string value) => new(new(Shortened.To(title, SlackOption.LongestText)), value);

    /// <summary>A value that does not fit could not come back as it is.</summary>
    private static List<AdaptiveChoice> Choosable(AdaptiveChoiceSetInput input) =>
        [.. input.Choices.Where(c => c.Value is { Length: > 0 and <= SlackOption.LongestValue }).DistinctBy(c => c.Value)];

    private static SlackPlainText? Placeholder(string? text) => string.IsNullOrWhiteSpace(text) ? null : new(Shortened.To(text, SlackSelect.LongestPlaceholder));
}
