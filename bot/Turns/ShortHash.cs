using System.Security.Cryptography;
using System.Text;

namespace Hausmeister.Bot.Turns;

/// <summary>Few characters that stand for a long text, the same in every process.</summary>
internal static class ShortHash
{
    private const int Length = 6;

    /// <summary>Six lower-case hexadecimal digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}
