using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>A service issue's own card, whatever state it is in.</summary>
public static class IssueCard
{
    /// <param name="notice">What had changed, where a tap came from a card of before. Plain text.</param>
    public static AdaptiveCard Build(Case @case, Moment moment, Person viewer, string? notice = null) => Build(@case, moment, viewer, notice, before: null);

    /// <param name="before">How the kicker begins: why this card comes now.</param>
    internal static AdaptiveCard Build(Case @case, Moment moment, Person viewer, string? notice, string? before)
    {
        AdaptiveContainer? changed = notice is null ? null : Block.Notice(AdaptiveContainerStyle.Accent, $"**This had changed.** {notice}");
        var head = Text.Head(CaseWords.Kicker(@case, moment, before), $"{@case.Title}");
        var (state, body, actions) = @case switch
        {
            { Closed: { } closed } => IssueStates.Fixed(@case, closed, moment),
            { Issue: null, Trouble: { } trouble } => IssueStates.TrackerDown(@case, trouble, moment),
            { Issue: null } => IssueStates.Creating(@case),
            _ => IssueStates.Open(@case, moment, viewer, isTinted: notice is null),
        };
        var fallback = notice is null ? state : $"This had changed. {state}";
        return Card.Of(before is null ? fallback : $"{before}: {fallback}", [head, changed, .. body], viewer.IsGuest ? [] : actions);
    }
}
