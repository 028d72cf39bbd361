using AdaptiveCards;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards.Parts;

/// <summary>A guest's two questions.</summary>
internal static class GuestFields
{
    private const int LongestAnswer = 2_000;

    public static IEnumerable<AdaptiveInput> Of(TriageDraft draft)
    {
        var did = Field.Required(GuestBeginForm.Did, "What did you do?", "One line is enough.", draft.What, LongestAnswer).Multiline().First();
        did.Placeholder = "Which table, which link, since when";
        yield return did;
        yield return Field.Optional(GuestBeginForm.Expected, "What did you expect?", placeholder: "And what came instead", maxLength: LongestAnswer).Multiline();
    }
}
