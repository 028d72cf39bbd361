using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Triage: everything that the issue will say, each field editable.</summary>
public static class ReviewCard
{
    /// <param name="level2Name">Who is asked where the priority is not known.</param>
    /// <param name="problem">Why it was not created, where it was tried.</param>
    public static AdaptiveCard Build(TriageDraft draft, Moment moment, string level2Name, string? problem = null)
    {
        var target = Target.Of(draft);
        var title = draft.Express ? "Create this P4?" : "Create this issue?";
        return Card.Of($"{title} {Chosen(draft)}: {PeoplesText.FirstLine(draft.What, TriageDesk.LongestTitle)}.",
            [
                Text.Head($"Triage · service issue", $"{title}"),
                problem is null ? null : Block.Notice(AdaptiveContainerStyle.Warning, $"**Not created.** {problem}"),
                SeverityFirst(draft, moment),
                Field.Required("title", "Title", "An issue needs a title.", PeoplesText.FirstLine(draft.What, TriageDesk.LongestTitle), TriageDesk.LongestTitle).First(),
                PriorityField(draft, level2Name),
                DetailsField(draft),
                Field.Optional("reporter", "Reported by", draft.Reporter, maxLength: Field.LongestName),
                .. SeverityField(draft, moment),
                Text.Foot(Consequence(draft, moment)),
            ],
            target.Positive(draft.Express ? "Create P4" : "Create", Verbs.Triage.Create),
            target.Leave("Back", Verbs.Triage.Back),
            target.Leave("Cancel", Verbs.Triage.Cancel));
    }

    private static AdaptiveChoiceSetInput PriorityField(TriageDraft draft, string level2Name) => new()
    {
        Id = "priority",
        Label = "Priority",
        Style = AdaptiveChoiceInputStyle.Compact,
        Value = draft.Priority,
        Choices =
        [
            .. PriorityWords.HighestFirst.Select(p => Field.Choice(PriorityWords.Choice(p), p.ToString())),
            Field.Choice($"Don't know, ask {level2Name}", TriageDraft.Unknown),
        ],
    };

    /// <summary>A field would cut what does not fit into it, so longer details are shown and kept, and not edited here.</summary>
    private static AdaptiveElement DetailsField(TriageDraft draft) => draft.Details is { Length: > Field.LongestText } details
        ? Text.Line($"**Details:** “{details}”", AdaptiveSpacing.Medium, Text.QuoteLines)
        : Field.Optional("details", "Details", draft.Details, "Optional: since when, who noticed, what you tried").Multiline();

    private static AdaptiveTextBlock? SeverityFirst(TriageDraft draft, Moment moment) =>
        draft.Severity == TriageDraft.Yes ? SeverityWords.ProcedureFirst(moment.Squad) : null;

    private static IEnumerable<AdaptiveElement> SeverityField(TriageDraft draft, Moment moment)
    {
        if (moment.Squad.SeverityProcedure is not { } procedure)
            yield break;
        yield return new AdaptiveToggleInput
        {
            Id = "severity",
            Title = "It falls under a severity level",
            ValueOn = TriageDraft.Yes,
            ValueOff = TriageDraft.No,
            Value = draft.Severity ?? TriageDraft.No,
            Spacing = AdaptiveSpacing.Medium,
        };
        yield return Text.Meta($"{Markdown.Link("Severity level?", procedure)} Rare for us. Yes puts the procedure first.");
    }

    private static Markdown Consequence(TriageDraft draft, Moment moment)
    {
        var labels = string.Join(", ", [.. moment.Squad.Issues.Labels, Label(draft, moment)]);
        return ServiceIssues.OwnerAtStart(TriageFlow.PriorityOf(draft), moment) is { } owner
            ? Markdown.Of($"Labels: {labels} · assigned to {moment.Squad.NameOf(owner)}")
            : $"Labels: {labels} · assigned to nobody";
    }

    private static string Label(TriageDraft draft, Moment moment) => draft.Priority == TriageDraft.Unknown
        ? moment.Squad.Issues.Undecided
        : moment.Squad.Issues.Priorities[TriageFlow.PriorityOf(draft)];

    private static string Chosen(TriageDraft draft) => draft.Priority is null or TriageDraft.Unknown ? "Priority to be decided" : draft.Priority;
}
