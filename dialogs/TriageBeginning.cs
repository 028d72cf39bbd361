using Hausmeister.Cards;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Dialogs;

/// <summary>What a triage knows before its first question.</summary>
public static class TriageBeginning
{
    private const int LongestName = 200;

    internal static TriageDraft Of(Turn turn, string? what) => new TriageDraft
    {
        CaseId = turn.NewCaseId(),
        What = Optional(what, TriageDesk.LongestDetails),
    }.From(turn.Origin);

    /// <summary>A form has asked some of it already.</summary>
    internal static TriageDraft Of(Turn turn, Tap tap)
    {
        var draft = Filled(Of(turn, what: null), tap.Inputs);
        return tap.Inputs.GetValueOrDefault(TriageBeginForm.Express) == TriageDraft.Yes ? AtP4(draft) : draft;
    }

    /// <param name="inputs">Of a <see cref="TriageBeginForm"/> or a <see cref="GuestBeginForm"/>. What does not fit counts as not filled in.</param>
    public static TriageDraft Filled(TriageDraft draft, IReadOnlyDictionary<string, string> inputs)
    {
        return draft with
        {
            What = Optional(Input(TriageBeginForm.What) ?? Input(GuestBeginForm.Did), TriageDesk.LongestDetails),
            Kind = Input(TriageBeginForm.Kind) is TriageDraft.Question or TriageDraft.Service ? Input(TriageBeginForm.Kind) : null,
            Unsure = Input(TriageBeginForm.Kind) == TriageBeginForm.Unsure,
            Reporter = Optional(Input(TriageBeginForm.Reporter), LongestName),
            Priority = Input(TriageBeginForm.Priority) is "P1" or "P2" or "P3" or "P4" or TriageDraft.Unknown ? Input(TriageBeginForm.Priority) : null,
            Details = Optional(Input(TriageBeginForm.Details), TriageDesk.LongestDetails),
        };

        string? Input(string id) => inputs.GetValueOrDefault(id);
    }

    /// <summary>Straight to one confirmation.</summary>
    internal static TriageDraft AtP4(TriageDraft draft) => draft with { Kind = TriageDraft.Service, Priority = "P4", Express = true };

    private static string? Optional(string? text, int longest) => PeoplesText.Clean(text, longest) is { Length: > 0 } clean ? clean : null;
}
