using AdaptiveCards;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

internal static class GuestWords
{
    /// <summary>A guest's two answers.</summary>
    public static AdaptiveContainer? Report(Case @case) => @case.Guest is not { } guest ? null : Block.Quiet(
        Text.Line($"**Did:** “{guest.Did}”", AdaptiveSpacing.Default, Text.QuoteLines),
        guest.Expected is { Length: > 0 } expected ? Text.Line($"**Expected:** “{expected}”", maxLines: Text.QuoteLines) : null);
}
