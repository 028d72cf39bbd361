using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>The first words in a conversation.</summary>
public static class WelcomeCard
{
    public static AdaptiveCard Build(Moment moment, Person viewer)
    {
        var target = Target.Of(moment.Squad);
        var duty = viewer.IsGuest ? Markdown.Of($"**{moment.Squad.NameOf(moment.OnDuty)}** is {Until(moment)}.") : ForMember(moment, viewer);
        return Card.Of($"Hello {viewer.Name}. {duty.Plain}",
            [
                Text.Head($"{moment.Squad.Name}", $"Hello {viewer.Name}"),
                Text.Line(duty),
                viewer.IsGuest
                    ? Invitation($"**Something is wrong, or not clear?** Type what happened, or tap Ask.", $"Two questions, then it has somebody.")
                    : Invitation($"**Something came in?** Type what happened, or tap Triage.", $"A question or an issue: I ask what the squad's page asks, nothing more."),
            ],
            viewer.IsGuest ? [target.Positive("Ask", Verbs.Guest.Ask), target.Button("Who", Verbs.Command.Who), target.Button("Help", Verbs.Command.Help)] :
            [
                target.Positive("Triage", Verbs.Command.Triage),
                target.Button("Next", Verbs.Command.Next),
                target.Button("Issues", Verbs.Command.Issues),
                target.Button("Who", Verbs.Command.Who),
                target.Button("Help", Verbs.Command.Help),
            ]);
    }

    private static Markdown ForMember(Moment moment, Person viewer)
    {
        var duty = moment.OnDuty == viewer.Id ? Markdown.Of($"You are {Until(moment)}.") : $"**{moment.Squad.NameOf(moment.OnDuty)}** is {Until(moment)}.";
        return moment.Level2 == viewer.Id ? Markdown.Of($"{duty} You are Level 2.") : $"{duty} Level 2 is {moment.Squad.NameOf(moment.Level2)}.";
    }

    private static Markdown Until(Moment moment) => $"{DutyWords.Role(moment.Shift.Role)} until **{SquadTime.Day(moment.Squad, moment.Shift.End)}**";

    private static AdaptiveContainer Invitation(Markdown line, Markdown small) => Block.Quiet(Text.Line(line, AdaptiveSpacing.Default), Text.Small(small));
}
