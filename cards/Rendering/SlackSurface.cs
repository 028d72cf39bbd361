namespace Hausmeister.Cards.Rendering;

/// <summary>Where blocks are to stand.</summary>
/// <param name="MostBlocks">Of a message 45, where Slack takes 50.</param>
/// <param name="MostCharacters">Of the blocks as JSON. Of a message 11,000: above 12,000 Slack has refused some with <c>msg_too_long</c>.</param>
/// <param name="HasTables">Whether tables are drawn as such; Slack has refused them.</param>
/// <param name="Followed">The ids of fields of which each choice is told at once.</param>
/// <param name="Files">Slack's ids of pictures that it cannot fetch and that were uploaded, by their address.</param>
internal sealed record SlackSurface(int MostBlocks, int MostCharacters, bool HasAlerts, bool HasTables, IReadOnlyList<string> Followed, IReadOnlyDictionary<string, string> Files)
{
    private const int UsualBlocks = 45;
    private const int UsualCharacters = 11_000;

    private static readonly Dictionary<string, string> None = [];

    public static SlackSurface Message(bool tables, IReadOnlyDictionary<string, string>? files) => new(UsualBlocks, UsualCharacters, HasAlerts: false, tables, [], files ?? None);

    public static SlackSurface Home() => new(SlackLimits.ModalBlocks, int.MaxValue, HasAlerts: false, HasTables: true, [], None);

    public static SlackSurface Modal(IReadOnlyList<string> followed, IReadOnlyDictionary<string, string>? files) =>
        new(SlackLimits.ModalBlocks, int.MaxValue, HasAlerts: true, HasTables: true, followed, files ?? None);
}

/// <summary>Which message a modal belongs to.</summary>
/// <param name="Timestamp">The message's <c>ts</c>; null: it belongs to the channel alone.</param>
/// <param name="Thread">The thread's first message, where the message stands in one.</param>
/// <param name="Viewer">Who alone sees the message; null: everybody there.</param>
public sealed record SlackPlace(string Channel, string? Timestamp, string? Thread = null, string? Viewer = null);
