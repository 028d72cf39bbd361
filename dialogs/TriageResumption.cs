using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Dialogs;

/// <summary>A triage that goes on from a case: from a kept question's card, or from what a guest told.</summary>
public static class TriageResumption
{
    /// <summary>The draft as it stands after the tap.</summary>
    public static TriageDraft Draft(Case question, string verb) => verb switch
    {
        Verbs.Question.Type => Question(question) with { Answering = TriageDraft.ByTyping },
        Verbs.Question.Elsewhere => Question(question) with { Answering = TriageDraft.ByLink },
        Verbs.Question.Service => Question(question) with { Kind = TriageDraft.Service },
        _ => Question(question),
    };

    /// <summary>A guest's words, before it is known what they are about.</summary>
    public static TriageDraft Of(Case guest) => new()
    {
        CaseId = guest.Id,
        What = guest.Title,
        Details = guest.Guest is { Expected: { Length: > 0 } expected } ? $"{guest.Guest.Did}\n\nExpected: {expected}" : guest.Guest?.Did,
        Reporter = guest.OpenedBy.Name,
    };

    private static TriageDraft Question(Case question) => new()
    {
        CaseId = question.Id,
        Kind = TriageDraft.Question,
        What = question.Title,
        Reporter = question.Reporter,
    };
}
