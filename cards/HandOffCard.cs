using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;

namespace Hausmeister.Cards;

/// <summary>The hand-off, for whoever has the duty now and, without buttons, for everybody else.</summary>
public static class HandOffCard
{
    /// <summary>Of each part, with long titles, notes and questions: more would not go through Teams (28 KB).</summary>
    private const int MostItems = 7;

    /// <param name="viewer">Who reads it; null in a room.</param>
    public static AdaptiveCard Build(HandOff handOff, Moment moment, string? viewer)
    {
        var isYours = viewer == handOff.To;
        var mayAct = isYours && handOff is { Ended: null, BegunAt: not null };
        return Card.Of(Sentence(handOff, moment, isYours),
            [
                Text.Head($"Hand-off from {HandOffWords.From(handOff, moment)} · {SquadTime.Day(moment.Squad, handOff.Start)}", $"{HandOffWords.Title(handOff, moment, isYours)}"),
                Notice(handOff, moment, viewer),
                mayAct && handOff.Confirmed is null ? Confirm(handOff) : null,
                HandOffWords.Late(handOff) is { } late ? Text.Small(late) : null,
                .. handOff.Role == DutyRole.Hausmeister ? Dag(handOff, moment) : [],
                HandOffWords.StartHere(handOff) is { Plain.Length: > 0 } start ? Text.Line(start, AdaptiveSpacing.Medium) : null,
                .. Waking(handOff, moment, viewer, mayAct),
                .. handOff.Role == DutyRole.WeekendOnCall ? Dag(handOff, moment) : [],
                .. Waiting(handOff, moment, viewer, mayAct),
                Foot(handOff, moment, isYours),
            ]);
    }

    private static string Sentence(HandOff handOff, Moment moment, bool isYours) => handOff switch
    {
        { Confirmed: { } confirmed } => $"Hand-off confirmed {DutyWords.ShortWeekday(moment, confirmed.At)}. {HandOffWords.Title(handOff, moment, isYours)}.",
        _ => $"Hand-off from {HandOffWords.From(handOff, moment)}: {HandOffWords.Title(handOff, moment, isYours)}. {HandOffWords.Counted(handOff).Plain}",
    };

    private static AdaptiveContainer? Notice(HandOff handOff, Moment moment, string? viewer)
    {
        var (to, from) = (HandOffWords.To(handOff, moment), HandOffWords.From(handOff, moment));
        var isYours = viewer == handOff.To;
        return handOff switch
        {
            { Confirmed: { } confirmed } => Block.Notice(AdaptiveContainerStyle.Good, Confirmed(handOff, confirmed, moment, viewer)),
            { Ended: { Appointed: { } member, By: { } by } ended } => Block.Notice(
                AdaptiveContainerStyle.Accent, $"**{by.Name} appointed {moment.Squad.NameOf(member)}**, {CaseWords.When(ended.At, moment)}: {to} had not confirmed."),
            { Ended: { } ended } => Block.Notice(AdaptiveContainerStyle.Accent, $"**Never confirmed.** The duty passed on {SquadTime.Day(moment.Squad, ended.At)}."),
            { Held: { } held } => Block.Notice(AdaptiveContainerStyle.Warning, $"**{held.By.Name} holds it** until {(isYours ? "you confirm" : $"{to} answers")}."),
            _ when isYours => Block.Notice(AdaptiveContainerStyle.Warning, $"**Not confirmed.** {HandOffWords.Began(handOff, moment, isYours)}. Until you confirm, urgent messages go to {from} too."),
            _ => Block.Notice(AdaptiveContainerStyle.Warning, $"**Not confirmed.** {HandOffWords.Began(handOff, moment)}. Until then urgent messages go to {(viewer == handOff.From ? "you" : from)} too."),
        };
    }

    private static Markdown Confirmed(HandOff handOff, Confirmation confirmed, Moment moment, string? viewer)
    {
        var when = DutyWords.ShortWeekday(moment, confirmed.At);
        var (to, from, taken) = (HandOffWords.To(handOff, moment), HandOffWords.From(handOff, moment), handOff.Items.Count(i => i.Taken));
        var by = confirmed.By.Id == handOff.To ? null : Markdown.Of($" by {confirmed.By.Name}");
        return viewer switch
        {
            _ when viewer == handOff.To => Markdown.Join(" ", [Markdown.Of($"**Confirmed {when}**{by}."), Have(taken), Markdown.Of($"{from} is free.")]),
            _ when viewer == handOff.From => Markdown.Join(", ", [Markdown.Of($"**{to} has it. You are free.** Confirmed {when}{by}"), taken == 0 ? null : Markdown.Of($"{taken} taken")]),
            _ => Markdown.Of($"**{to} has it.** Confirmed {when}{by}."),
        };
    }

    private static Markdown? Have(int taken) => taken switch
    {
        0 => null,
        1 => Markdown.Of($"You have it."),
        _ => Markdown.Of($"You have all {taken}."),
    };

