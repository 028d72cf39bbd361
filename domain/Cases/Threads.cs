using Hausmeister.Domain.Duties;

namespace Hausmeister.Domain.Cases;

/// <summary>
/// The threads in channels of people where a case came up. Each reads that it is on our side, which stays up to date, and its end; what
/// people write there is a note on the case.
/// </summary>
public static class Threads
{
    /// <summary>So many besides the case's own hear of it; when there is another, the oldest hears no more.</summary>
    public const int Most = 20;

    /// <summary>The longest reply that is kept; a longer one is cut.</summary>
    public const int LongestReply = 4_000;

    /// <summary>With so many notes a case takes no more replies: each is written to the tracker too.</summary>
    public const int MostNotes = 500;

    /// <summary>It came up in this thread too, which reads who is on it.</summary>
    public static Case Join(Case @case, string thread, Moment moment)
    {
        if (@case.Threads.Contains(thread))
            return @case;
        var joined = @case with { OtherThreads = [.. @case.OtherThreads.Append(thread).TakeLast(Most)] };
        return joined.Issue is null ? joined : joined.Tell(Recipient.In(thread), PostKind.ThreadIssue, moment.Now);
    }

    /// <summary>What answered the question stands in its thread. Where somebody answered there by themselves nothing more is said.</summary>
    public static Case TellAnswer(Case answered, Answer answer, Moment moment) => answered.Origin is { } origin && answer.Kind != AnswerKind.Elsewhere
        ? answered.Tell(Recipient.In(origin.Thread), PostKind.ThreadAnswer, moment.Now)
        : answered;

    /// <summary>It has a number, so it can be said who is on it.</summary>
    public static Case TellIssue(Case created, Moment moment) =>
        created.Threads.Aggregate(created, (c, thread) => c.Tell(Recipient.In(thread), PostKind.ThreadIssue, moment.Now));

    public static Case TellFixed(Case closed, Moment moment) => TellTurn(closed, PostKind.ThreadFixed, PostKind.ThreadReopened, moment);

    public static Case TellReopened(Case open, Moment moment) => TellTurn(open, PostKind.ThreadReopened, PostKind.ThreadFixed, moment);

    /// <summary>Somebody replied in a thread of the case.</summary>
    public static Case Reply(Case @case, string words, Person by, Moment moment) => @case switch
    {
        { Notes.Count: < MostNotes } => ServiceIssues.AddNote(@case, words, by, moment),
        { Notes.Count: MostNotes } => ServiceIssues.AddNote(@case, "The thread goes on. What is written there from here on stays there.", Person.Bot, moment),
        _ => @case,
    };

    /// <summary>Where the thread has not heard of the issue yet, it hears how it stands; and what was not said in time and has turned back is not said.</summary>
    private static Case TellTurn(Case @case, PostKind kind, PostKind opposite, Moment moment) => @case.Issue is null ? @case : @case.Threads.Aggregate(@case, (c, thread) =>
        Unsaid(c, thread, PostKind.ThreadIssue) is not null ? c
        : Unsaid(c, thread, opposite) is { } unsaid ? c.Settle(unsaid.Id)
        : c.Tell(Recipient.In(thread), kind, moment.Now));

    private static Duty? Unsaid(Case @case, string thread, PostKind kind) =>
        @case.Duties.FirstOrDefault(d => d is { Kind: DutyKind.Tell, ClaimedUntil: null } && d.Message == kind && d.To?.Conversation == thread);
}
