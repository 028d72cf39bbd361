namespace AdaptiveCards.Json;

/// <summary>What several classes begin with.</summary>
internal static class BaseShapes
{
    public static readonly Shape<AdaptiveTypedElement> Typed =
        new Shape<AdaptiveTypedElement>(e => e.Extras, (e, extras) => e.AdditionalProperties = extras)
            .With("type", Codecs.Text, e => e.Type, (e, v) => e.Type = v)
            .With("id", Codecs.Text, e => e.Id, (e, v) => e.Id = v)
            .With("fallback", new FallbackCodec(), e => e.Fallback, (e, v) => e.Fallback = v)
            .With("requires", Codecs.Requires, e => e.Requires, (e, v) => e.Requires = v);

    public static readonly Shape<AdaptiveElement> Element = Typed.For<AdaptiveElement>()
        .With("spacing", e => e.Spacing, (e, v) => e.Spacing = v)
        .With("separator", Codecs.Flag, e => e.Separator, (e, v) => e.Separator = v)
        .With("height", Codecs.Height, e => e.Height, (e, v) => e.Height = v, AdaptiveHeight.Auto)
        .With("isVisible", Codecs.Flag, e => e.IsVisible, (e, v) => e.IsVisible = v, byDefault: true);

    public static readonly ElementCodec<AdaptiveAction> AnAction = ElementCodec<AdaptiveAction>.Instance;

    public static readonly ListCodec<AdaptiveElement> SomeElements = new(ElementCodec<AdaptiveElement>.Instance);

    public static readonly ListCodec<AdaptiveAction> SomeActions = new(AnAction);

    public static readonly ListCodec<string> SomeTexts = new(Codecs.Text);
}
