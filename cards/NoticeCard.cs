using AdaptiveCards;
using Hausmeister.Cards.Parts;

namespace Hausmeister.Cards;

/// <summary>A short answer.</summary>
public static class NoticeCard
{
    /// <param name="text">Plain text.</param>
    /// <param name="bold">How it begins, in bold; plain text too.</param>
    public static AdaptiveCard Build(string text, string? bold = null) => bold is null ? Of($"{text}") : Of($"**{bold}** {text}");

    internal static AdaptiveCard Of(Markdown line, params IEnumerable<AdaptiveAction> actions) => Card.Of(line, [Text.Line(line, AdaptiveSpacing.Default)], actions);
}
