using AdaptiveCards;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

/// <summary>How cards speak about the crash channel.</summary>
internal static class CrashWords
{
    /// <summary><c>Point: Ana. Comms: Clara.</c></summary>
    public static Markdown? Who(Case @case, Moment moment) => @case.Crash is { } crash
        ? Markdown.Of($"Point: {moment.Squad.NameOf(crash.Point)}. Comms: {moment.Squad.NameOf(crash.Comms)}.")
        : null;

    /// <summary>On the issue's own card: that the channel was told, or the way to tell it, for whoever works on it or triaged it.</summary>
    public static AdaptiveElement? State(Case @case, Moment moment, Person viewer) => @case switch
    {
        { Crash: { OverAt: null } crash } => Text.Line($"**{crash.By.Name} told the crash channel** {CaseWords.When(crash.At, moment)}. {Who(@case, moment)}"),
        _ when CrashRules.MayTell(@case, moment.Squad) && (viewer.Id == @case.Owner || viewer.Id == @case.TriagedBy) => Tell(@case),
        _ => null,
    };

    /// <summary>Not among the card's own buttons, which are six already.</summary>
    private static AdaptiveActionSet Tell(Case @case) =>
        new() { Spacing = AdaptiveSpacing.Small, Actions = [Target.Of(@case).Button("Tell the crash channel…", Verbs.Issue.Crash)] };
}
