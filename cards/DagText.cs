using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Squads;

namespace Hausmeister.Cards;

/// <summary>The stages in the form that the squad has always posted, a line for each: <c>✅ Contracts were calculated and loaded</c>. Plain text.</summary>
public static class DagText
{
    public static string Of(PipelineDay day, Squad squad) =>
        string.Join('\n', day.Stages.Select(stage => $"{StageWords.Symbol(stage)} {StageWords.Line(stage, day, squad).Plain}"));
}
