namespace Hausmeister.Cards;

/// <summary>How much is open, the shown case included.</summary>
public sealed record NextSummary(int P4, int P3, int Questions, int P2, int P1);
