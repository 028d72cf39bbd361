using System.Text.Json;

namespace AdaptiveCards.Json;

/// <summary>Texts, pictures and sets.</summary>
internal static class ElementShapes
{
    private static readonly ObjectCodec<AdaptiveFact> Fact = new(
        new Shape<AdaptiveFact>(f => f.Extras, (f, extras) => f.Extras = extras)
            .With("title", Codecs.Text, f => f.Title, (f, v) => f.Title = v)
            .With("value", Codecs.Text, f => f.Value, (f, v) => f.Value = v),
        () => new());

    private static readonly ObjectCodec<AdaptiveMediaSource> MediaSource = new(
        new Shape<AdaptiveMediaSource>(s => s.Extras, (s, extras) => s.Extras = extras)
            .With("mimeType", Codecs.Text, s => s.MimeType, (s, v) => s.MimeType = v)
            .With("url", Codecs.Text, s => s.Url, (s, v) => s.Url = v),
        () => new());

    // A mere text in a line is a run without any style.
    private static readonly DelegateCodec<AdaptiveInline> Inline = new(
        ElementCodec<AdaptiveInline>.Instance.Write,
        (json, reader) => json.ValueKind == JsonValueKind.String
            ? new AdaptiveTextRun(json.GetString())
            : ElementCodec<AdaptiveInline>.Instance.Read(json, reader));

    public static readonly IShape[] All =
    [
        BaseShapes.Element,

        BaseShapes.Typed.For<AdaptiveInline>(),

        BaseShapes.Element.For<AdaptiveTextBlock>()
            .With("text", Codecs.Text, t => t.Text, (t, v) => t.Text = v)
            .With("size", t => t.Size, (t, v) => t.Size = v)
            .With("weight", t => t.Weight, (t, v) => t.Weight = v)
            .With("color", t => t.Color, (t, v) => t.Color = v)
            .With("isSubtle", Codecs.Flag, t => t.IsSubtle, (t, v) => t.IsSubtle = v)
            .With("italic", Codecs.Flag, t => t.Italic, (t, v) => t.Italic = v)
            .With("strikethrough", Codecs.Flag, t => t.Strikethrough, (t, v) => t.Strikethrough = v)
            .With("horizontalAlignment", t => t.HorizontalAlignment, (t, v) => t.HorizontalAlignment = v)
            .With("wrap", Codecs.Flag, t => t.Wrap, (t, v) => t.Wrap = v)
            .With("maxLines", Codecs.Integer, t => t.MaxLines, (t, v) => t.MaxLines = v)
            .With("maxWidth", Codecs.Integer, t => t.MaxWidth, (t, v) => t.MaxWidth = v)
            .With("fontType", t => t.FontType, (t, v) => t.FontType = v)
            .With("style", t => t.Style, (t, v) => t.Style = v),

        BaseShapes.Element.For<AdaptiveRichTextBlock>()
            .With("horizontalAlignment", t => t.HorizontalAlignment, (t, v) => t.HorizontalAlignment = v)
            .With("inlines", new ListCodec<AdaptiveInline>(Inline, required: true), t => t.Inlines, (t, v) => t.Inlines = v),

        BaseShapes.Typed.For<AdaptiveTextRun>()
            .With("text", Codecs.Text, t => t.Text, (t, v) => t.Text = v)
            .With("size", t => t.Size, (t, v) => t.Size = v)
            .With("weight", t => t.Weight, (t, v) => t.Weight = v)
            .With("color", t => t.Color, (t, v) => t.Color = v)
            .With("isSubtle", Codecs.Flag, t => t.IsSubtle, (t, v) => t.IsSubtle = v)
            .With("italic", Codecs.Flag, t => t.Italic, (t, v) => t.Italic = v)
            .With("strikethrough", Codecs.Flag, t => t.Strikethrough, (t, v) => t.Strikethrough = v)
            .With("highlight", Codecs.Flag, t => t.Highlight, (t, v) => t.Highlight = v)
            .With("underline", Codecs.Flag, t => t.Underline, (t, v) => t.Underline = v)
            .With("fontType", t => t.FontType, (t, v) => t.FontType = v)
            .With("selectAction", BaseShapes.AnAction, t => t.SelectAction, (t, v) => t.SelectAction = v),

        BaseShapes.Element.For<AdaptiveFactSet>()
            .With("facts", new ListCodec<AdaptiveFact>(Fact, required: true), s => s.Facts, (s, v) => s.Facts = v),

        ImageShape(),

        BaseShapes.Element.For<AdaptiveImageSet>()
            .With("images", new ListCodec<AdaptiveImage>(ElementCodec<AdaptiveImage>.Instance, required: true), s => s.Images, (s, v) => s.Images = v)
            .With("imageSize", s => s.ImageSize, (s, v) => s.ImageSize = v),

        BaseShapes.Element.For<AdaptiveMedia>()
            .With("sources", new ListCodec<AdaptiveMediaSource>(MediaSource, required: true), m => m.Sources, (m, v) => m.Sources = v)
            .With("poster", Codecs.Text, m => m.Poster, (m, v) => m.Poster = v)
            .With("altText", Codecs.Text, m => m.AltText, (m, v) => m.AltText = v),

        BaseShapes.Element.For<AdaptiveActionSet>()
            .With("actions", new ListCodec<AdaptiveAction>(BaseShapes.AnAction, required: true), s => s.Actions, (s, v) => s.Actions = v),
    ];

    // The schema has one "height" for both: pixels of the picture, else how it stretches.
    private static Shape<AdaptiveImage> ImageShape() => BaseShapes.Element.For<AdaptiveImage>()
        .With("url", Codecs.Url, i => i.Url, (i, v) => i.Url = v)
        .With("altText", Codecs.Text, i => i.AltText, (i, v) => i.AltText = v)
        .With("size", i => i.Size, (i, v) => i.Size = v)
        .With("style", i => i.Style, (i, v) => i.Style = v)
        .With("width", Codecs.PixelCount, i => i.PixelWidth, (i, v) => i.PixelWidth = v)
        .With("height", Codecs.Height, i => i.PixelHeight > 0 ? i.PixelHeight : i.Height, SetHeight, AdaptiveHeight.Auto)
        .With("horizontalAlignment", i => i.HorizontalAlignment, (i, v) => i.HorizontalAlignment = v)
        .With("backgroundColor", Codecs.Text, i => i.BackgroundColor, (i, v) => i.BackgroundColor = v)
        .With("selectAction", BaseShapes.AnAction, i => i.SelectAction, (i, v) => i.SelectAction = v);

    private static void SetHeight(AdaptiveImage image, AdaptiveHeight height)
    {
        if (height.IsPixel())
            image.PixelHeight = height.Unit ?? 0;
        else
            image.Height = height;
    }
}
