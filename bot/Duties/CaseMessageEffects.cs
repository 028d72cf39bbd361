using AdaptiveCards;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Bot.Duties;

/// <summary>A case's messages.</summary>
internal sealed class CaseMessageEffects(IMessenger messenger, ILogger<CaseMessageEffects> logger) : MessageEffects<Case>(messenger, logger)
{
    protected override AdaptiveCard Card(Case document, PostKind kind, Moment moment, Person? viewer, string? text) =>
        CaseMessages.Build(kind, document, moment, viewer, text);

    protected override bool IsUrgent(Case document, PostKind kind) => kind switch
    {
        PostKind.Given or PostKind.GuestReport or PostKind.HelpAnswer or PostKind.TrackerRefused or PostKind.PriorityDecided or PostKind.PriorityAsk or PostKind.Progress =>
            document.Priority == Priority.P4 && document.Kind == CaseKind.ServiceIssue,
        _ => true,
    };

    /// <summary>One-line news stay as they were said; a progress message may ask about several cases and changes by its taps.</summary>
    protected override bool IsKeptUpToDate(Case document, PostKind kind) => kind is
        PostKind.Issue or PostKind.Question or PostKind.Given or PostKind.P4Level2 or PostKind.P4Guild or PostKind.PriorityAsk
        or PostKind.Crash or PostKind.Level2Ask or PostKind.Level2Lead or PostKind.PullIn or PostKind.GuestReport or PostKind.ThreadIssue or PostKind.DocsOffer;

    protected override bool MayChange(Case document, PostKind kind) => IsKeptUpToDate(document, kind) && kind switch
    {
        // The offer names three questions, this case is one of them: it stays until the issue is asked for.
        PostKind.DocsOffer => document.DocsIssue is not null || document.Duties.Any(d => d.Kind == DutyKind.CreateDocsIssue),
        // What is open again is told to the whole company when somebody says so.
        PostKind.Crash => !document.IsOpen || CrashRules.IsTold(document),
        _ => true,
    };

    protected override Person? Outsider(Case document) => document.OpenedBy;
}
