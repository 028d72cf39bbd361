namespace Hausmeister.Domain.Triage;

/// <summary>
/// What a triage knows so far; the one record that its dialog keeps. Everything is a string or a boolean, so that it
/// survives any way of storing it. The next question is a function of this alone.
/// </summary>
public sealed record TriageDraft
{
    /// <summary>The id that the case has or will have.</summary>
    public required string CaseId { get; init; }

    /// <summary>What happened, or what is asked, in the person's words; later the title.</summary>
    public string? What { get; init; }

    /// <summary><see cref="Question"/> or <see cref="Service"/>; null while it is not known.</summary>
    public string? Kind { get; init; }

    /// <summary>The person was not sure what it is and sees the test.</summary>
    public bool Unsure { get; init; }

    /// <summary>Who asks or noticed it, and where.</summary>
    public string? Reporter { get; init; }

    /// <summary>Of <see cref="Cases.Origin"/>.</summary>
    public string? Thread { get; init; }

    /// <summary>Of <see cref="Cases.Origin"/>.</summary>
    public string? Link { get; init; }

    /// <summary>How the question is being answered: <see cref="ByTyping"/>, <see cref="ByLink"/>; null while that is not known.</summary>
    public string? Answering { get; init; }

    /// <summary>What the last card offered by place, one a line: matches' sources or issues' numbers.</summary>
    public string? Offered { get; init; }

    /// <summary>None of the open issues is this one, or there are none alike.</summary>
    public bool IsNew { get; init; }

    /// <summary><c>P1</c> to <c>P4</c>, or <see cref="Unknown"/> where Level 2 shall decide.</summary>
    public string? Priority { get; init; }

    /// <summary><c>p4 …</c>: straight to one confirmation.</summary>
    public bool Express { get; init; }

    /// <summary><see cref="Yes"/> or <see cref="No"/>, asked at P4.</summary>
    public string? Severity { get; init; }

    public string? Details { get; init; }

    /// <summary>The questions answered so far, by their names, the last one last: going back takes one answer after the other back.</summary>
    public string? Trail { get; init; }

    /// <summary>The question was there before this triage, so cancelling leaves it open.</summary>
    public bool Kept { get; init; }

    /// <summary>Counts the questions shown, so that a tap on an earlier card is noticed.</summary>
    public string Step { get; init; } = "1";

    /// <summary>The message in a channel of people that it came with; null: none.</summary>
    public Cases.Origin? ToOrigin() => Thread is null || Link is null ? null : new(Thread, new Uri(Link));

    public TriageDraft From(Cases.Origin? origin) => this with { Thread = origin?.Thread, Link = origin?.Link.AbsoluteUri };

    public const string Question = "question";
    public const string Service = "service";
    public const string ByTyping = "typing";
    public const string ByLink = "link";
    public const string Unknown = "unknown";
    public const string Yes = "yes";
    public const string No = "no";
}
