using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Rota;
using NodaTime;
using NodaTime.Text;

namespace Hausmeister.Domain.HandOffs;

/// <summary>How a hand-off goes: begun, confirmed item by item or at once, and never silent while it is not.</summary>
public static class HandOffRules
{
    private static readonly DutyKind[] Ladder = [DutyKind.RemindHandOff, DutyKind.EscalateHandOff, DutyKind.AppointHandOff];

    public static string IdOf(Instant start) => InstantPattern.General.Format(start);

    /// <summary>One that is still to begin.</summary>
    public static HandOff Plan(Passing passing, Moment moment, AgreementKind? why = null)
    {
        var planned = new HandOff
        {
            Id = IdOf(passing.At),
            Squad = moment.Squad.Id,
            Start = passing.At,
            Until = passing.Until,
            Role = passing.Role,
            From = passing.From,
            To = passing.To,
            Why = why,
        }.Owe(new Duty("begin", DutyKind.BeginHandOff, passing.At));
        return passing.At <= moment.Now ? planned : Preparation.Owe(planned, moment);
    }

    /// <summary>The rota has changed before it began.</summary>
    public static HandOff Replan(HandOff planned, Passing passing, Moment moment)
    {
        if (planned.BegunAt is not null || (planned.From, planned.To, planned.Until) == (passing.From, passing.To, passing.Until))
            return planned;
        var changed = planned with { From = passing.From, To = passing.To, Until = passing.Until, Role = passing.Role };
        return changed.To == planned.To ? changed : Preparation.Owe(changed with { Ready = null, ReadyAskedAt = null }, moment);
    }

    /// <summary>Duty has passed: whoever has it now, whoever had it, and the guild hear of it.</summary>
    /// <param name="from">Who really had it: the one before, where that one never confirmed.</param>
    public static HandOff Begin(HandOff handOff, Passing passing, string from, IReadOnlyList<HandOffItem> items, PipelineDay? dag, Moment moment)
    {
        if (handOff.BegunAt is not null)
            return handOff.Settle(DutyKind.BeginHandOff);
        var settings = moment.Squad.HandOff;
        var begun = (handOff with { BegunAt = moment.Now, From = from, To = passing.To, Until = passing.Until, Role = passing.Role, Items = items, Dag = dag })
            .Settle(DutyKind.BeginHandOff, DutyKind.PrepareHandOff, DutyKind.AskReady, DutyKind.EscalateReady)
            .Refresh(moment.Now)
            .Tell(Recipient.Guild, PostKind.HandOffGuild, moment.Now)
            .Tell(Recipient.Of(passing.To), PostKind.HandOff, moment.Now);
        // Whoever never confirmed lost it all the same; where somebody was appointed in their place, they are told so.
        // Whoever is ill is left in peace until it is confirmed.
        string[] before = begun.Why == AgreementKind.Appointed ? [from] : [from, passing.From];
        begun = before.Distinct().Where(member => member != passing.To && !moment.Squad.Rota.IsAway(member, moment.Now))
            .Aggregate(begun, (h, member) => h.Tell(Recipient.Of(member), PostKind.HandOff, moment.Now));
        if (items.Max(i => i.StaysUntil) is { } stays)
            begun = begun.Owe(new Duty("stay", DutyKind.EndStay, stays));
        if (begun.Why is AgreementKind.Ill or AgreementKind.TakeOver or AgreementKind.Appointed)
            begun = begun.Owe(new Duty("move", DutyKind.MoveCases, moment.Now));
        return begun.Confirmed is not null ? begun : begun
            .Owe(new Duty("remind", DutyKind.RemindHandOff, moment.Now + settings.RemindAfter))
            .Owe(new Duty("level2", DutyKind.EscalateHandOff, moment.Now + settings.Level2After))
            .Owe(new Duty("lead", DutyKind.AppointHandOff, moment.Now + settings.LeadAfter));
    }

