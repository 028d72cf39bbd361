using Hausmeister.Domain.Triage;

namespace Hausmeister.Dialogs;

/// <summary>What to say when an answer does not fit, before the question comes again.</summary>
internal static class TriageHints
{
    public static string For(TriageStep step) => step switch
    {
        TriageStep.Kind or TriageStep.KindTest => "I did not get which one it is. Tap one, or type its number.",
        TriageStep.QuestionText => "I need the question, in a line or more.",
        TriageStep.Title => "An issue needs a title: what is wrong, in one line.",
        TriageStep.Matches => "I did not get that. Tap one, type its number, or type: type, elsewhere, level 2, our service, asked by …",
        TriageStep.TypedAnswer => "Type the answer in words; it is kept for the next time.",
        TriageStep.AnswerLink => "That is no link. It begins with http:// or https://.",
        TriageStep.LookAlikes => "I did not get which one it is. Tap one, type its number, or none.",
        TriageStep.Priority => "I need a priority: 4, 3, 2, 1 or don't know.",
        TriageStep.Severity => "Yes or no?",
        _ => ReviewWords.Hint,
    };
}
