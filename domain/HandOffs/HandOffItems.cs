using Hausmeister.Domain.Cases;

namespace Hausmeister.Domain.HandOffs;

/// <summary>What is handed over: what can wake whoever is on duty, and what waits.</summary>
public static class HandOffItems
{
    /// <param name="open">The squad's open cases.</param>
    /// <param name="earlier">The same things as they were handed over or noted before: a note stays until there is a newer one.</param>
    public static IReadOnlyList<HandOffItem> Of(IEnumerable<Case> open, IReadOnlyList<HandOffItem> earlier) =>
    [
        .. from @case in open
           let item = Of(@case, earlier.FirstOrDefault(i => i.Id == @case.Id))
           orderby item.CanWake descending, item.Kind == CaseKind.ServiceIssue ? item.Priority : Priority.P2 descending, item.OpenedAt
           select item,
    ];

    private static HandOffItem Of(Case @case, HandOffItem? earlier) =>
        new(@case.Id, @case.Kind, CanWake(@case), @case.Title, @case.Issue, @case.Priority, @case.Owner, @case.OpenedAt)
        {
            Note = Newest(@case, earlier?.Note),
            StaysUntil = earlier?.StaysUntil,
        };

    private static bool CanWake(Case @case) => @case is { Kind: CaseKind.ServiceIssue, Priority: Priority.P4 or Priority.P3 } or { Kind: CaseKind.Alert };

    private static HandOffNote? Newest(Case @case, HandOffNote? earlier) =>
        @case.Notes is [.., var last] && (earlier is null || last.At > earlier.At) ? new HandOffNote(last.By.Name, last.At, last.Text) : earlier;
}
