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
        Verbs.Question.Type => TriageFlow.Past(Question(question) with { Answering = TriageDraft.ByTyping }, TriageStep.Matches),
        Verbs.Question.Elsewhere => TriageFlow.Past(Question(question) with { Answering = TriageDraft.ByLink }, TriageStep.Matches),
        Verbs.Question.Service => TriageFlow.Past(Question(question) with { Kind = TriageDraft.Service }, TriageStep.Matches),
        _ => Question(question),
    };

    /// <summary>A guest's words, before it is known what they are about.</summary>
    public static TriageDraft Of(Case guest) => new TriageDraft
    {
        CaseId = guest.Id,
        What = guest.Title,
        Details = guest.Guest is { Expected: { Length: > 0 } expected } ? $"{guest.Guest.Did}\n\nExpected: {expected}" : guest.Guest?.Did,
        Reporter = guest.OpenedBy.Name,
        Kept = true,
    }.From(guest.Origin);

    private static TriageDraft Question(Case question) => new TriageDraft
    {
        CaseId = question.Id,
        Kind = TriageDraft.Question,
        What = question.Title,
        Reporter = question.Reporter,
        Kept = true,
    }.From(question.Origin);
}
