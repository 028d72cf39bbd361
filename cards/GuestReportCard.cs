using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>To the one on duty: a guest asks. Once somebody has taken it, it can only be read.</summary>
public static class GuestReportCard
{
    /// <param name="viewer">The member who reads it; null in a room.</param>
    public static AdaptiveCard Build(Case @case, Moment moment, string? viewer)
    {
        var kicker = Markdown.Join(" · ",
            [Markdown.Of($"From a guest, in {@case.Guest?.Place}"), Markdown.Of($"{CaseWords.When(@case.OpenedAt, moment)}"), CaseWords.Thread(@case.Origin)]);
        return Card.Of($"A guest asks: {@case.Guest?.Did ?? @case.Title}",
            [
                Text.Head(kicker, $"A guest asks for help"),
                GuestWords.Report(@case),
                .. CaseWords.LastNotes(@case, moment),
                Text.Foot(State(@case, moment, viewer)),
            ],
            IsFree(@case) ? Target.Of(@case).Positive("Take it", Verbs.Guest.Take) : null);
    }

    private static bool IsFree(Case @case) => @case is { Owner: null, IsOpen: true };

    private static Markdown State(Case @case, Moment moment, string? viewer) => @case switch
    {
        { Owner: null, IsOpen: true } => Markdown.Of($"Take it, and the triage starts with these words. The guest reads that you have it."),
        { Owner: { } owner } when owner == viewer => Markdown.Of($"You have it."),
        { Owner: { } owner } => Markdown.Of($"{moment.Squad.NameOf(owner)} has it."),
        _ => Markdown.Of($"It is closed."),
    };
}
