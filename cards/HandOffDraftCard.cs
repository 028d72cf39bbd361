using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>To whoever hands over: what goes out, with room for notes.</summary>
public static class HandOffDraftCard
{
    /// <summary>The fields' ids; a note's goes on with its item's id.</summary>
    public const string Start = "start";

    public const string Watch = "watch";

    public const string Note = "note_";

    /// <summary>Of a note and of what to watch, in UTF-16 units.</summary>
    public const int LongestNote = 500;

    public const int LongestWatch = 200;

    /// <summary>The value of a choice that says nothing.</summary>
    public const string Nothing = "none";

    /// <summary>A tap may bring twenty inputs.</summary>
    private const int MostNotes = 12;

    /// <param name="edit">With its fields, though notes were written or left out.</param>
    public static AdaptiveCard Build(HandOff handOff, Moment moment, bool edit = false)
    {
        var (to, clock) = (HandOffWords.To(handOff, moment), SquadTime.Clock(moment.Squad, handOff.Start));
        if (handOff.BegunAt is { } begun)
            return Card.Done($"**Handed over to {to}**{(handOff.Noted is null ? "" : ", with your notes")}", $"{CaseWords.When(begun, moment)}");
        if (handOff is { Items.Count: 0, Dag: null })
            return Card.Of($"Hand-off to {to} at {clock}: nothing is open, nothing waits.",
                [Text.Line($"**To {to} at {clock}:** nothing is open, nothing waits.", AdaptiveSpacing.Default), Text.Meta($"There is nothing to do.")]);
        return handOff.Noted is { } noted && !edit ? Saved(handOff, noted, moment, to, clock) : Form(handOff, moment, to, clock);
    }

    /// <summary>Nothing was written, and that is fine.</summary>
    public static AdaptiveCard Left(HandOff handOff, Moment moment) => Card.Of(
        $"Left as it is. It goes to {HandOffWords.To(handOff, moment)} at {SquadTime.Clock(moment.Squad, handOff.Start)}.",
        [Text.Line($"**Left as it is.** It goes to {HandOffWords.To(handOff, moment)} at {SquadTime.Clock(moment.Squad, handOff.Start)}.", AdaptiveSpacing.Default)],
        Target.Of(handOff).Button("Add notes…", Verbs.HandOff.Draft));

    private static AdaptiveCard Saved(HandOff handOff, Confirmation noted, Moment moment, string to, string clock) => Card.Of(
        $"Notes saved. They go to {to} at {clock}.",
        [
            Text.Line($"**Notes saved.** They go to {to} at {clock}.", AdaptiveSpacing.Default),
            Text.Meta($"{noted.By.Name}, {CaseWords.When(noted.At, moment)}"),
        ],
        Target.Of(handOff).Button("Change…", Verbs.HandOff.Draft));

    private static AdaptiveCard Form(HandOff handOff, Moment moment, string to, string clock)
    {
        List<HandOffItem> waking = [.. handOff.Waking];
        return Card.Of($"Hand-off to {to} at {clock}. Add notes, or leave it.",
            [
                Text.Head($"Hand-off draft · {DutyWords.Day(moment, handOff.Start)}", $"To {to} at {clock}"),
                Text.Line($"It goes out as it stands. Add what {to} would {(handOff.Role == DutyRole.WeekendOnCall ? "ask you at night" : "ask you")}, or leave it."),
                waking.Count > 0 ? StartHere(handOff, waking) : null,
                waking.Count > 0 ? Text.Section($"{(handOff.Role == DutyRole.WeekendOnCall ? $"Can wake {to}" : "Open")}") : null,
                .. waking.Take(MostNotes).Select(item => Item(item, handOff, moment, to)),
                handOff.Dag is { } dag ? DagItem(dag, handOff, moment, to) : null,
                WatchField(handOff),
                handOff.Waiting.Any() ? Text.Foot($"Waits: {Counted(handOff)}") : null,
            ],
            Target.Of(handOff).Positive("Save notes", Verbs.HandOff.Notes, "Add notes…"),
            Target.Of(handOff).Leave("Leave it", Verbs.HandOff.Leave));
    }

    private static AdaptiveChoiceSetInput StartHere(HandOff handOff, List<HandOffItem> waking) => new AdaptiveChoiceSetInput
    {
        Id = Start,
        Label = "Start here",
        Style = AdaptiveChoiceInputStyle.Compact,
        Value = handOff.StartHere ?? (handOff.Noted is null ? waking[0].Id : Nothing),
        Choices = [.. waking.Take(MostNotes).Select(i => Field.Choice(PeoplesText.FirstLine($"{Number(i)}{i.Title}", 75), i.Id)), Field.Choice("Nothing special", Nothing)],
    }.First();

    private static AdaptiveContainer Item(HandOffItem item, HandOff handOff, Moment moment, string to) => Block.Item(AdaptiveSpacing.Large,
        [
            Text.Line(Markdown.Join(" ", [item.Issue is { } issue ? Markdown.Link($"#{issue.Number}", issue.Url) : null, Markdown.Of($"**{item.Title}**")]), AdaptiveSpacing.Default),
            Text.Meta(HandOffWords.Facts(item, handOff, moment, handOff.From)),
            NoteField(item.Id, item.Note, to, item.Issue is { } tracked ? $"#{tracked.Number}" : PeoplesText.FirstLine(item.Title, 60)),
        ]);

    private static AdaptiveContainer DagItem(PipelineDay dag, HandOff handOff, Moment moment, string to) => Block.Item(AdaptiveSpacing.Large,
        [
            Text.Line(DagWords.Bold(dag, moment), AdaptiveSpacing.Default),
            Text.Meta(DagWords.Small(dag, moment)),
            NoteField(Preparation.OnDag, handOff.DagNote, to, "the DAG"),
        ]);

    private static AdaptiveTextInput NoteField(string id, HandOffNote? note, string to, string about)
    {
        var field = Field.Optional($"{Note}{id}", $"Note for {to} on {about}", PeoplesText.Clean(note?.Text, LongestNote), maxLength: LongestNote).Multiline();
        field.Spacing = AdaptiveSpacing.Small;
        return field;
    }

    private static AdaptiveTextInput WatchField(HandOff handOff)
    {
        var field = Field.Optional(Watch, "Watch this week", handOff.Watch, "Optional: one line", LongestWatch);
        field.Spacing = AdaptiveSpacing.Large;
        return field;
    }

    private static string Counted(HandOff handOff)
    {
        var (questions, backlog) = (handOff.Waiting.Count(i => i.Kind == CaseKind.Question), handOff.Waiting.Count(i => i.Kind != CaseKind.Question));
        return string.Join(", ", new[] { questions > 0 ? English.Plural(questions, "question") : null, backlog > 0 ? $"{backlog} in the backlog" : null }.OfType<string>());
    }

    private static string Number(HandOffItem item) => item.Issue is { } issue ? $"#{issue.Number} " : "";
}
