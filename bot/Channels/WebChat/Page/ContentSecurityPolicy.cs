using System.Security.Cryptography;

namespace Hausmeister.Bot.Channels.WebChat.Page;

/// <summary>The strictest policy under which Web Chat 4.18.1 draws everything without one violation.</summary>
internal sealed class ContentSecurityPolicy(Uri publicAddress)
{
    // react-scroll-to-bottom adds one style element without the nonce and empty at first; this hash allows empty ones only.
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    public static string NewNonce() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    private readonly string pictures = publicAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>
    /// Images: the spinner is a <c>blob:</c>, the icon of a link outwards is <c>data:</c>, and a card's picture has our public address, which may
    /// be another name for this host than the browser uses; nothing is loaded from elsewhere.
    /// </summary>
    public string For(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' {pictures} data: blob:; " +
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
