using System.Diagnostics.CodeAnalysis;
using NodaTime.Text;

namespace Hausmeister.Bot.Configuration;

internal delegate bool TryParse<T>(string text, [MaybeNullWhen(false)] out T value);

/// <summary>How a value is written in the configuration.</summary>
/// <param name="Expected">What a person is told who wrote something else.</param>
internal sealed record Format<T>(string Expected, TryParse<T> TryParse)
{
    public static Format<T> Of(string expected, IPattern<T> pattern) =>
        new(expected, (string text, [MaybeNullWhen(false)] out T value) => pattern.Parse(text).TryGetValue(default!, out value));

    /// <summary>The same with a further condition, told in <paramref name="expected"/>.</summary>
    public Format<T> Where(Func<T, bool> condition, string expected) =>
        new($"{Expected}, {expected}", (string text, [MaybeNullWhen(false)] out T value) => TryParse(text, out value) && condition(value));
}
