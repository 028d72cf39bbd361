namespace AdaptiveCards.Json;

/// <summary>What a person can tap.</summary>
internal static class ActionShapes
{
    private static readonly Shape<AdaptiveAction> Action = BaseShapes.Typed.For<AdaptiveAction>()
        .With("title", Codecs.Text, a => a.Title, (a, v) => a.Title = v)
        .With("iconUrl", Codecs.Text, a => a.IconUrl, (a, v) => a.IconUrl = v)
        .With("style", Codecs.Text, a => a.Style, (a, v) => a.Style = v)
        .With("isEnabled", Codecs.Flag, a => a.IsEnabled, (a, v) => a.IsEnabled = v, byDefault: true)
        .With("mode", a => a.Mode, (a, v) => a.Mode = v)
        .With("tooltip", Codecs.Text, a => a.Tooltip, (a, v) => a.Tooltip = v);

    private static readonly ObjectCodec<AdaptiveTargetElement> Target = new(
        new Shape<AdaptiveTargetElement>(t => t.Extras, (t, extras) => t.Extras = extras)
            .With("elementId", Codecs.Text, t => t.ElementId, (t, v) => t.ElementId = v)
            .With("isVisible", Codecs.OptionalFlag, t => t.IsVisible, (t, v) => t.IsVisible = v),
        () => new(), id => id, target => target is { IsVisible: null, Extras: null } ? target.ElementId : null);

    public static readonly IShape[] All =
    [
        Action,

        Action.For<AdaptiveSubmitAction>()
            .With("data", Codecs.Plain, a => a.Data, (a, v) => a.Data = v)
            .With("associatedInputs", a => a.AssociatedInputs, (a, v) => a.AssociatedInputs = v),

        Action.For<AdaptiveExecuteAction>()
            .With("verb", Codecs.Text, a => a.Verb, (a, v) => a.Verb = v)
            .With("data", Codecs.Plain, a => a.Data, (a, v) => a.Data = v)
            .With("associatedInputs", a => a.AssociatedInputs, (a, v) => a.AssociatedInputs = v),

        Action.For<AdaptiveOpenUrlAction>()
            .With("url", Codecs.Url, a => a.Url, (a, v) => a.Url = v),

        Action.For<AdaptiveShowCardAction>()
            .With("card", ElementCodec<AdaptiveCard>.Instance, a => a.Card, (a, v) => a.Card = v),

        Action.For<AdaptiveToggleVisibilityAction>()
            .With("targetElements", new ListCodec<AdaptiveTargetElement>(Target, required: true), a => a.TargetElements, (a, v) => a.TargetElements = v),
    ];
}
