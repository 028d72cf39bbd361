using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>To Level 2: a shift has begun, and whoever has it does not answer.</summary>
public static class HandOffLevel2Card
{
    public static AdaptiveCard Build(HandOff handOff, Moment moment)
    {
        if (!handOff.IsUnconfirmed)
            return HandOffNews.Settled(handOff, moment);
        var asked = handOff.Level2?.At ?? moment.Now;
        var to = HandOffWords.To(handOff, moment);
        return Card.Of($"{to} has not confirmed. I hold it until {to} answers?",
            [
                Text.Head($"To you as Level 2 · {SquadTime.Day(moment.Squad, asked)}", $"{to} has not confirmed"),
                Block.Notice(AdaptiveContainerStyle.Warning,
                    $"**Not confirmed for {SquadTime.Age(asked - handOff.BegunAt!.Value)}.** {HandOffWords.Began(handOff, moment)}. Until then also: {HandOffWords.From(handOff, moment)}."),
                Text.Foot(Markdown.Join(" ", [
                    Lead(handOff, moment),
                    Phones.Call(moment.Squad, handOff.To, handOff.From)])),
            ],
            Target.Of(handOff).Positive($"I hold it until {PeoplesText.FirstLine(to, 8)} answers", Verbs.HandOff.Hold),
            Target.Of(handOff).Button("Appoint…", Verbs.HandOff.Appoint));
    }

    private static Markdown Lead(HandOff handOff, Moment moment)
    {
        var squad = moment.Squad;
        if (handOff.Lead is { } asked)
            return Markdown.Of($"{squad.NameOf(asked.Member)} was asked at {SquadTime.Clock(squad, asked.At)}.");
        var by = SquadTime.Clock(squad, handOff.BegunAt!.Value + squad.HandOff.LeadAfter);
        return moment.LeadBeside(handOff.To, handOff.Level2?.Member ?? moment.HelpFor(handOff.To)) is { } lead
            ? Markdown.Of($"No answer by {by} goes to {squad.NameOf(lead)} as lead.")
            : Markdown.Of($"Without an answer I ask again at {by}.");
    }
}
