using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>To whoever hands over: a P4 is open at that time.</summary>
public static class HandOffP4Card
{
    public static AdaptiveCard Build(HandOff handOff, Moment moment)
    {
        List<HandOffItem> open = [.. handOff.Items.Where(Preparation.IsP4)];
        var clock = SquadTime.Clock(moment.Squad, handOff.Start);
        var name = open is [var only] ? HandOffWords.Short(only) : $"{open.Count} P4s";
        if (open.Find(i => i.StaysUntil is not null) is { StaysUntil: { } until })
            return Card.Done($"You stay on {name} until **{CaseWords.When(until, moment)}**", $"The rest goes to {HandOffWords.To(handOff, moment)} at {clock}");
        if (open.Count == 0 || handOff.BegunAt is not null || handOff.Posts.Any(p => p.Kind == Domain.Duties.PostKind.HandOffDraft))
            return Card.Done($"{(open.Count == 0 ? "The P4" : name)} goes to **{HandOffWords.To(handOff, moment)}** at {clock}", $"With everything else");
        return Card.Of($"{(open.Count == 1 ? $"P4 {name} is" : $"{name} are")} open, and your shift ends at {clock}.",
            [
                Text.Head(Markdown.Join(" · ", [Markdown.Of($"Hand-off · {SquadTime.Day(moment.Squad, handOff.Start)}"), open is [{ Issue: { } issue }] ? Markdown.Link($"#{issue.Number}", issue.Url) : null]),
                    open.Count == 1 ? Markdown.Of($"A P4 is still open") : Markdown.Of($"{open.Count} P4s are still open")),
                Block.Notice(AdaptiveContainerStyle.Attention, Markdown.Join(" ", [
                    Markdown.Join(" ", open.Take(Rows.Most).Select(i => Markdown.Of($"**P4 {(i.Issue is { } known ? $"#{known.Number} {i.Title}" : i.Title)}.**"))),
                    Markdown.Of($"Who has it after {clock}?")])),
            ],
            Target.Of(handOff).Positive("I stay on it until…", Verbs.HandOff.Stay),
            Target.Of(handOff).Button("Hand over", Verbs.HandOff.Pass));
    }
}
