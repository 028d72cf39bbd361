namespace Hausmeister.Cards.Parts;

/// <summary>Names for addresses, which never stand in a card themselves.</summary>
internal static class Links
{
    /// <summary>Where it leads, without the scheme: <c>docs.example/capivara/loading</c>.</summary>
    public static string Address(Uri url) => Uri.UnescapeDataString($"{url.Host}{url.AbsolutePath}".TrimEnd('/'));

    /// <summary>The shortest name: <c>loading</c>, or the host.</summary>
    public static string LastPart(Uri url) =>
        url.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is [.., var last] ? Uri.UnescapeDataString(last) : url.Host;
}
