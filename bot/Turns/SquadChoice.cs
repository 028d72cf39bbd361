using System.Globalization;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Bot.Turns;

/// <summary>Asks somebody who may mean several squads which one it is.</summary>
internal static class SquadChoice
{
    public static string Question(IReadOnlyList<Squad> squads) =>
        string.Join('\n', squads.Select((squad, i) => $"{i + 1}. {squad.Name}").Prepend("Which squad is it about? Type its number."));

    /// <summary>The squad, where it is known or the text names it, and the text that is to be answered for it.</summary>
    public static (Squad? Squad, string? Text) Of(ConversationDocument document, IReadOnlyList<Squad> possible, string? text)
    {
        if (possible is [var only])
            return (only, text);
        if (possible.FirstOrDefault(s => s.Id == document.Squad) is { } known)
            return (known, text);
        if (document.SquadQuestion is not { } asked)
            return (null, text);
        var offered = asked.Squads.Select(id => possible.FirstOrDefault(s => s.Id == id)).OfType<Squad>().ToList();
        // The answer names the squad; what is to be answered now is what was said before the question.
        return Answer(offered, text) is { } answered ? (answered, asked.Text) : (null, text);
    }

    /// <summary>The document while the question is open.</summary>
    public static ConversationDocument Asked(ConversationDocument document, IReadOnlyList<Squad> possible, string? text, Origin? origin) => document with
    {
        SquadQuestion = new SquadQuestion([.. possible.Select(s => s.Id)], document.SquadQuestion?.Text ?? text, document.SquadQuestion is { Text: not null } asked ? asked.Origin : origin),
    };

    /// <summary>By number or by name; null where it names none.</summary>
    private static Squad? Answer(List<Squad> squads, string? text)
    {
        var said = text?.Trim().TrimEnd('.') ?? "";
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= squads.Count ? squads[number - 1] : null;
        return squads.FirstOrDefault(s => s.Name.Equals(said, StringComparison.OrdinalIgnoreCase) || s.Id.Equals(said, StringComparison.OrdinalIgnoreCase));
    }
}
