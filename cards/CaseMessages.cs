using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Cards;

/// <summary>Each message about a case, as it is sent and as it is brought up to date.</summary>
public static class CaseMessages
{
    /// <param name="viewer">Who reads it; null in a room.</param>
    /// <param name="text">What came with the message when it was sent: a name, a member's id or a sentence, as its kind needs it.</param>
    public static AdaptiveCard Build(PostKind kind, Case @case, Moment moment, Person? viewer, string? text)
    {
        var reader = viewer ?? Room;
        return kind switch
        {
            PostKind.Issue => IssueCard.Build(@case, moment, reader),
            PostKind.Question => @case.Kind == CaseKind.ServiceIssue ? IssueCard.Build(@case, moment, reader) : QuestionCard.Build(@case, moment),
            PostKind.Given => Given(@case, moment, reader, text),
            PostKind.P4Level2 => P4Card.Build(@case, moment),
            PostKind.P4Guild => NoticeCard.Of(CaseNews.P4(@case, moment)),
            PostKind.PriorityAsk => PriorityAskCard.Build(@case, moment),
            PostKind.PrioritySilent => NoticeCard.Of(CaseNews.PrioritySilent(@case, moment), Target.Of(@case).Button("P4", Verbs.Issue.P4)),
            PostKind.PriorityDecided => NoticeCard.Of(CaseNews.PriorityDecided(@case), Show(@case)),
            PostKind.Progress or PostKind.Morning => ProgressCard.Build([@case], moment),
            PostKind.ProgressSilent => NoticeCard.Of(CaseNews.ProgressSilent(@case, moment), Show(@case)),
            PostKind.Level2Ask or PostKind.Level2Lead => Level2AskCard.Build(@case, moment, reader),
            PostKind.Level2Answer => NoticeCard.Of(CaseNews.Level2Answer(@case, moment)),
            PostKind.Level2Silent => NoticeCard.Of(CaseNews.Level2Silent(@case, moment)),
            PostKind.PullIn => PullInCard.Build(@case, moment, reader.Id),
            PostKind.HelpAnswer => NoticeCard.Of(CaseNews.HelpAnswer(@case, moment, text)),
            PostKind.GuestReport => GuestReportCard.Build(@case, moment, viewer?.Id),
            PostKind.GuestNews => GuestNewsCard.Build(@case, moment),
            PostKind.ThreadAnswer or PostKind.ThreadIssue or PostKind.ThreadFixed or PostKind.ThreadReopened => ThreadNewsCard.Build(kind, @case, moment),
            PostKind.DocsOffer => DocsOfferCard.Build([@case], moment),
            PostKind.Crash => CrashCard.Build(@case, moment),
            PostKind.CrashFixed => NoticeCard.Of(CaseNews.CrashFixed(@case)),
            PostKind.TrackerRefused => NoticeCard.Of($"{CaseWords.NumberAndTitle(@case)}: {text}"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such message."),
        };
    }

    /// <summary>Many read in a room; the buttons there check who taps.</summary>
    private static Person Room { get; } = new("", "", IsGuest: false);

    /// <summary>The message stays with whom it was given to, also when it was given on.</summary>
    private static AdaptiveCard Given(Case @case, Moment moment, Person reader, string? by) => by is not null && @case.Owner == reader.Id
        ? GivenCard.Build(@case, moment, by)
        : IssueCard.Build(@case, moment, reader);

    private static AdaptiveExecuteAction Show(Case @case) => Target.Of(@case).Button("Show", Verbs.Issue.Show);
}
