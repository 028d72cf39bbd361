using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Support;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Triage;
using NodaTime;

namespace Hausmeister.Bot.Duties;

/// <summary>A case's writes to the tracker. One whose outcome is unknown is looked for before it is tried again.</summary>
internal sealed class TrackerEffects(IIssueTracker tracker, IDocumentStore store, Links links)
{
    /// <summary>The tracker's clock may differ from ours, also by a day where somebody has set one of them wrong. Such a look is rare, so it may be long.</summary>
    private static readonly Duration Skew = Duration.FromHours(25);

    public Task<Func<Case, Case>> RunAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken) => duty.Kind switch
    {
        DutyKind.CreateIssue => CreateAsync(@case, duty, moment, cancellationToken),
        DutyKind.CreateDocsIssue => CreateDocsAsync(@case, duty, moment, cancellationToken),
        DutyKind.Comment => CommentAsync(@case, duty, moment, cancellationToken),
        DutyKind.SetLabels => SetLabelsAsync(@case, duty, moment, cancellationToken),
        DutyKind.Assign => AssignAsync(@case, duty, moment, cancellationToken),
        DutyKind.SetOpen => SetOpenAsync(@case, duty, moment, cancellationToken),
        _ => throw new ArgumentException($"{duty.Kind} is no effect on the tracker.", nameof(duty)),
    };

    private async Task<Func<Case, Case>> CreateAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var settings = moment.Squad.Issues;
        var issue = await FindAsync(IssueBody.Marker(@case), @case, duty, moment, cancellationToken)
            ?? await tracker.CreateAsync(settings, IssueBody.Of(@case, moment.Squad, links.ToCase(@case)), cancellationToken);
        return c => c.Issue is null ? ServiceIssues.Created(c, issue, moment) : c.Settle(duty.Id);
    }

    private async Task<Func<Case, Case>> CreateDocsAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var issue = await FindAsync(IssueBody.Marker(@case, duty.Id), @case, duty, moment, cancellationToken)
            ?? await tracker.CreateAsync(moment.Squad.Issues, await DocsAsync(@case, duty, moment, cancellationToken), cancellationToken);
        return c => (c with { DocsIssue = new IssueRef(issue.Number, issue.Url) }).Settle(duty.Id).Refresh(moment.Now);
    }

    private async Task<NewIssue> DocsAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken) =>
        DocsIssue.Of(@case, await SameQuestion.OfAsync(new CaseDesk(new Work(store), moment), @case, cancellationToken), moment.Squad, duty.Id);

    private async Task<Func<Case, Case>> CommentAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var note = @case.Notes[int.Parse(duty.Id.AsSpan(duty.Id.IndexOf('/') + 1), System.Globalization.CultureInfo.InvariantCulture)];
        var marker = IssueBody.Marker(@case, duty.Id);
        if (!IsUncertain(duty) || !await tracker.HasCommentAsync(moment.Squad.Issues, Number(@case), marker, note.At - Skew, cancellationToken))
            await tracker.CommentAsync(moment.Squad.Issues, Number(@case), IssueBody.Comment(@case, note, duty.Id), cancellationToken);
        return c => c.Settle(duty.Id);
    }

    /// <summary>Labels that people added in the tracker stay.</summary>
    private async Task<Func<Case, Case>> SetLabelsAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        var settings = moment.Squad.Issues;
        var now = await tracker.GetAsync(settings, Number(@case), cancellationToken);
        var others = (now?.Labels ?? []).Where(label => label != settings.Undecided && !settings.Priorities.Values.Contains(label));
        var labels = others.Union(ServiceIssues.LabelsOf(@case, moment.Squad)).ToList();
        await tracker.SetLabelsAsync(settings, Number(@case), labels, cancellationToken);
        return c => c.Priority == @case.Priority && c.Undecided == @case.Undecided ? c.Settle(duty.Id) : c.Owe(duty with { ClaimedUntil = null, Due = moment.Now });
    }

    private async Task<Func<Case, Case>> AssignAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        await tracker.AssignAsync(moment.Squad.Issues, Number(@case), ServiceIssues.LoginOf(@case, moment.Squad), cancellationToken);
        return c => c.Owner == @case.Owner ? c.Settle(duty.Id) : c.Owe(duty with { ClaimedUntil = null, Due = moment.Now });
    }

    private async Task<Func<Case, Case>> SetOpenAsync(Case @case, Duty duty, Moment moment, CancellationToken cancellationToken)
    {
        await tracker.SetOpenAsync(moment.Squad.Issues, Number(@case), @case.Closed is null, cancellationToken);
        return c => c.Closed is null == @case.Closed is null ? c.Settle(duty.Id) : c.Owe(duty with { ClaimedUntil = null, Due = moment.Now });
    }

    private async Task<TrackedIssue?> FindAsync(string marker, Case @case, Duty duty, Moment moment, CancellationToken cancellationToken) => IsUncertain(duty)
        ? await tracker.FindAsync(moment.Squad.Issues, marker, @case.OpenedAt - Skew, cancellationToken)
        : null;

    /// <summary>It was tried before, or claimed by somebody who did not come back.</summary>
    private static bool IsUncertain(Duty duty) => duty.Attempts > 0 || duty.ClaimedUntil is not null;

    private static int Number(Case @case) => @case.Issue?.Number ?? throw new InvalidOperationException($"{@case.Id} has no issue yet.");
}
