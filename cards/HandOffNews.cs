using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>What happened to a hand-off, in one line each.</summary>
internal static class HandOffNews
{
    /// <summary>What a call for help becomes when it needs no answer any more.</summary>
    public static AdaptiveCard Settled(HandOff handOff, Moment moment) => handOff switch
    {
        { Confirmed: { } confirmed } => Card.Done($"**{HandOffWords.To(handOff, moment)} has it**", $"Confirmed by {confirmed.By.Name}, {CaseWords.When(confirmed.At, moment)}"),
        { Ended: { Appointed: { } member, By: { } by } ended } => Card.Done($"**{moment.Squad.NameOf(member)} holds it**", $"Appointed by {by.Name}, {CaseWords.When(ended.At, moment)}"),
        { Ended: { } ended } => Card.Done($"**The duty passed on**", $"{CaseWords.When(ended.At, moment)}"),
        { Held: { } held } => Card.Done($"**{held.By.Name} holds it** until {HandOffWords.To(handOff, moment)} answers", $"{held.By.Name}, {CaseWords.When(held.At, moment)}"),
        _ => NoticeCard.Of($"This hand-off has not begun."),
    };

    /// <summary>To Level 2, on the working day before.</summary>
    public static Markdown NotReady(HandOff handOff, Moment moment)
    {
        var (to, when) = (HandOffWords.To(handOff, moment), DutyWords.Weekday(moment, handOff.Start));
        var what = handOff.Ready switch
        {
            { IsReady: true } => Markdown.Of($"**{to} is ready** for {when} now."),
            { IsReady: false } => Markdown.Of($"**{to} is not ready** for {when}."),
            _ => Markdown.Of($"**{to} has not answered** whether they are ready for {when}."),
        };
        return Markdown.Join(" ", [what, Phones.Call(moment.Squad, handOff.To)]);
    }

    public static Markdown Stayed(HandOff handOff, Moment moment, string? viewer)
    {
        List<HandOffItem> p4s = [.. handOff.Items.Where(Preparation.IsP4)];
        var names = Markdown.Join(", ", p4s.Select(i => Markdown.Of($"{HandOffWords.Short(i)}")));
        return viewer == handOff.From
            ? Markdown.Of($"**{names} is {moment.Squad.NameOf(p4s.FirstOrDefault()?.Owner ?? handOff.To)}'s now.** You are free.")
            : Markdown.Of($"**{names} is yours now.** {HandOffWords.From(handOff, moment)} stayed on it until then.");
    }

    /// <summary>To the guild.</summary>
    public static Markdown Guild(HandOff handOff, Moment moment)
    {
        var who = Markdown.Of($"**{HandOffWords.To(handOff, moment)} is {DutyWords.Role(handOff.Role)}** until {SquadTime.Day(moment.Squad, handOff.Until)}. Level 2: {moment.Squad.NameOf(moment.HelpFor(handOff.To))}.");
        return Markdown.Join(" ", [who, HandOffWords.Late(handOff), handOff switch
        {
            { Ended: not null } or { Confirmed: not null } => null,
            { Held: { } held } => Markdown.Of($"{held.By.Name} holds it until {HandOffWords.To(handOff, moment)} answers."),
            _ => Markdown.Of($"Not confirmed yet: until then also {HandOffWords.From(handOff, moment)}."),
        }]);
    }

    public static Markdown Unreached(HandOff handOff, Moment moment) => Markdown.Join(" ", [
        Markdown.Of($"**I cannot write to {HandOffWords.To(handOff, moment)}**, who is on duty until {SquadTime.Day(moment.Squad, handOff.Until)}. Please tell {HandOffWords.To(handOff, moment)}."),
        Phones.Call(moment.Squad, handOff.To)]);

    /// <summary>To whoever had it, and to whoever held it meanwhile; to the new holder where somebody else confirmed for them.</summary>
    public static Markdown Free(HandOff handOff, Moment moment, string? viewer) => viewer == handOff.To
        ? Markdown.Of($"**{handOff.Confirmed?.By.Name} confirmed for you.** You are on duty until {SquadTime.Day(moment.Squad, handOff.Until)}.")
        : Markdown.Of($"**{HandOffWords.To(handOff, moment)} has it. You are free.**");

    public static Markdown Held(HandOff handOff, Moment moment, string? viewer) => viewer == handOff.To
        ? Markdown.Of($"**{handOff.Held?.By.Name} holds it** until you confirm.")
        : Markdown.Of($"**{handOff.Held?.By.Name} holds it** until {HandOffWords.To(handOff, moment)} answers. You are free.");

    public static Markdown Appointed(HandOff handOff, Moment moment) =>
        $"You had not confirmed: **{moment.Squad.NameOf(handOff.Ended?.Appointed)} holds your shift** until {SquadTime.Day(moment.Squad, handOff.Until)}. {handOff.Ended?.By?.Name ?? "Nobody"} decided it.";
}
