using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>Triage: what somebody knows already, in one form. What it leaves open is asked afterwards.</summary>
public static class TriageBeginForm
{
    public const string What = "what";
    public const string Kind = "kind";
    public const string Reporter = "reporter";
    public const string Priority = "priority";
    public const string Details = "details";

    /// <summary>The id of a squad, where several can be meant.</summary>
    public const string Squad = "squad";

    /// <summary>Straight to one confirmation of a P4; no field, but where the words begin with it.</summary>
    public const string Express = "express";

    /// <summary>Of the kind: the test is shown.</summary>
    public const string Unsure = "unsure";

    /// <param name="draft">What is filled in before anybody types.</param>
    /// <param name="squads">Those that can be meant; at least one.</param>
    public static AdaptiveCard Build(TriageDraft draft, IReadOnlyList<Moment> squads, Person viewer)
    {
        var target = Target.Of(draft);
        return Card.Of("What came in? A form.",
            [
                Text.Head(squads is [var only] ? Markdown.Of($"{only.Squad.Name} · triage") : Markdown.Of($"Triage"), $"What came in?"),
                SquadField.Of(squads),
                Field.Required(What, "What happened, or what is asked?", "One line is enough.", draft.What).Multiline().First(),
                KindField(),
                Field.Optional(Reporter, "Who asks or noticed it?", draft.Reporter, maxLength: Field.LongestName),
                PriorityField(squads is [var one] ? one.Squad.NameOf(one.HelpFor(viewer.Id)) : "Level 2"),
                Field.Optional(Details, "Details", draft.Details, "Optional: since when, what you tried, links").Multiline(),
                Text.Foot($"It goes on in our direct message, with what is still open."),
            ],
            target.Positive("Go on", Verbs.Triage.Begin),
            target.Leave("Cancel", Verbs.Issue.FormCancel));
    }

    private static AdaptiveChoiceSetInput KindField() => new()
    {
        Id = Kind,
        Label = "What is it?",
        Style = AdaptiveChoiceInputStyle.Expanded,
        Choices =
        [
            Field.Choice("A user question: how somebody uses our service", TriageDraft.Question),
            Field.Choice("A service issue: our service itself", TriageDraft.Service),
            Field.Choice("Not sure: show me the test", Unsure),
        ],
    };

    private static AdaptiveChoiceSetInput PriorityField(string level2Name) => new()
    {
        Id = Priority,
        Label = "Priority, if it is a service issue",
        Style = AdaptiveChoiceInputStyle.Compact,
        Placeholder = "Asked later",
        Choices =
        [
            .. PriorityWords.HighestFirst.Select(p => Field.Choice(PriorityWords.Choice(p), p.ToString())),
            Field.Choice($"Don't know, ask {level2Name}", TriageDraft.Unknown),
        ],
    };
}
