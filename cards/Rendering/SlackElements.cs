using System.Text.Json.Serialization;

namespace Hausmeister.Cards.Rendering;

/// <summary>
/// Something to tap or to fill in. Its <c>action_id</c>, at most <see cref="SlackLimits.Id"/>, comes back with it.
/// Source of each one's limits: docs.slack.dev/reference/block-kit/block-elements.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackTextInput), "plain_text_input")]
[JsonDerivedType(typeof(SlackNumberInput), "number_input")]
[JsonDerivedType(typeof(SlackDatePicker), "datepicker")]
[JsonDerivedType(typeof(SlackTimePicker), "timepicker")]
[JsonDerivedType(typeof(SlackSelect), "static_select")]
[JsonDerivedType(typeof(SlackMultiSelect), "multi_static_select")]
[JsonDerivedType(typeof(SlackExternalSelect), "external_select")]
[JsonDerivedType(typeof(SlackExternalMultiSelect), "multi_external_select")]
[JsonDerivedType(typeof(SlackRadioButtons), "radio_buttons")]
[JsonDerivedType(typeof(SlackCheckboxes), "checkboxes")]
public abstract record SlackElement(string ActionId);

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SlackButton), "button")]
public record SlackButton(SlackPlainText Text, string ActionId)
{
    /// <summary>Slack takes 75 and shows 30 of them.</summary>
    public const int LongestText = 30;
    public const int LongestValue = 2_000;
    public const int LongestAccessibilityLabel = 75;

    /// <summary>What comes back with the tap: the button's data as JSON, or <c>{"k": key}</c> where that is too long.</summary>
    public string? Value { get; init; }

    /// <summary>At most <see cref="SlackLimits.Url"/>. Slack tells of such a tap too: it is acknowledged, and that is all.</summary>
    public string? Url { get; init; }

    /// <summary><c>primary</c> or null.</summary>
    public string? Style { get; init; }

    /// <summary>What a screen reader says instead of the text.</summary>
    public string? AccessibilityLabel { get; init; }
}

/// <summary>A field for text.</summary>
public sealed record SlackTextInput(string ActionId) : SlackElement(ActionId)
{
    public const int Longest = 3_000;

    public bool? Multiline { get; init; }

    public string? InitialValue { get; init; }

    public SlackPlainText? Placeholder { get; init; }

    /// <summary>At most <see cref="Longest"/>.</summary>
    public int? MaxLength { get; init; }
}

/// <summary>A field for a number; the numbers stand in texts.</summary>
public sealed record SlackNumberInput(string ActionId, bool IsDecimalAllowed) : SlackElement(ActionId)
{
    public string? InitialValue { get; init; }

    public string? MinValue { get; init; }

    public string? MaxValue { get; init; }

    public SlackPlainText? Placeholder { get; init; }
}

/// <summary>A day, as 2026-11-27.</summary>
public sealed record SlackDatePicker(string ActionId) : SlackElement(ActionId)
{
    public string? InitialDate { get; init; }

    public SlackPlainText? Placeholder { get; init; }
}

/// <summary>A time of day, as 17:00.</summary>
public sealed record SlackTimePicker(string ActionId) : SlackElement(ActionId)
{
    public string? InitialTime { get; init; }

    public SlackPlainText? Placeholder { get; init; }
}

/// <summary>A choice. Source: docs.slack.dev/reference/block-kit/composition-objects/option-object.</summary>
public sealed record SlackOption(SlackPlainText Text, string Value)
{
    public const int LongestText = 75;
    public const int LongestValue = 150;
}

/// <summary>One of several choices, folded.</summary>
public sealed record SlackSelect(string ActionId, IReadOnlyList<SlackOption> Options) : SlackElement(ActionId)
{
    public const int MostOptions = 100;
    public const int LongestPlaceholder = 150;

    public SlackOption? InitialOption { get; init; }

    public SlackPlainText? Placeholder { get; init; }
}

/// <summary>Any of several choices, folded; its limits are those of <see cref="SlackSelect"/>.</summary>
public sealed record SlackMultiSelect(string ActionId, IReadOnlyList<SlackOption> Options) : SlackElement(ActionId)
{
    public IReadOnlyList<SlackOption>? InitialOptions { get; init; }

    public SlackPlainText? Placeholder { get; init; }
}

/// <summary>One of more choices than Slack takes with a message: it asks for those that fit what is typed.</summary>
public sealed record SlackExternalSelect(string ActionId, int MinQueryLength) : SlackElement(ActionId)
{
    public SlackOption? InitialOption { get; init; }

    public SlackPlainText? Placeholder { get; init; }
}

/// <summary>Any of more choices than Slack takes with a message.</summary>
public sealed record SlackExternalMultiSelect(string ActionId, int MinQueryLength) : SlackElement(ActionId)
{
    public IReadOnlyList<SlackOption>? InitialOptions { get; init; }

    public SlackPlainText? Placeholder { get; init; }
}

/// <summary>One of several choices, all to be seen.</summary>
public sealed record SlackRadioButtons(string ActionId, IReadOnlyList<SlackOption> Options) : SlackElement(ActionId)
{
    public const int MostOptions = 10;

    public SlackOption? InitialOption { get; init; }
}

/// <summary>Any of several choices, all to be seen.</summary>
public sealed record SlackCheckboxes(string ActionId, IReadOnlyList<SlackOption> Options) : SlackElement(ActionId)
{
    public const int MostOptions = 10;

    public IReadOnlyList<SlackOption>? InitialOptions { get; init; }
}
