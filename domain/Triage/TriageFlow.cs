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

    /// <summary>Takes the last answer back. The same draft where there is none.</summary>
    public static TriageDraft Back(TriageDraft draft, bool hasSeverity, bool hasLookAlikes) => Next(draft, hasSeverity) switch
    {
        TriageStep.Kind => draft,
        TriageStep.KindTest => draft with { Unsure = false },
        TriageStep.TypedAnswer or TriageStep.AnswerLink => draft with { Answering = null },
        TriageStep.QuestionText or TriageStep.Title or TriageStep.Matches or TriageStep.LookAlikes => draft with { Kind = null },
        TriageStep.Priority => hasLookAlikes ? draft with { IsNew = false } : draft with { Kind = null, IsNew = false },
        TriageStep.Severity => draft with { Priority = null },
        _ when draft.Express => draft with { Express = false, Priority = null },
        _ when draft is { Priority: "P4", Severity: not null } && hasSeverity => draft with { Severity = null },
        _ => draft with { Priority = null, Severity = null },
    };

    /// <summary>The next question has a card of its own; earlier ones are stale from then on.</summary>
    public static TriageDraft Stepped(TriageDraft draft) =>
        draft with { Step = (int.Parse(draft.Step, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture) };

    /// <summary>The priority that the issue gets: P3 while Level 2 decides.</summary>
    public static Priority PriorityOf(TriageDraft draft) =>
        Enum.TryParse<Priority>(draft.Priority, out var priority) ? priority : Priority.P3;
}
