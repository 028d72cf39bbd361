using AdaptiveCards;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Cards.Parts;

internal static class SeverityWords
{
    /// <summary>Stands before everything else on a case that falls under a severity level. No tint: there is a link in it.</summary>
    public static AdaptiveTextBlock? ProcedureFirst(Squad squad) => squad.SeverityProcedure is { } procedure
        ? Text.Line($"**First:** {Markdown.Link("the severity level's procedure", procedure)}.")
        : null;
}