    private static AdaptiveActionSet Confirm(HandOff handOff) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Actions = [Target.Of(handOff).Positive(HandOffWords.ConfirmTitle(handOff), Verbs.HandOff.Confirm)],
    };

    private static IEnumerable<AdaptiveElement> Waking(HandOff handOff, Moment moment, string? viewer, bool mayAct)
    {
        var items = handOff.Waking.ToList();
        if (items.Count == 0)
            return [Text.Line($"**Nothing is open** that could wake {(viewer == handOff.To ? "you" : HandOffWords.To(handOff, moment))}.", AdaptiveSpacing.Medium)];
        var heading = handOff.Role == DutyRole.Hausmeister ? "Open" : $"Can wake {(viewer == handOff.To ? "you" : HandOffWords.To(handOff, moment))}";
        return Section($"{heading} · {items.Count}", items, item => Item(item, handOff, moment, viewer, mayAct));
    }

    /// <summary>On Monday it comes first: the morning's report is still to be looked after.</summary>
    private static IEnumerable<AdaptiveElement> Dag(HandOff handOff, Moment moment)
    {
        if (handOff.Dag is not { } dag)
            yield break;
        yield return Text.Line(DagWords.Line(dag, moment), AdaptiveSpacing.Medium);
        if (HandOffWords.Note(handOff.DagNote, handOff, moment) is { } note)
            yield return Text.Small(note, AdaptiveSpacing.None, Text.QuoteLines);
    }

    /// <summary>At the weekend there is nothing to do about it; on Monday it comes back with its notes.</summary>
    private static IEnumerable<AdaptiveElement> Waiting(HandOff handOff, Moment moment, string? viewer, bool mayAct)
    {
        var items = handOff.Waiting.ToList();
        if (items.Count == 0)
            return [];
        return handOff.Role == DutyRole.Hausmeister
            ? Section($"Waits · {items.Count}", items, item => Item(item, handOff, moment, viewer, mayAct))
            : Section($"Waits for {NextWork(handOff, moment)}, nothing to do", items, item => Text.Line($"{Lead(item)}"));
    }

    private static IEnumerable<AdaptiveElement> Section(Markdown heading, List<HandOffItem> items, Func<HandOffItem, AdaptiveElement> row) =>
    [
        Text.Section(heading),
        .. items.Take(MostItems).Select(row),
        .. items.Count > MostItems ? [Text.Line($"and {items.Count - MostItems} more")] : (AdaptiveElement[])[],
    ];

    private static AdaptiveContainer Item(HandOffItem item, HandOff handOff, Moment moment, string? viewer, bool mayAct) => Block.Item(
        mayAct ? AdaptiveSpacing.Large : AdaptiveSpacing.Medium,
        [
            Text.Line(Markdown.Join(" ", [Number(item), Markdown.Of($"**{item.Title}**")]), AdaptiveSpacing.Default),
            Text.Meta(HandOffWords.Facts(item, handOff, moment, viewer)),
            HandOffWords.Note(item.Note, handOff, moment) is { } note ? Text.Small(note, AdaptiveSpacing.None, Text.QuoteLines) : null,
            .. HandOffWords.Questions(item, moment, viewer).Select(q => Text.Line(q)),
            mayAct ? Buttons(item, handOff, moment) : null,
        ]);

    private static AdaptiveActionSet Buttons(HandOffItem item, HandOff handOff, Moment moment)
    {
        var target = Target.Of(handOff, item);
        var ask = target.Button($"Ask {PeoplesText.FirstLine(HandOffWords.From(handOff, moment), 20)}", Verbs.HandOff.Ask);
        var isYours = item.Taken || item.Owner == handOff.To || item.StaysUntil is not null;
        return new() { Spacing = AdaptiveSpacing.Small, Actions = isYours ? [ask] : [target.Button("Take", Verbs.HandOff.Take), ask] };
    }

    private static Markdown? Number(HandOffItem item) => item.Issue is { } issue ? Markdown.Link($"#{issue.Number}", issue.Url) : null;

    private static Markdown Lead(HandOffItem item) => item switch
    {
        { Kind: CaseKind.Question } => Markdown.Of($"Question: {item.Title}"),
        { Issue: { } issue } => Markdown.Of($"#{issue.Number} {item.Priority} {item.Title}"),
        _ => Markdown.Of($"{item.Priority} {item.Title}"),
    };

    private static string NextWork(HandOff handOff, Moment moment) =>
        WorkCalendar.NextWorkDayStart(moment.Squad, handOff.Start).InZone(moment.Squad.TimeZone).DayOfWeek.ToString();

    /// <summary>What comes without an answer; later, what came.</summary>
    private static Markdown Ladder(HandOff handOff, Moment moment)
    {
        var (squad, begun) = (moment.Squad, handOff.BegunAt!.Value);
        return handOff switch
        {
            { Level2: { } level2, Lead: { } lead } when lead.Member != level2.Member =>
                Markdown.Of($"{squad.NameOf(level2.Member)} was asked at {SquadTime.Clock(squad, level2.At)}, {squad.NameOf(lead.Member)} at {SquadTime.Clock(squad, lead.At)}."),
            { Level2: { } level2 } => Markdown.Of($"{squad.NameOf(level2.Member)} was asked at {SquadTime.Clock(squad, level2.At)}."),
            _ => Markdown.Of($"No answer: I remind you at {SquadTime.Clock(squad, begun + squad.HandOff.RemindAfter)}, and {squad.NameOf(moment.HelpFor(handOff.To))} at {SquadTime.Clock(squad, begun + squad.HandOff.Level2After)}."),
        };
    }

    private static AdaptiveTextBlock? Foot(HandOff handOff, Moment moment, bool isYours)
    {
        if (handOff.IsUnconfirmed && isYours)
            return Text.Foot(Markdown.Join(" ", [Ladder(handOff, moment), Phones.Call(moment.Squad, handOff.Level2?.Member ?? moment.HelpFor(handOff.To), handOff.From)]));

        return handOff is { Confirmed: not null, Role: DutyRole.WeekendOnCall, Items.Count: > 0 }
            ? Text.Foot($"{(handOff.Waking.Any() && handOff.Waiting.Any() ? "Both parts come" : "It comes")} back on {NextWork(handOff, moment)}, with the notes.")
            : null;
    }
}
