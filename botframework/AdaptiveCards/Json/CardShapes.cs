namespace AdaptiveCards.Json;

/// <summary>The card itself and what belongs to it alone.</summary>
internal static class CardShapes
{
    public static readonly ObjectCodec<AdaptiveBackgroundImage> BackgroundImage = new(
        new Shape<AdaptiveBackgroundImage>(i => i.Extras, (i, extras) => i.Extras = extras)
            .With("url", Codecs.Url, i => i.Url, (i, v) => i.Url = v)
            .With("fillMode", i => i.FillMode, (i, v) => i.FillMode = v)
            .With("horizontalAlignment", i => i.HorizontalAlignment, (i, v) => i.HorizontalAlignment = v)
            .With("verticalAlignment", i => i.VerticalAlignment, (i, v) => i.VerticalAlignment = v),
        () => new(), url => new(url), UrlWhenThatIsAll);

    private static readonly ObjectCodec<AdaptiveRefresh> Refresh = new(
        new Shape<AdaptiveRefresh>(r => r.Extras, (r, extras) => r.Extras = extras)
            .With("action", ElementCodec<AdaptiveExecuteAction>.Instance, r => r.Action, (r, v) => r.Action = v)
            .With("userIds", BaseShapes.SomeTexts, r => r.UserIds, (r, v) => r.UserIds = v)
            .With("expires", Codecs.UtcTime, r => r.Expires, (r, v) => r.Expires = v),
        () => new());

    private static readonly ObjectCodec<AdaptiveTokenExchangeResource> TokenExchange = new(
        new Shape<AdaptiveTokenExchangeResource>(t => t.Extras, (t, extras) => t.Extras = extras)
            .With("id", Codecs.Text, t => t.Id, (t, v) => t.Id = v)
            .With("uri", Codecs.Text, t => t.Uri, (t, v) => t.Uri = v)
            .With("providerId", Codecs.Text, t => t.ProviderId, (t, v) => t.ProviderId = v),
        () => new());

    private static readonly ObjectCodec<AdaptiveAuthCardButton> AuthButton = new(
        new Shape<AdaptiveAuthCardButton>(b => b.Extras, (b, extras) => b.Extras = extras)
            .With("type", Codecs.Text, b => b.Type, (b, v) => b.Type = v)
            .With("title", Codecs.Text, b => b.Title, (b, v) => b.Title = v)
            .With("image", Codecs.Text, b => b.Image, (b, v) => b.Image = v)
            .With("value", Codecs.Text, b => b.Value, (b, v) => b.Value = v),
        () => new());

    private static readonly ObjectCodec<AdaptiveAuthentication> Authentication = new(
        new Shape<AdaptiveAuthentication>(a => a.Extras, (a, extras) => a.Extras = extras)
            .With("text", Codecs.Text, a => a.Text, (a, v) => a.Text = v)
            .With("connectionName", Codecs.Text, a => a.ConnectionName, (a, v) => a.ConnectionName = v)
            .With("tokenExchangeResource", TokenExchange, a => a.TokenExchangeResource, (a, v) => a.TokenExchangeResource = v)
            .With("buttons", new ListCodec<AdaptiveAuthCardButton>(AuthButton), a => a.Buttons, (a, v) => a.Buttons = v),
        () => new());

    private static readonly ObjectCodec<AdaptiveMetadata> Metadata = new(
        new Shape<AdaptiveMetadata>(m => m.Extras, (m, extras) => m.Extras = extras)
            .With("webUrl", Codecs.Text, m => m.WebUrl, (m, v) => m.WebUrl = v),
        () => new());

    public static readonly Shape<AdaptiveCard> Card = BaseShapes.Typed.For<AdaptiveCard>()
        .With("version", Codecs.Version, c => c.Version, (c, v) => c.Version = v)
        .With("fallbackText", Codecs.Text, c => c.FallbackText, (c, v) => c.FallbackText = v)
        .With("speak", Codecs.Text, c => c.Speak, (c, v) => c.Speak = v)
        .With("lang", Codecs.Text, c => c.Lang, (c, v) => c.Lang = v)
        .With("rtl", Codecs.OptionalFlag, c => c.Rtl, (c, v) => c.Rtl = v)
        .With("refresh", Refresh, c => c.Refresh, (c, v) => c.Refresh = v)
        .With("authentication", Authentication, c => c.Authentication, (c, v) => c.Authentication = v)
        .With("metadata", Metadata, c => c.Metadata, (c, v) => c.Metadata = v)
        .With("backgroundImage", BackgroundImage, c => c.BackgroundImage, (c, v) => c.BackgroundImage = v)
        .With("height", Codecs.Height, c => c.Height, (c, v) => c.Height = v, AdaptiveHeight.Auto)
        .With("minHeight", Codecs.Text, c => c.MinHeight, (c, v) => c.MinHeight = v)
        .With("verticalContentAlignment", c => c.VerticalContentAlignment, (c, v) => c.VerticalContentAlignment = v)
        .With("selectAction", BaseShapes.AnAction, c => c.SelectAction, (c, v) => c.SelectAction = v)
        .With("body", BaseShapes.SomeElements, c => c.Body, (c, v) => c.Body = v)
        .With("actions", BaseShapes.SomeActions, c => c.Actions, (c, v) => c.Actions = v);

    private static string UrlWhenThatIsAll(AdaptiveBackgroundImage image) =>
        image is { FillMode: default(AdaptiveImageFillMode), HorizontalAlignment: default(AdaptiveHorizontalAlignment), VerticalAlignment: default(AdaptiveVerticalAlignment), Extras: null }
            ? image.UrlString
            : null;
}
