using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Cards;

/// <summary>
/// Triage: what somebody knows already, in one form that follows the kind that they choose: a service issue has a priority, and whoever is not
/// sure sees the test. What it leaves open is asked afterwards.
/// </summary>
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

    /// <summary>The fields by which the others change, so that the form is to be drawn again.</summary>
    public static IReadOnlyList<string> Followed { get; } = [Kind];

    /// <param name="draft">What is filled in already.</param>
    /// <param name="squads">Those that can be meant; at least one.</param>
    public static AdaptiveCard Build(TriageDraft draft, IReadOnlyList<Moment> squads, Person viewer)
    {
        var target = Target.Of(draft);
        return Card.Of("What came in? A form.",
            [
                Text.Head(squads is [var only] ? Markdown.Of($"{only.Squad.Name} · triage") : Markdown.Of($"Triage"), $"What came in?"),
                SquadField.Of(squads),
                Field.Required(What, "What happened, or what is asked?", "One line is enough.", draft.What).Multiline().First(),
                KindField(draft),
                .. draft.Unsure ? KindTest() : [],
                draft.Kind == TriageDraft.Service ? PriorityField(draft, squads is [var one] ? one.Squad.NameOf(one.HelpFor(viewer.Id)) : "Level 2") : null,
                Field.Optional(Reporter, "Who asks or noticed it?", draft.Reporter, maxLength: Field.LongestName),
                Field.Optional(Details, "Details", draft.Details, "Optional: since when, what you tried, links").Multiline(),
                Text.Foot($"It goes on in our direct message, with what is still open."),
            ],
            target.Positive("Go on", Verbs.Triage.Begin),
            target.Leave("Cancel", Verbs.Issue.FormCancel));
    }

    private static AdaptiveChoiceSetInput KindField(TriageDraft draft) => new()
    {
        Id = Kind,
        Label = "What is it?",
        Value = draft.Unsure ? Unsure : draft.Kind,
        Style = AdaptiveChoiceInputStyle.Expanded,
        Choices =
        [
            Field.Choice("A user question: how somebody uses our service", TriageDraft.Question),
            Field.Choice("A service issue: our service itself", TriageDraft.Service),
            Field.Choice("Not sure: show me the test", Unsure),
        ],
    };

    private static IEnumerable<AdaptiveElement> KindTest() =>
    [
        Text.Line($"**{KindTestCard.Test}**"),
        Text.Line($"**No:** a user question. {KindTestCard.IfNot}"),
        Text.Line($"**Yes:** a service issue. {KindTestCard.IfSo}"),
    ];

    private static AdaptiveChoiceSetInput PriorityField(TriageDraft draft, string level2Name) => new()
    {
        Id = Priority,
        Label = "How urgent is it?",
        Value = draft.Priority,
        Style = AdaptiveChoiceInputStyle.Compact,
        Placeholder = "Asked later",
        Choices =
        [
            .. PriorityWords.HighestFirst.Select(p => Field.Choice(PriorityWords.Choice(p), p.ToString())),
            Field.Choice($"Don't know, ask {level2Name}", TriageDraft.Unknown),
        ],
    };
}
