namespace AdaptiveCards;

/// <summary>The picture behind a card or a container.</summary>
public class AdaptiveBackgroundImage
{
    public AdaptiveBackgroundImage() { }

    public AdaptiveBackgroundImage(Uri url) => Url = url;

    public AdaptiveBackgroundImage(string url) => UrlString = url;

    public Uri Url { get; set; }

    public string UrlString
    {
        get => Url?.OriginalString;
        set => Url = Urls.Parse(value);
    }

    public AdaptiveImageFillMode FillMode { get; set; }

    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    public AdaptiveVerticalAlignment VerticalAlignment { get; set; }

    internal SerializableDictionary<string, object> Extras { get; set; }
}

internal static class Urls
{
    public static Uri Parse(string url) => url is null ? null : new Uri(url, UriKind.RelativeOrAbsolute);
}