    /// <summary>The rota changed before it began: there is no such passing any more.</summary>
    public static HandOff Drop(HandOff handOff, Instant now) => handOff with { Ended = new Ending(now), Duties = [] };

    /// <summary>Duty passed on, or somebody else was appointed; nobody is asked any more.</summary>
    public static HandOff End(HandOff handOff, Ending ending) => handOff.Ended is not null || handOff.Confirmed is not null
        ? handOff
        : (handOff with { Ended = ending }).Settle(Ladder).Refresh(ending.At);

    /// <summary>The next one begins. Whoever stays on something does so towards that one now.</summary>
    public static HandOff Pass(HandOff handOff, Moment moment) => End(handOff, new Ending(moment.Now)).Settle(DutyKind.EndStay);

    /// <summary>The new holder knows it, and has everything. The first one who says so counts.</summary>
    public static HandOff Confirm(HandOff handOff, Person by, Moment moment)
    {
        if (handOff is { Confirmed: not null } or { Ended: not null } or { BegunAt: null })
            return handOff;
        var confirmed = (handOff with { Confirmed = new Confirmation(by, moment.Now), Items = [.. handOff.Items.Select(i => Passed(i, handOff))] })
            .Settle(Ladder)
            .Refresh(moment.Now)
            .Tell(Recipient.Of(handOff.From), PostKind.HandOffFree, moment.Now);
        if (by.Id != handOff.To)
            confirmed = confirmed.Tell(Recipient.Of(handOff.To), PostKind.HandOffFree, moment.Now);
        return handOff.Held is { } held ? confirmed.Tell(Recipient.Of(held.By.Id), PostKind.HandOffFree, moment.Now) : confirmed;
    }

    /// <summary>One item passes; the duty is not confirmed by it.</summary>
    public static HandOff Take(HandOff handOff, string item, Moment moment) =>
        handOff.BegunAt is null || handOff.Ended is not null || handOff.Items.All(i => i.Id != item || i.Taken)
            ? handOff
            : (handOff with { Items = [.. handOff.Items.Select(i => Took(i, handOff.To, i.Id == item))] }).Refresh(moment.Now);

    /// <summary>A question about an item goes to whoever knows.</summary>
    public static HandOff Ask(HandOff handOff, string item, string text, Person by, Moment moment)
    {
        if (handOff.Items.FirstOrDefault(i => i.Id == item) is not { } about || about.Questions.Any(q => q.Text == text))
            return handOff;
        var asked = about with { Questions = [.. about.Questions, new HandOffQuestion(by.Id, handOff.From, text, moment.Now)] };
        return With(handOff, asked).Tell(Recipient.Of(handOff.From), PostKind.HandOffQuestion, moment.Now, $"{item}/{about.Questions.Count}").Refresh(moment.Now);
    }

    /// <summary>The first answer counts.</summary>
    public static HandOff Answer(HandOff handOff, string item, int question, string answer, Moment moment)
    {
        if (handOff.Items.FirstOrDefault(i => i.Id == item) is not { } about || about.Questions.ElementAtOrDefault(question) is not { Answer: null } asked)
            return handOff;
        var answered = about with { Questions = [.. about.Questions.Select((q, n) => n == question ? q with { Answer = answer } : q)] };
        return With(handOff, answered).Tell(Recipient.Of(asked.Asker), PostKind.HandOffAnswer, moment.Now, $"{item}/{question}").Refresh(moment.Now);
    }

    /// <summary>Somebody holds it until the new holder answers.</summary>
    public static HandOff Hold(HandOff handOff, Person by, Moment moment) => !handOff.IsUnconfirmed
        ? handOff
        : (handOff with { Held = new Confirmation(by, moment.Now) })
            .Settle(Ladder)
            .Owe(new Duty("move", DutyKind.MoveCases, moment.Now))
            .Tell(Recipient.Of(handOff.To), PostKind.HandOffHeld, moment.Now)
            .Tell(Recipient.Of(handOff.From), PostKind.HandOffHeld, moment.Now)
            .Refresh(moment.Now);

