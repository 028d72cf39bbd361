using AdaptiveCards;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>Everything that one person is asked or told about at once, as one message.</summary>
public static class RoundCard
{
    /// <param name="items">At least one, the most urgent first.</param>
    public static AdaptiveCard Build(IReadOnlyList<MorningItem> items, Moment moment) => items.All(item => item is MorningItem.Progress)
        ? ProgressCard.Build([.. items.Select(item => item.Case)], moment)
        : MorningCard.Build(items, moment);
}
