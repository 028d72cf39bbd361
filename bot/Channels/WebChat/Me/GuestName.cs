using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Hausmeister.Bot.Channels.WebChat.Me;

/// <summary>
/// What a guest's window says it is: <c>guest.2.</c> and a secret of its own. The account is made of it and everybody may read that; who does not know
/// the secret cannot become that guest.
/// </summary>
internal static partial class GuestName
{
    /// <summary>What is chosen on the page; the window then makes itself a name.</summary>
    public const string Choice = "guest";

    private const int AccountBytes = 6;

    /// <summary>The guest's account and name. Whoever only says <c>guest</c> is a new one each time. Null: no guest.</summary>
    public static (string Account, string Name)? Read(string? said)
    {
        if (said == Choice)
            return (AccountOf(Guid.NewGuid().ToString()), "Guest");
        return Own().Match(said ?? "") is { Success: true } own ? (AccountOf(said!), $"Guest {own.Groups[1].Value}") : null;
    }

    private static string AccountOf(string secret) => $"{Choice}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)).AsSpan(0, AccountBytes))}";

    [GeneratedRegex(@"^guest\.([1-9]\d{0,2})\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\z")]
    private static partial Regex Own();
}
