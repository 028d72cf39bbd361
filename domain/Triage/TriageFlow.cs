using System.Globalization;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Domain.Triage;

/// <summary>What a triage asks.</summary>
public enum TriageStep
{
    /// <summary>What is it: a user question, a service issue, not sure?</summary>
    Kind,

    /// <summary>The test for those who are not sure.</summary>
    KindTest,

    /// <summary>The question, and who asks where.</summary>
    QuestionText,

    /// <summary>Does one of these answer it?</summary>
    Matches,

    /// <summary>The answer, typed.</summary>
    TypedAnswer,

    /// <summary>The link to where it was answered.</summary>
    AnswerLink,

    /// <summary>What happened, in one line.</summary>
    Title,

    /// <summary>Is it one of these open issues? Asked only if there are any alike.</summary>
    LookAlikes,

    Priority,

    /// <summary>Does it fall under a severity level? Asked at P4, where the squad has such levels.</summary>
    Severity,

    Review,
}

/// <summary>Which question comes next, and which one came before. Pure: the draft says it all.</summary>
public static class TriageFlow
{
    /// <summary>The draft's first unanswered question.</summary>
    public static TriageStep Next(TriageDraft draft, bool hasSeverity) => draft switch
    {
        { Kind: null, Unsure: true } => TriageStep.KindTest,
        { Kind: null } => TriageStep.Kind,
        { Kind: TriageDraft.Question, What: null } => TriageStep.QuestionText,
        { Kind: TriageDraft.Question, Answering: TriageDraft.ByTyping } => TriageStep.TypedAnswer,
        { Kind: TriageDraft.Question, Answering: TriageDraft.ByLink } => TriageStep.AnswerLink,
        { Kind: TriageDraft.Question } => TriageStep.Matches,
        { What: null } => TriageStep.Title,
        { Express: true } => TriageStep.Review,
        { IsNew: false } => TriageStep.LookAlikes,
        { Priority: null } => TriageStep.Priority,
        { Priority: "P4", Severity: null } when hasSeverity => TriageStep.Severity,
        _ => TriageStep.Review,
    };

    /// <summary>Some answer to it ends the triage.</summary>
    public static bool MayEnd(TriageStep step) => step is TriageStep.Matches or TriageStep.TypedAnswer or TriageStep.AnswerLink or TriageStep.LookAlikes or TriageStep.Review;

    /// <summary>The question was answered and another one comes.</summary>
    public static TriageDraft Past(TriageDraft draft, TriageStep step) =>
        draft with { Trail = draft.Trail is null ? step.ToString() : $"{draft.Trail} {step}" };

    /// <summary>Takes the last answer back. The same draft where there is none.</summary>
    public static TriageDraft Back(TriageDraft draft) => draft switch
    {
        { Trail: { } trail } => Without(draft with { Trail = trail.Contains(' ') ? trail[..trail.LastIndexOf(' ')] : null }, trail[(trail.LastIndexOf(' ') + 1)..]),
        { Express: true, What: not null } => draft with { Express = false, Priority = null, Severity = null },
        _ => draft,
    };

    /// <summary>Which open issues look alike is looked up anew wherever the words may become others.</summary>
    private static TriageDraft Without(TriageDraft draft, string step) => step switch
    {
        nameof(TriageStep.Kind) => draft with { Kind = null, Unsure = false, IsNew = false },
        nameof(TriageStep.KindTest) => draft with { Kind = null, IsNew = false },
        nameof(TriageStep.QuestionText) or nameof(TriageStep.Title) => draft with { What = null, IsNew = false },
        nameof(TriageStep.Matches) => draft with { Kind = TriageDraft.Question, Answering = null, IsNew = false },
        nameof(TriageStep.LookAlikes) => draft with { IsNew = false },
        nameof(TriageStep.Priority) => draft with { Priority = null, Severity = null },
        nameof(TriageStep.Severity) => draft with { Severity = null },
        _ => draft,
    };

    /// <summary>The next question has a card of its own; earlier ones are stale from then on.</summary>
    public static TriageDraft Stepped(TriageDraft draft) =>
        draft with { Step = (int.Parse(draft.Step, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture) };

    /// <summary>The priority that the issue gets: P3 while Level 2 decides.</summary>
    public static Priority PriorityOf(TriageDraft draft) =>
        Enum.TryParse<Priority>(draft.Priority, out var priority) ? priority : Priority.P3;
}
