namespace Hausmeister.Cards.Rendering;

/// <summary>A block where it was put.</summary>
/// <param name="IsKept">It is left, whatever has no room: what is wrong, what to do, and what happens if you do nothing.</param>
/// <param name="IsHeading">It heads what comes below it, and holds nothing else.</param>
/// <param name="Item">Which of the items it belongs to, from 1; 0: to none.</param>
/// <param name="ShortItems">How many items it holds as a line each.</param>
internal sealed record LaidBlock(SlackBlock Block, bool IsKept = false, bool IsHeading = false, int Item = 0, int ShortItems = 0);
