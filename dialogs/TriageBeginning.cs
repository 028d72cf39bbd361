using Hausmeister.Cards;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Dialogs;

/// <summary>What a triage knows before its first question.</summary>
internal static class TriageBeginning
{
    private const int LongestName = 200;

    public static TriageDraft Of(Turn turn, string? what) => new TriageDraft
    {
        CaseId = turn.NewCaseId(),
        What = Optional(what, TriageDesk.LongestDetails),
    }.From(turn.Origin);

    /// <summary>A form has asked some of it already. What does not fit counts as not filled in.</summary>
    public static TriageDraft Of(Turn turn, Tap tap)
    {
        var draft = Of(turn, Input(TriageBeginForm.What) ?? Input(GuestBeginForm.Did)) with
        {
            Kind = Input(TriageBeginForm.Kind) is TriageDraft.Question or TriageDraft.Service ? Input(TriageBeginForm.Kind) : null,
            Unsure = Input(TriageBeginForm.Kind) == TriageBeginForm.Unsure,
            Reporter = Optional(Input(TriageBeginForm.Reporter), LongestName),
            Priority = Input(TriageBeginForm.Priority) is "P1" or "P2" or "P3" or "P4" or TriageDraft.Unknown ? Input(TriageBeginForm.Priority) : null,
            Details = Optional(Input(TriageBeginForm.Details), TriageDesk.LongestDetails),
        };
        return Input(TriageBeginForm.Express) == TriageDraft.Yes ? AtP4(draft) : draft;

        string? Input(string id) => tap.Inputs.GetValueOrDefault(id);
    }

    /// <summary>Straight to one confirmation.</summary>
    public static TriageDraft AtP4(TriageDraft draft) => draft with { Kind = TriageDraft.Service, Priority = "P4", Express = true };

    private static string? Optional(string? text, int longest) => PeoplesText.Clean(text, longest) is { Length: > 0 } clean ? clean : null;
}
