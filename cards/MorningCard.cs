using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>Everything that waited for work hours, as one message.</summary>
public static class MorningCard
{
    public static AdaptiveCard Build(IReadOnlyList<MorningItem> items, Moment moment)
    {
        var things = English.Plural(items.Count, "thing");
        return Card.Of($"Good morning. {things} waited since {DutyWords.SinceWorkEnded(moment)}: {string.Join(", ", items.Select(item => CaseWords.Short(item.Case)))}.",
            [
                Text.Head($"{SquadTime.Day(moment.Squad, moment.Now)} · since {DutyWords.SinceWorkEnded(moment)}", $"Good morning. {things} waited"),
                .. items.Take(Rows.Most).Select(item => Item(item, moment)),
                items.Count > Rows.Most ? Text.Line($"and {items.Count - Rows.Most} more: type cases") : null,
                Text.Foot($"At night I write only for a P4."),
            ]);
    }

    private static AdaptiveContainer Item(MorningItem item, Moment moment) => item switch
    {
        MorningItem.Guest => Guest(item.Case, moment),
        MorningItem.Given => Given(item.Case, moment),
        _ => ProgressWords.Item(item.Case, moment, ProgressWords.Question),
    };

    private static AdaptiveContainer Given(Case @case, Moment moment) => Block.Item(
        AdaptiveSpacing.Large,
        Text.Line($"New, and yours: {ProgressWords.Lead(@case)}", AdaptiveSpacing.Default),
        Text.Meta($"Triaged by {moment.Squad.NameOf(@case.TriagedBy)}, {CaseWords.When(@case.OpenedAt, moment)}"),
        new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = [Target.Of(@case).Button("Show", Verbs.Issue.Show)] });

    private static AdaptiveContainer Guest(Case @case, Moment moment) => Block.Item(
        AdaptiveSpacing.Large,
        Text.Line($"**A guest asks:** {@case.Guest?.Did ?? @case.Title}", AdaptiveSpacing.Default, Text.QuoteLines),
        Text.Meta($"In {@case.Guest?.Place}, {CaseWords.When(@case.OpenedAt, moment)} · {CaseWords.Owner(@case, moment)}"),
        @case is { Owner: null, IsOpen: true }
            ? new AdaptiveActionSet { Spacing = AdaptiveSpacing.Small, Actions = [Target.Of(@case).Button("Take it", Verbs.Guest.Take)] }
            : null);
}
