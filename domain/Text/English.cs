using System.Globalization;

namespace Hausmeister.Domain.Text;

/// <summary>The bot speaks English only; these are the forms of it that depend on a value.</summary>
public static class English
{
    /// <summary><c>1 open issue</c>, <c>4 open issues</c>; pass <paramref name="plural"/> where an s is not enough.</summary>
    public static string Plural(int count, string singular, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? singular : plural ?? singular + "s")}");

    /// <summary><c>now, the week of Mon 30 Nov, and the weekend of Fri 18 Dec</c></summary>
    public static string Series(IReadOnlyList<string> words, string conjunction = "and") => words switch
    {
        { Count: > 2 } => $"{string.Join(", ", words.SkipLast(1))}, {conjunction} {words[^1]}",
        _ => string.Join($" {conjunction} ", words),
    };
}
