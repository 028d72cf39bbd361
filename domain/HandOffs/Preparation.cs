using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.HandOffs;

/// <summary>What happens before a hand-off: whoever takes over says that they are ready, whoever hands over writes notes.</summary>
public static class Preparation
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    /// <summary>Readiness is asked on the working day before, and where that hour has passed, on that day only.</summary>
    public static HandOff Owe(HandOff planned, Moment moment)
    {
        var ask = ReadinessAt(moment.Squad, planned.Start);
        var prepared = planned.Owe(new Duty("prepare", DutyKind.PrepareHandOff, planned.Start - moment.Squad.HandOff.DraftBefore));
        return EndOfWork(moment.Squad, ask) > moment.Now
            ? prepared.Owe(new Duty("ready", DutyKind.AskReady, ask))
            : prepared.Settle(DutyKind.AskReady, DutyKind.EscalateReady);
    }

    /// <summary>The end of work hours on the day of <paramref name="day"/>.</summary>
    public static Instant EndOfWork(Squad squad, Instant day) =>
        squad.TimeZone.InstantOf(day.InZone(squad.TimeZone).Date + squad.WorkHours.To);

    /// <summary>Asked, and silence until the end of work hours reaches Level 2.</summary>
    public static HandOff Ask(HandOff planned, Moment moment) => (planned with { ReadyAskedAt = moment.Now })
        .Settle(DutyKind.AskReady)
        .Tell(Recipient.Of(planned.To), PostKind.Readiness, moment.Now, planned.To)
        .Owe(new Duty("silent", DutyKind.EscalateReady, Instant.Max(EndOfWork(moment.Squad, moment.Now), moment.Now + Minute)));

    /// <summary>A no reaches Level 2, in work hours.</summary>
    public static HandOff Answer(HandOff planned, bool isReady, Moment moment)
    {
        if (planned.BegunAt is not null || planned.Ready?.IsReady == isReady)
            return planned;
        var answered = (planned with { Ready = new Readiness(isReady, moment.Now) }).Settle(DutyKind.EscalateReady).Refresh(moment.Now);
        return isReady ? answered : Tell(answered, moment.InWorkHours, moment);
    }

    public static HandOff Silent(HandOff planned, Moment moment) => Tell(planned.Settle(DutyKind.EscalateReady), moment.Now, moment);

    /// <summary>Level 2 hears that whoever takes over may not be there.</summary>
    public static HandOff Tell(HandOff planned, Instant at, Moment moment) => planned.Tell(Recipient.Of(moment.HelpFor(planned.To)), PostKind.ReadinessLevel2, at, planned.To);

    /// <summary>Whoever hands over may add notes; where a P4 is open, they say first who has it. At night nobody is woken for notes.</summary>
    public static HandOff Draft(HandOff planned, Passing passing, IReadOnlyList<HandOffItem> items, PipelineDay? dag, Moment moment)
    {
        var drafted = (planned with { From = passing.From, To = passing.To, Until = passing.Until, Items = items, Dag = dag }).Settle(DutyKind.PrepareHandOff);
        if (items.Any(IsP4))
            return drafted.Tell(Recipient.Of(passing.From), PostKind.HandOffP4, moment.Now);
        return WorkCalendar.IsWorkTime(moment.Squad, moment.Now) ? drafted.Tell(Recipient.Of(passing.From), PostKind.HandOffDraft, moment.Now) : drafted;
    }

    /// <summary>The P4 goes over with the rest: the draft comes now.</summary>
    public static HandOff Pass(HandOff planned, Moment moment) => planned.BegunAt is not null || planned.Posts.Any(p => p.Kind == PostKind.HandOffDraft)
        ? planned
        : planned.Tell(Recipient.Of(planned.From), PostKind.HandOffDraft, moment.Now);

    /// <summary>Whoever hands over stays on the P4s for some time.</summary>
    public static HandOff Stay(HandOff planned, Instant until, Moment moment)
    {
        if (planned.BegunAt is not null)
            return planned;
        var stays = planned with { Items = [.. planned.Items.Select(i => IsP4(i) ? i with { StaysUntil = until } : i)] };
        return Pass(stays, moment).Owe(new Duty("stay", DutyKind.EndStay, until)).Refresh(moment.Now);
    }

    /// <summary>Where a note on the nightly run stands among those on items.</summary>
    public const string OnDag = "dag";

    /// <param name="notes">By the items' ids, and <see cref="OnDag"/>; an empty one takes the note away.</param>
    public static HandOff Note(HandOff planned, IReadOnlyDictionary<string, string> notes, string? start, string? watch, Person by, Moment moment)
    {
        if (planned.BegunAt is not null)
            return planned;
        return planned with
        {
            StartHere = start,
            Watch = watch,
            Noted = new Confirmation(by, moment.Now),
            DagNote = Changed(planned.DagNote, OnDag),
            Items = [.. planned.Items.Select(i => i with { Note = Changed(i.Note, i.Id) })],
        };

        HandOffNote? Changed(HandOffNote? present, string id) => notes.TryGetValue(id, out var text) && text != present?.Text ? NoteOf(text, by, moment) : present;
    }

    public static bool IsP4(HandOffItem item) => item is { Kind: CaseKind.ServiceIssue, Priority: Priority.P4 };

    private static HandOffNote? NoteOf(string text, Person by, Moment moment) => text.Length == 0 ? null : new HandOffNote(by.Name, moment.Now, text);

    /// <summary>Friday for Monday, Thursday for the weekend.</summary>
    private static Instant ReadinessAt(Squad squad, Instant start)
    {
        var date = start.InZone(squad.TimeZone).Date;
        var day = Enumerable.Range(1, 7).Select(back => date.PlusDays(-back)).First(d => squad.WorkHours.Days.Contains(d.DayOfWeek));
        return squad.TimeZone.InstantOf(day + squad.HandOff.ReadinessAt);
    }
}
