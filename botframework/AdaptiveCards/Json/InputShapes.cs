namespace AdaptiveCards.Json;

/// <summary>What a person can fill in.</summary>
internal static class InputShapes
{
    private static readonly Shape<AdaptiveInput> Input = BaseShapes.Element.For<AdaptiveInput>()
        .With("label", Codecs.Text, i => i.Label, (i, v) => i.Label = v)
        .With("isRequired", Codecs.Flag, i => i.IsRequired, (i, v) => i.IsRequired = v)
        .With("errorMessage", Codecs.Text, i => i.ErrorMessage, (i, v) => i.ErrorMessage = v);

    private static readonly ObjectCodec<AdaptiveChoice> Choice = new(
        new Shape<AdaptiveChoice>(c => c.Extras, (c, extras) => c.Extras = extras)
            .With("title", Codecs.Text, c => c.Title, (c, v) => c.Title = v)
            .With("value", Codecs.Text, c => c.Value, (c, v) => c.Value = v),
        () => new());

    public static readonly IShape[] All =
    [
        Input,

        Input.For<AdaptiveTextInput>()
            .With("placeholder", Codecs.Text, i => i.Placeholder, (i, v) => i.Placeholder = v)
            .With("value", Codecs.Text, i => i.Value, (i, v) => i.Value = v)
            .With("style", i => i.Style, (i, v) => i.Style = v)
            .With("isMultiline", Codecs.Flag, i => i.IsMultiline, (i, v) => i.IsMultiline = v)
            .With("maxLength", Codecs.Integer, i => i.MaxLength, (i, v) => i.MaxLength = v)
            .With("regex", Codecs.Text, i => i.Regex, (i, v) => i.Regex = v)
            .With("inlineAction", BaseShapes.AnAction, i => i.InlineAction, (i, v) => i.InlineAction = v),

        Input.For<AdaptiveNumberInput>()
            .With("placeholder", Codecs.Text, i => i.Placeholder, (i, v) => i.Placeholder = v)
            .With("value", Codecs.Number, i => i.Value, (i, v) => i.Value = v, double.NaN)
            .With("min", Codecs.Number, i => i.Min, (i, v) => i.Min = v, double.NaN)
            .With("max", Codecs.Number, i => i.Max, (i, v) => i.Max = v, double.NaN),

        Input.For<AdaptiveDateInput>()
            .With("placeholder", Codecs.Text, i => i.Placeholder, (i, v) => i.Placeholder = v)
            .With("value", Codecs.Text, i => i.Value, (i, v) => i.Value = v)
            .With("min", Codecs.Text, i => i.Min, (i, v) => i.Min = v)
            .With("max", Codecs.Text, i => i.Max, (i, v) => i.Max = v),

        Input.For<AdaptiveTimeInput>()
            .With("placeholder", Codecs.Text, i => i.Placeholder, (i, v) => i.Placeholder = v)
            .With("value", Codecs.Text, i => i.Value, (i, v) => i.Value = v)
            .With("min", Codecs.Text, i => i.Min, (i, v) => i.Min = v)
            .With("max", Codecs.Text, i => i.Max, (i, v) => i.Max = v),

        Input.For<AdaptiveToggleInput>()
            .With("title", Codecs.Text, i => i.Title, (i, v) => i.Title = v)
            .With("valueOn", Codecs.Text, i => i.ValueOn, (i, v) => i.ValueOn = v, "true")
            .With("valueOff", Codecs.Text, i => i.ValueOff, (i, v) => i.ValueOff = v, "false")
            .With("value", Codecs.Text, i => i.Value, (i, v) => i.Value = v)
            .With("wrap", Codecs.Flag, i => i.Wrap, (i, v) => i.Wrap = v),

        Input.For<AdaptiveChoiceSetInput>()
            .With("placeholder", Codecs.Text, i => i.Placeholder, (i, v) => i.Placeholder = v)
            .With("value", Codecs.Text, i => i.Value, (i, v) => i.Value = v)
            .With("style", i => i.Style, (i, v) => i.Style = v)
            .With("isMultiSelect", Codecs.Flag, i => i.IsMultiSelect, (i, v) => i.IsMultiSelect = v)
            .With("wrap", Codecs.Flag, i => i.Wrap, (i, v) => i.Wrap = v)
            .With("choices", new ListCodec<AdaptiveChoice>(Choice), i => i.Choices, (i, v) => i.Choices = v),
    ];
}
