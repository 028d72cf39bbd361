using AdaptiveCards;
using Hausmeister.Cards.Parts;

namespace Hausmeister.Cards;

/// <summary>What a question becomes once it is answered: one line in the past.</summary>
public static class DoneCard
{
    /// <summary><c>Priority: **P3**</c>, and under it <c>Ana, 10:04</c>.</summary>
    public static AdaptiveCard Build(string what, string value, string who, string clock) => Card.Done($"{what}: **{value}**", $"{who}, {clock}");
}
