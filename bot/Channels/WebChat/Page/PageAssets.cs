using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Hausmeister.Bot.Channels.WebChat.Page;

/// <summary>
/// The page's files out of the assembly, each at <c>{version}/{name}</c>. A version is a hash of what it stands for, so an address
/// never changes its content. The page's modules share one version, because they import each other by relative names; Web Chat has its own and
/// stays cached when the page changes.
/// </summary>
internal sealed class PageAssets
{
    private const string PagePrefix = "page/";
    private readonly Dictionary<string, PageAsset> _byPath = [];

    private PageAssets(string page, string webChat, string document) => (Page, WebChat, Document) = (page, webChat, document);

    /// <summary>The version of the page's own files.</summary>
    public string Page { get; }

    /// <summary>The version of Microsoft's Web Chat.</summary>
    public string WebChat { get; }

    /// <summary>The page's HTML, with its placeholders.</summary>
    public string Document { get; }

    public PageAsset? Find(string path) => _byPath.GetValueOrDefault(path);

    public static PageAssets Load()
    {
        var assembly = typeof(PageAssets).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith(PagePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ToDictionary(name => name[PagePrefix.Length..], name => Read(assembly, name));
        var script = new PageAsset(ContentTypes.Of("webchat.js"), Read(assembly, "webchat/webchat.js.br"), Read(assembly, "webchat/webchat.js.gz"));
        var assets = new PageAssets(Version(files.Values), Version([script.Brotli.ToArray()]), Encoding.UTF8.GetString(files["index.html"]));
        foreach (var (name, bytes) in files)
            assets._byPath[$"{assets.Page}/{name}"] = PageAsset.Compress(ContentTypes.Of(name), bytes);
        assets._byPath[$"{assets.WebChat}/webchat.js"] = script;
        assets._byPath[$"{assets.WebChat}/webchat.js.LICENSE.txt"] = PageAsset.Compress(ContentTypes.Of("LICENSE.txt"), Read(assembly, "webchat/webchat.js.LICENSE.txt"));
        return assets;
    }

    private static string Version(IEnumerable<byte[]> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in contents)
            hash.AppendData(SHA256.HashData(content));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var resource = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    private static class ContentTypes
    {
        public static string Of(string name) => Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".txt" => "text/plain; charset=utf-8",
            var other => throw new InvalidOperationException($"The page has a file of an unknown kind, '{other}': {name}"),
        };
    }
}
