using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards;

/// <summary>What can be typed.</summary>
public static class HelpCard
{
    public static AdaptiveCard Build(Moment moment, Person viewer) => viewer.IsGuest ? ForGuest(moment) : ForMember(moment);

    private static AdaptiveCard ForMember(Moment moment)
    {
        var target = Target.Of(moment.Squad);
        return Card.Of("Help: triage, p4, note, give, priority, next, issues, cases, who, rota, rota picture, fairness, handoff, swap, cover, take over, ill, dag.",
            [
                Text.Head($"Help", $"What you can type"),
                Text.Section($"Something came in", AdaptiveSpacing.Medium),
                Text.Line($"**triage** · then what happened: an issue or an answer comes out"),
                Text.Line($"**p4** · then what happened: straight to one confirmation"),
                Text.Line($"**482** · the card of #482"),
                Text.Line($"**note 482** · then your words: a note on #482"),
                Text.Line($"**give 482 to bruno** · it is Bruno's then"),
                Text.Line($"**priority 482 P4** · a new priority, with all that follows"),
                Text.Section($"What is open"),
                Text.Line($"**next** · the one thing to do now"),
                Text.Line($"**issues** · open issues, P4 first"),
                Text.Line($"**cases** · questions, issues and alerts"),
                Text.Section($"The week"),
                Text.Line($"**who** · on duty now and next, Level 2"),
                Text.Line($"**rota** · the next four weeks, your shifts, your calendar"),
                Text.Line($"**rota picture** · the next twelve weeks, drawn"),
                Text.Line($"**fairness** · weekends and nights of each"),
                Text.Line($"**handoff** · the present hand-off and its items"),
                Text.Line($"**handoff history** · the past ones"),
                Text.Line($"**handoff to bruno** · before the rota says so"),
                Text.Line($"**swap** · one of your shifts for another one"),
                Text.Line($"**cover Thu 24 Dec to Sat 26 Dec** · offers what is yours then, takes what is not"),
                Text.Line($"**take over** · you hold it from now on"),
                Text.Line($"**ill** · Level 2 holds it at once; **well** · it is yours again"),
                Text.Section($"The nightly run"),
                Text.Line($"**dag** · its stages now"),
                Text.Line($"**dag history** · when they were loaded on the last 30 days, drawn"),
                Text.Foot($"Anywhere: back, cancel, start over."),
            ],
            target.Positive("Triage", Verbs.Command.Triage),
            target.Button("Next", Verbs.Command.Next),
            target.Button("Issues", Verbs.Command.Issues),
            target.Button("Who", Verbs.Command.Who));
    }

    private static AdaptiveCard ForGuest(Moment moment)
    {
        var target = Target.Of(moment.Squad);
        return Card.Of("Help: type what happened, who, or dag.",
            [
                Text.Head($"Help", $"What you can type"),
                Text.Line($"**What happened** · in your words: I ask two questions, then {moment.Squad.NameOf(moment.OnDuty)} has it"),
                Text.Line($"**who** · who is on duty"),
                Text.Line($"**dag** · how the nightly run goes"),
                Text.Foot($"Anywhere: back, cancel, start over."),
            ],
            target.Positive("Ask", Verbs.Guest.Ask),
            target.Button("Who", Verbs.Command.Who));
    }
}
