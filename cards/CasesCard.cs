using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>Everything that came to the squad and is open: questions, issues, alerts.</summary>
public static class CasesCard
{
    /// <param name="open">The oldest first.</param>
    public static AdaptiveCard Build(IReadOnlyList<Case> open, Moment moment)
    {
        var title = open.Count == 0 ? "No open cases." : English.Plural(open.Count, "open case");
        var inOrder = open.OrderByDescending(c => c.Kind == CaseKind.ServiceIssue ? c.Priority : Priority.P3);
        return Card.Of(open.Count == 0 ? title : $"{title}.",
            [
                Text.Head($"{moment.Squad.Name}", $"{title}"),
                .. Rows.Spaced(inOrder.Take(Rows.Most).Select(c => Row(c, moment))),
                open.Count > Rows.Most ? Text.Line($"and {open.Count - Rows.Most} more") : null,
            ],
            open.Count == 0 ? null : Target.Of(moment.Squad).Button("Next", Verbs.Command.Next));
    }

    private static AdaptiveContainer Row(Case @case, Moment moment) => @case.Kind == CaseKind.ServiceIssue
        ? CaseRows.Issue(@case, moment)
        : Target.Of(@case).Row(
            $"{@case.Title}",
            $"{(@case.Kind == CaseKind.Alert ? "Alert" : "Question")} · {CaseWords.Owner(@case, moment)} · {CaseWords.Age(@case, moment)} · asked by {@case.Reporter ?? @case.OpenedBy.Name}",
            Verbs.Question.Show,
            "Open the question");
}
