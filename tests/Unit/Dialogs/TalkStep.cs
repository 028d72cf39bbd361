namespace Hausmeister.Tests.Dialogs;

/// <summary>A person in their own conversation, or in a room.</summary>
internal sealed record Seat(string Person, string? Room)
{
    public override string ToString() => Room is null ? Person : $"{Person} in {Room}";
}

/// <summary>One step of a generated talk. What it comes to depends on what is on offer when it is taken: the numbers choose among that.</summary>
internal abstract record TalkStep
{
    private TalkStep()
    {
    }

    /// <summary>An answer that fits the open question; where there is none, words that begin a talk.</summary>
    public sealed record Answer(Seat At, int Choice, string Words) : TalkStep;

    /// <summary>Words that answer no question.</summary>
    public sealed record Misfit(Seat At, string Words) : TalkStep;

    /// <param name="ByName">In a room the bot is called by its name.</param>
    public sealed record Say(Seat At, string Words, bool ByName) : TalkStep;

    /// <param name="Words">For the fields.</param>
    public sealed record Tap(Seat At, CardsOf From, int Card, int Button, string Words) : TalkStep;

    /// <summary>The last tap once more.</summary>
    public sealed record TapAgain : TalkStep;

    /// <summary>The last activity once more, with its id.</summary>
    public sealed record Resend : TalkStep;

    public sealed record Join(string Person) : TalkStep;

    /// <summary>Time passes, and what becomes due meanwhile is done.</summary>
    public sealed record Pass(int Minutes) : TalkStep;

    public sealed record TrackerIs(TrackerState State) : TalkStep;
}

internal enum CardsOf
{
    /// <summary>The newest card there.</summary>
    Newest,

    /// <summary>Any card there as it was at any time.</summary>
    Before,

    /// <summary>Any card that was shown anywhere, copied.</summary>
    Anybody,
}

internal enum TrackerState
{
    Here,
    Away,

    /// <summary>It does what it is asked, and its answer is lost.</summary>
    Mute,
}

/// <summary>How somebody's open dialog ends after the generated steps.</summary>
/// <param name="ByAnswers">By answers that fit; else by <c>cancel</c>.</param>
internal sealed record TalkEnd(bool ByAnswers, int Choice, string Words);

/// <param name="Seats">Who takes part.</param>
/// <param name="Tracked">The titles of issues that somebody made in the tracker before.</param>
internal sealed record TalkPlan(NodaTime.Instant Start, bool ByInvoke, IReadOnlyList<string> Tracked, IReadOnlyList<Seat> Seats, IReadOnlyList<TalkStep> Steps, TalkEnd End);
