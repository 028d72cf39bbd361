namespace Hausmeister.Domain.Duties;

/// <summary>A message that shows a document and is kept up to date.</summary>
/// <param name="Conversation">The key of the conversation it stands in.</param>
/// <param name="Activity">Its id there.</param>
/// <param name="Viewer">The member or guest who reads it; null in a room.</param>
/// <param name="Text">The words that came with it, which it keeps when it is brought up to date.</param>
public sealed record Post(PostKind Kind, string Conversation, string Activity, string? Viewer, string? Text = null)
{
    /// <summary>In a conversation the newest of each kind is kept up to date. A day may have several troubles, each with a message of its own.</summary>
    public bool Replaces(Post other) =>
        (Kind, Conversation) == (other.Kind, other.Conversation)
        && (Kind is not (PostKind.Trouble or PostKind.TroubleGuild or PostKind.TroubleLevel2) || Text == other.Text);
}

/// <summary>What a message says. Each has one card or one line.</summary>
public enum PostKind
{
    /// <summary>The issue's own card.</summary>
    Issue,

    /// <summary>A question's own card.</summary>
    Question,

    /// <summary>To the new owner.</summary>
    Given,

    /// <summary>To Level 2: a P4 has begun.</summary>
    P4Level2,

    /// <summary>To the guild: a P4 has begun.</summary>
    P4Guild,

    /// <summary>To Level 2: which priority?</summary>
    PriorityAsk,

    /// <summary>To the owner: Level 2 has not answered.</summary>
    PrioritySilent,

    /// <summary>To the owner: Level 2 has decided.</summary>
    PriorityDecided,

    /// <summary>An hour without news.</summary>
    Progress,

    /// <summary>It waited for work hours, and stands in one message with others.</summary>
    Morning,

    /// <summary>To Level 2: a P4's progress question stays unanswered.</summary>
    ProgressSilent,

    /// <summary>To Level 2: somebody asks for help.</summary>
    Level2Ask,

    /// <summary>To whoever asked: the answer.</summary>
    Level2Answer,

    /// <summary>To a lead: Level 2 is silent.</summary>
    Level2Lead,

    /// <summary>To whoever asked: it went to a lead.</summary>
    Level2Silent,

    /// <summary>Drop your work and help.</summary>
    PullIn,

    /// <summary>To whoever pulls in: somebody comes, or cannot.</summary>
    HelpAnswer,

    /// <summary>To the one on duty: a guest asks.</summary>
    GuestReport,

    /// <summary>To the guest: taken, an issue, answered, fixed.</summary>
    GuestNews,

    /// <summary>Into the thread that a question came from: what answers it.</summary>
    ThreadAnswer,

    /// <summary>Into a case's threads: it is on our side, and who is on it.</summary>
    ThreadIssue,

    /// <summary>Into a case's threads: it is fixed.</summary>
    ThreadFixed,

    /// <summary>Into a case's threads: it is open again.</summary>
    ThreadReopened,

    /// <summary>The third time the same question.</summary>
    DocsOffer,

    /// <summary>To whoever wrote in chat: a duty in the tracker cannot be done.</summary>
    TrackerRefused,

    /// <summary>To the crash channel: this falls under a severity level.</summary>
    Crash,

    /// <summary>To the crash channel: it is fixed.</summary>
    CrashFixed,

    /// <summary>To whose shifts moved with the squad's file.</summary>
    RotaMoved,

    /// <summary>To a lead: the rota has a gap.</summary>
    RotaGap,

    /// <summary>To those who may accept: who takes this shift?</summary>
    OfferAsk,

    /// <summary>To whose shift it was and whoever offered it: somebody has it. To whoever was appointed: it is yours.</summary>
    OfferTaken,

    /// <summary>To whoever offered it, and a lead: nobody takes it.</summary>
    OfferNobody,

    /// <summary>To Level 2 and a lead: nobody has accepted, appoint somebody.</summary>
    OfferAppoint,

    /// <summary>To whoever takes over next: ready?</summary>
    Readiness,

    /// <summary>To Level 2: whoever takes over next is not ready, silent or out of reach.</summary>
    ReadinessLevel2,

    /// <summary>To whoever hands over: a P4 is open, who has it?</summary>
    HandOffP4,

    /// <summary>To whoever hands over: notes?</summary>
    HandOffDraft,

    /// <summary>To both: whoever stayed on a P4 stays no longer.</summary>
    HandOffStayed,

    /// <summary>To whoever has the duty now and to whoever had it: the hand-off's card.</summary>
    HandOff,

    /// <summary>To the guild: duty has passed.</summary>
    HandOffGuild,

    /// <summary>To the guild: the new holder cannot be written to.</summary>
    HandOffUnreached,

    /// <summary>To the new holder: not confirmed yet.</summary>
    HandOffReminder,

    /// <summary>To Level 2: not confirmed.</summary>
    HandOffLevel2,

    /// <summary>To a lead: nobody has confirmed.</summary>
    HandOffLead,

    /// <summary>To whoever had it until then: it is confirmed.</summary>
    HandOffFree,

    /// <summary>Level 2 holds it until the new holder answers.</summary>
    HandOffHeld,

    /// <summary>To whoever had not confirmed: somebody else was appointed.</summary>
    HandOffAppointed,

    /// <summary>To whoever had it: a question about an item.</summary>
    HandOffQuestion,

    /// <summary>To whoever asked.</summary>
    HandOffAnswer,

    /// <summary>To whoever asked for it: the nightly run.</summary>
    DagShown,

    /// <summary>To the announcements: the nightly run.</summary>
    DagPost,

    /// <summary>To the one on duty: this goes out soon, and something is abnormal.</summary>
    DagPreview,

    /// <summary>To whoever wants to know when a stage is loaded: which one?</summary>
    DagTell,

    /// <summary>To whoever wanted to know: the stage is loaded.</summary>
    DagLoaded,

    /// <summary>To the one on duty: the nightly run cannot be read.</summary>
    DagUnseen,

    /// <summary>To the one on duty: something is wrong with a stage or the run.</summary>
    Trouble,

    /// <summary>To the guild: something is wrong with a stage or the run.</summary>
    TroubleGuild,

    /// <summary>To Level 2: nobody is on it.</summary>
    TroubleLevel2,

    /// <summary>To a lead: a channel does not work, or works again. To whoever was to be told something there: what it was.</summary>
    ChannelNews,
}
