namespace AdaptiveCards;

public class AdaptiveImage : AdaptiveElement
{
    public const string TypeName = "Image";

    public AdaptiveImage() { }

    public AdaptiveImage(string url) => UrlString = url;

    public AdaptiveImage(Uri url) => Url = url;

    public override string Type { get; set; } = TypeName;

    public AdaptiveImageSize Size { get; set; }

    public AdaptiveImageStyle Style { get; set; }

    public Uri Url { get; set; }

    public string UrlString
    {
        get => Url?.OriginalString;
        set => Url = Urls.Parse(value);
    }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public string BackgroundColor { get; set; }

    public AdaptiveAction SelectAction { get; set; }

    public string AltText { get; set; }

    /// <summary>0: as wide as <see cref="Size"/> says.</summary>
    public uint PixelWidth { get; set; }

    /// <summary>0: as high as <c>Height</c> says.</summary>
    public uint PixelHeight { get; set; }
}
