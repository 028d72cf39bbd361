using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>The last hand-offs, the newest first; a tap shows one.</summary>
public static class HandOffsCard
{
    /// <param name="begun">The newest first.</param>
    public static AdaptiveCard Build(IReadOnlyList<HandOff> begun, Moment moment)
    {
        if (begun.Count == 0)
            return NextHandOffCard.Build(moment);
        var title = begun.Count > Rows.Most ? $"The last {Rows.Most} hand-offs" : English.Plural(begun.Count, "hand-off");
        return Card.Of($"{title}.",
            [
                Text.Head($"{moment.Squad.Name}", $"{title}"),
                .. Rows.Spaced(begun.Take(Rows.Most).Select(handOff => Row(handOff, moment))),
            ]);
    }

    private static AdaptiveContainer Row(HandOff handOff, Moment moment) => Target.Of(handOff).Row(
        $"{HandOffWords.From(handOff, moment)} to {HandOffWords.To(handOff, moment)}",
        Markdown.Of($"{SquadTime.Day(moment.Squad, handOff.Start)} · {State(handOff, moment)}"),
        Verbs.HandOff.Open,
        "Show it");

    private static string State(HandOff handOff, Moment moment) => handOff switch
    {
        { Confirmed: { } confirmed } => $"confirmed {DutyWords.ShortWeekday(moment, confirmed.At)}",
        { Ended.Appointed: { } member } => $"{moment.Squad.NameOf(member)} was appointed",
        { Held: { } held } => $"{held.By.Name} holds it",
        { Ended: not null } => "never confirmed",
        _ => "not confirmed",
    };
}
