using AdaptiveCards;

namespace Hausmeister.Cards.Parts;

internal static class Rows
{
    /// <summary>Lists show that many; the rest is counted.</summary>
    public const int Most = 10;

    /// <summary>The first row keeps its distance from what is above it.</summary>
    public static IReadOnlyList<AdaptiveContainer> Spaced(IEnumerable<AdaptiveContainer> rows)
    {
        List<AdaptiveContainer> list = [.. rows];
        if (list.Count > 0)
            list[0].Spacing = AdaptiveSpacing.Medium;
        return list;
    }
}
