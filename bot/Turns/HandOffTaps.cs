using Hausmeister.Dialogs;
using Microsoft.Bot.Builder;

namespace Hausmeister.Bot.Turns;

/// <summary>Taps on a hand-off's cards. Who may do what is checked here; a tap by somebody else gets a clear answer and the card as it is.</summary>
internal static class HandOffTaps
{
    private const string NotKnown = "I know no such hand-off. Type handoff for the present one.";

    public static async Task TakeAsync(ITurnContext context, Tap tap, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var (id, item) = Parts(tap, turn);
        if (id is null || await turn.HandOffs.FindAsync(id, cancellationToken) is not { } handOff)
        {
            await SayAsync(context, NotKnown, cancellationToken);
            return;
        }
        await new HandOffTap(context, turn, tap, handOff, handOff.Items.FirstOrDefault(i => i.Id == item)).TakeAsync(cancellationToken);
    }

    /// <summary><c>data-infra/2026-11-27T20:00:00Z#ana-17</c></summary>
    private static (string? HandOff, string? Item) Parts(Tap tap, Turn turn)
    {
        var prefix = $"{turn.Squad.Id}/";
        if (!tap.Id.StartsWith(prefix, StringComparison.Ordinal))
            return (null, null);
        var parts = tap.Id[prefix.Length..].Split('#', 2);
        return (parts[0], parts.ElementAtOrDefault(1));
    }

    private static Task SayAsync(ITurnContext context, string text, CancellationToken cancellationToken) => context.SendActivityAsync(Turn.Line(text), cancellationToken);
}
