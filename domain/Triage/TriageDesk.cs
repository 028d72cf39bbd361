using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Text;

namespace Hausmeister.Domain.Triage;

/// <summary>Turns a finished draft into a case, its issue and whatever follows.</summary>
public sealed class TriageDesk(CaseDesk cases, Person person, string conversation)
{
    /// <summary>The longest title that GitHub takes.</summary>
    public const int LongestTitle = 256;

    /// <summary>The longest details: with the rest of the body well below GitHub's 65,536 characters.</summary>
    public const int LongestDetails = 20_000;

    private Moment Moment => cases.Moment;

    /// <summary>Creates the service issue. A second time, with the same draft, changes nothing.</summary>
    public async Task<Case> CreateAsync(TriageDraft draft, CancellationToken cancellationToken)
    {
        var existing = await cases.FindAsync(draft.CaseId, cancellationToken);
        if (existing is { Kind: CaseKind.ServiceIssue })
            return existing;
        var opened = (existing ?? NewCase(draft, CaseKind.ServiceIssue)) with
        {
            Title = PeoplesText.FirstLine(draft.What, LongestTitle),
            Details = Details(draft),
            Reporter = draft.Reporter,
            Priority = TriageFlow.PriorityOf(draft),
            Undecided = draft.Priority == TriageDraft.Unknown,
            Severity = draft.Severity == TriageDraft.Yes,
        };
        return cases.Save(ServiceIssues.Begin(opened, person, Moment), existing);
    }

    /// <summary>The case, where somebody else's triage of it has ended first: it was answered, became an issue, or was given up. Null: this one goes on.</summary>
    public async Task<Case?> EndedElsewhereAsync(TriageDraft draft, CancellationToken cancellationToken) =>
        await cases.FindAsync(draft.CaseId, cancellationToken) is { } found && (!found.IsOpen || found.Kind == CaseKind.ServiceIssue) ? found : null;

    /// <summary>Keeps the question as a case, so that it is not forgotten while nobody has answered it.</summary>
    public async Task<Case> KeepQuestionAsync(TriageDraft draft, CancellationToken cancellationToken)
    {
        var existing = await cases.FindAsync(draft.CaseId, cancellationToken);
        if (existing is not null && existing.Title == draft.What && existing.Reporter == draft.Reporter)
            return existing;
        var question = (existing ?? NewCase(draft, CaseKind.Question)) with
        {
            Kind = CaseKind.Question,
            Title = draft.What!,
            Reporter = draft.Reporter,
            TriagedBy = person.Id,
            Owner = existing?.Owner ?? person.Id,
        };
        return cases.Save(question.Happened(Moment.Now, person, "kept as a question"), existing);
    }

    /// <summary>It is an issue that is open already: the words become a comment there, and a question kept for them points to it.</summary>
    public async Task<Case> AddToAsync(string knownId, TriageDraft draft, CancellationToken cancellationToken)
    {
        var words = draft.Details is null ? draft.What! : $"{draft.What}\n\n{draft.Details}";
        var known = await cases.ApplyAsync(knownId, c => Add(c, words, draft.Thread), cancellationToken)
            ?? throw new ArgumentException($"There is no case {knownId}.", nameof(knownId));
        var answer = new Answer(AnswerKind.Elsewhere, known.Label, known.Issue?.Url, null, person, Moment.Now);
        await cases.ApplyAsync(draft.CaseId, c => Questions.AnswerWith(c, answer, Moment), cancellationToken);
        return known;
    }

    /// <summary>Whoever reads along where it came up hears of the known issue from now on.</summary>
    private Case Add(Case known, string words, string? thread)
    {
        var noted = ServiceIssues.AddNote(known, words, person, Moment);
        return thread is null ? noted : Threads.Join(noted, thread, Moment);
    }

    /// <summary>The person cancelled: a question that was kept for this triage alone goes with it.</summary>
    public async Task DropAsync(TriageDraft draft, CancellationToken cancellationToken)
    {
        if (!draft.Kept && await cases.FindAsync(draft.CaseId, cancellationToken) is { Kind: CaseKind.Question, IsOpen: true } question)
            cases.Save((question with { Closed = new Closing(Moment.Now, person, "cancelled") }).Happened(Moment.Now, person, "cancelled"), question);
    }

    private Case NewCase(TriageDraft draft, CaseKind kind) => new()
    {
        Id = draft.CaseId,
        Squad = Moment.Squad.Id,
        Kind = kind,
        Title = draft.What!,
        OpenedAt = Moment.Now,
        OpenedBy = person,
        Conversation = conversation,
        Origin = draft.ToOrigin(),
    };

    /// <summary>What does not fit into the title is not lost.</summary>
    private static string? Details(TriageDraft draft)
    {
        var whole = draft.What!.Trim();
        var cut = PeoplesText.FirstLine(whole, LongestTitle) != whole;
        return (cut, draft.Details) switch
        {
            (false, var details) => details,
            (true, null) => PeoplesText.Clean(whole, LongestDetails),
            (true, var details) => PeoplesText.Clean($"{whole}\n\n{details}", LongestDetails),
        };
    }
}
