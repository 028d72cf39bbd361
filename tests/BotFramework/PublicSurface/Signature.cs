using System.Text.RegularExpressions;

namespace BotFramework.Tests.PublicSurface;

/// <summary>
/// Brings signatures of different origin to one form: no namespaces, no spaces that mean nothing, one way to write a default.
/// </summary>
internal static partial class Signature
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["UInt32"] = "uint",
        ["Int32"] = "int",
        ["Int64"] = "long",
        ["String"] = "string",
        ["Boolean"] = "bool",
        ["Double"] = "double",
        ["Single"] = "float",
        ["Object"] = "object",
        ["Void"] = "void",
        ["dynamic"] = "object",
    };

    /// <summary>A type, such as <c>IDictionary&lt;string,object&gt;</c>.</summary>
    public static string Type(string type)
    {
        var text = Spaces().Replace(type.Trim(), "");
        text = Qualifier().Replace(text, "");
        text = Nullable().Replace(text, "$1?");
        return Word().Replace(text, word => Keywords.GetValueOrDefault(word.Value, word.Value));
    }

    /// <summary>A default value; null, false, zero and <c>default</c> are the same.</summary>
    public static string Default(string value, IReadOnlyDictionary<string, string> constants)
    {
        var text = value.Trim();
        if (text is "null" or "false" or "0" or "" || text.StartsWith("default", StringComparison.Ordinal))
            return "default";
        return (constants.GetValueOrDefault(text) ?? text).Trim('"');
    }

    /// <summary>Splits at commas that stand in no brackets and in no string.</summary>
    public static IEnumerable<string> Split(string list)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '<' or '(' or '[' or '{' => 1, '>' or ')' or ']' or '}' => -1, _ => 0 };
            if (list[i] != ',' || depth != 0)
                continue;
            yield return list[start..i].Trim();
            start = i + 1;
        }

        if (start < list.Length && !string.IsNullOrWhiteSpace(list[start..]))
            yield return list[start..].Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(?:\w+\.)+(?=\w)")]
    private static partial Regex Qualifier();

    [GeneratedRegex(@"\bNullable<([^<>]+)>")]
    private static partial Regex Nullable();

    [GeneratedRegex(@"\b\w+\b")]
    private static partial Regex Word();
}