    /// <summary>Whoever stayed on something stays no longer: it is whose the duty is now, who may hold it for the new holder.</summary>
    public static HandOff Stayed(HandOff handOff, Duty duty, Moment moment) => (handOff with
    {
        Items = [.. handOff.Items.Select(i => i.StaysUntil is null ? i : Took(i, moment.OnDuty, true) with { StaysUntil = null })],
    })
        .Settle(duty.Id)
        .Tell(Recipient.Of(moment.OnDuty), PostKind.HandOffStayed, moment.Now)
        .Tell(Recipient.Of(handOff.From), PostKind.HandOffStayed, moment.Now)
        .Refresh(moment.Now);

    /// <summary>The cases have moved by themselves; what somebody stays on has not.</summary>
    public static HandOff Moved(HandOff handOff, Duty duty, string to, IReadOnlyCollection<string?> owners) => (handOff with
    {
        Items = [.. handOff.Items.Select(i => owners.Contains(i.Owner) && i.StaysUntil is null ? i with { Owner = to, Taken = true } : i)],
    }).Settle(duty.Id).Refresh(duty.Due);

    /// <summary>Not confirmed: the new holder hears of it again.</summary>
    public static HandOff Remind(HandOff handOff, Moment moment) =>
        handOff.Settle(DutyKind.RemindHandOff).Tell(Recipient.Of(handOff.To), PostKind.HandOffReminder, moment.Now, Again(moment));

    /// <summary>Still not confirmed: Level 2 may hold it.</summary>
    public static HandOff Escalate(HandOff handOff, Moment moment)
    {
        var level2 = moment.HelpFor(handOff.To);
        return (handOff with { Level2 = new Asked(level2, moment.Now) })
            .Settle(DutyKind.EscalateHandOff)
            .Tell(Recipient.Of(level2), PostKind.HandOffLevel2, moment.Now)
            .Refresh(moment.Now);
    }

    /// <summary>And still not: a lead appoints somebody. It is said again, to the new holder too, after twice the time: an unconfirmed duty is never silent.</summary>
    public static HandOff AskLead(HandOff handOff, Moment moment)
    {
        var lead = moment.LeadBeside(handOff.To, handOff.Level2?.Member) ?? handOff.Level2?.Member ?? moment.HelpFor(handOff.To);
        var again = moment.Now + Duration.Max(moment.Now - (handOff.BegunAt ?? moment.Now), moment.Squad.HandOff.LeadAfter);
        var asked = (handOff with { Lead = new Asked(lead, handOff.Lead?.At ?? moment.Now) })
            .Settle(DutyKind.AppointHandOff)
            .Tell(Recipient.Of(lead), PostKind.HandOffLead, moment.Now, Again(moment))
            .Owe(new Duty("remind", DutyKind.RemindHandOff, again))
            .Refresh(moment.Now);
        return again < handOff.Until ? asked.Owe(new Duty("lead", DutyKind.AppointHandOff, again)) : asked;
    }

    private static HandOff With(HandOff handOff, HandOffItem item) => handOff with { Items = [.. handOff.Items.Select(i => i.Id == item.Id ? item : i)] };

    /// <summary>What somebody held meanwhile is the new holder's too.</summary>
    private static HandOffItem Passed(HandOffItem item, HandOff handOff) => item.Taken && item.Owner is { } owner && owner == handOff.Held?.By.Id
        ? item with { Owner = handOff.To }
        : Took(item, handOff.To, item.CanWake && item.StaysUntil is null);

    private static HandOffItem Took(HandOffItem item, string by, bool isTaken) => isTaken && !item.Taken ? item with { Owner = by, Taken = true } : item;

    /// <summary>Said again is another message.</summary>
    private static string Again(Moment moment) => IdOf(moment.Now);
}
