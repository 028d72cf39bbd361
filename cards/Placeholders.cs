// Placeholders so that the dialogs compile: this file goes away as a whole when the cards come.
using AdaptiveCards;using Hausmeister.Domain.Cases;using Hausmeister.Domain.Squads;using Hausmeister.Domain.Support;using Hausmeister.Domain.Ports;using Hausmeister.Domain.Triage;
namespace Hausmeister.Cards;
#pragma warning disable
public static class NoticeCard { public static AdaptiveCard Build(string s) { var c = new AdaptiveCard("1.5"); c.Body.Add(new AdaptiveTextBlock(s)); c.FallbackText=s; return c; } }
public static class WelcomeCard { public static AdaptiveCard Build(Moment a, Person b) => NoticeCard.Build("WelcomeCard"); }
public static class HelpCard { public static AdaptiveCard Build(Moment a, Person b) => NoticeCard.Build("HelpCard"); }
public static class KindCard { public static AdaptiveCard Build(TriageDraft a) => NoticeCard.Build("KindCard"); }
public static class KindTestCard { public static AdaptiveCard Build(TriageDraft a) => NoticeCard.Build("KindTestCard"); }
public static class QuestionTextCard { public static AdaptiveCard Build(TriageDraft a) => NoticeCard.Build("QuestionTextCard"); }
public static class MatchesCard { public static AdaptiveCard Build(TriageDraft a, IReadOnlyList<AnswerMatch> b, Moment c) => NoticeCard.Build("MatchesCard"); }
public static class TypedAnswerCard { public static AdaptiveCard Build(TriageDraft a) => NoticeCard.Build("TypedAnswerCard"); }
public static class AnswerLinkCard { public static AdaptiveCard Build(TriageDraft a) => NoticeCard.Build("AnswerLinkCard"); }
public static class TitleCard { public static AdaptiveCard Build(TriageDraft a) => NoticeCard.Build("TitleCard"); }
public static class LookAlikesCard { public static AdaptiveCard Build(TriageDraft a, IReadOnlyList<TrackedIssue> b, Moment c) => NoticeCard.Build("LookAlikesCard"); }
public static class PriorityCard { public static AdaptiveCard Build(TriageDraft a, string b) => NoticeCard.Build("PriorityCard"); }
public static class SeverityCard { public static AdaptiveCard Build(TriageDraft a, Squad s) => NoticeCard.Build("SeverityCard"); }
public static class ReviewCard { public static AdaptiveCard Build(TriageDraft a, Moment b, string? p = null) => NoticeCard.Build("ReviewCard"); }
public static class DoneCard { public static AdaptiveCard Build(string a, string b, string c, string d) => NoticeCard.Build("DoneCard"); }
public static class GuestQuestionsCard { public static AdaptiveCard Build(Moment a, TriageDraft b) => NoticeCard.Build("GuestQuestionsCard"); }
public static class GuestReportCard { public static AdaptiveCard Build(Case a, Moment b, string? v) => NoticeCard.Build("GuestReportCard"); }
public static class GuestSentCard { public static AdaptiveCard Build(Case a, Moment b) => NoticeCard.Build("GuestSentCard"); }
public static class GuestNewsCard { public static AdaptiveCard Build(Case a, Moment b) => NoticeCard.Build("GuestNewsCard"); }
public static class IssueCard { public static AdaptiveCard Build(Case a, Moment b, Person v, string? notice = null) => NoticeCard.Build("IssueCard"); }
public static class NoteForm { public static AdaptiveCard Build(Case a) => NoticeCard.Build("NoteForm"); }
public static class GiveForm { public static AdaptiveCard Build(Case a, Moment b) => NoticeCard.Build("GiveForm"); }
public static class PriorityForm { public static AdaptiveCard Build(Case a, Moment b) => NoticeCard.Build("PriorityForm"); }
public static class Level2Form { public static AdaptiveCard Build(Case a, Moment b, Person c) => NoticeCard.Build("Level2Form"); }
public static class FixedForm { public static AdaptiveCard Build(Case a) => NoticeCard.Build("FixedForm"); }
public static class PullInForm { public static AdaptiveCard Build(Case a, Moment b, Person c) => NoticeCard.Build("PullInForm"); }
public static class WaitingForm { public static AdaptiveCard Build(Case a, Moment b) => NoticeCard.Build("WaitingForm"); }
public static class ProgressCard { public static AdaptiveCard Build(IReadOnlyList<Case> a, Moment b) => NoticeCard.Build("ProgressCard"); }
public static class Level2AskCard { public static AdaptiveCard Build(Case a, Moment b, Person c) => NoticeCard.Build("Level2AskCard"); }
public static class PriorityAskCard { public static AdaptiveCard Build(Case a, Moment b) => NoticeCard.Build("PriorityAskCard"); }
public static class P4Card { public static AdaptiveCard Build(Case a, Moment b) => NoticeCard.Build("P4Card"); }
public static class PullInCard { public static AdaptiveCard Build(Case a, Moment b, string v) => NoticeCard.Build("PullInCard"); }
public static class GivenCard { public static AdaptiveCard Build(Case a, Moment b, string v) => NoticeCard.Build("GivenCard"); }
public static class QuestionCard { public static AdaptiveCard Build(Case a, Moment b) => NoticeCard.Build("QuestionCard"); }
public static class DocsOfferCard { public static AdaptiveCard Build(IReadOnlyList<Case> a, Moment b) => NoticeCard.Build("DocsOfferCard"); }
public static class IssuesCard { public static AdaptiveCard Build(OpenIssues a, IReadOnlyList<Case> b, Moment m, Func<string?, Uri> p, string t, bool backlog=false) => NoticeCard.Build("IssuesCard"); }
public static class CasesCard { public static AdaptiveCard Build(IReadOnlyList<Case> a, Moment b) => NoticeCard.Build("CasesCard"); }
public static class NextCard { public static AdaptiveCard Build(Case? a, Moment b, NextSummary c) => NoticeCard.Build("NextCard"); }
public static class WhoCard { public static AdaptiveCard Build(Moment a, Person b) => NoticeCard.Build("WhoCard"); }
public static class MorningCard { public static AdaptiveCard Build(IReadOnlyList<MorningItem> a, Moment b) => NoticeCard.Build("MorningCard"); }
public abstract record MorningItem { public sealed record Progress(Case C):MorningItem; public sealed record Guest(Case C):MorningItem; }
public sealed record NextSummary(int a,int b,int c,int d,int e);
public static class CaseMessages { public static AdaptiveCard Build(PostKind k, Case c, Moment m, Person? v, string? t) => NoticeCard.Build(k.ToString()); }
