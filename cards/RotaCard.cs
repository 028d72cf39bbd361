using AdaptiveCards;
using Hausmeister.Cards.Parts;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards;

/// <summary>Who is on duty now, next, and in the next four weeks.</summary>
public static class RotaCard
{
    private const int Weeks = 4;

    /// <param name="viewer">The member who reads it; null in a room.</param>
    /// <param name="feed">The viewer's calendar; in a room the squad's.</param>
    public static AdaptiveCard Build(Moment moment, string? viewer, Uri feed)
    {
        var squad = moment.Squad;
        var shift = moment.Shift;
        var next = RotaCalendar.Next(squad, moment.Now);
        List<RotaWeek> weeks = [.. RotaCalendar.Weeks(squad, moment.Now, 0, Weeks)];
        return Card.Of(
            $"Now {squad.NameOf(shift.Holder)} until {SquadTime.Day(squad, shift.End)}, then {squad.NameOf(next.Holder)}. Level 2: {squad.NameOf(shift.Level2)}.",
            [
                Text.Head($"{squad.Name}", $"Rota"),
                new AdaptiveColumnSet
                {
                    Spacing = AdaptiveSpacing.Medium,
                    Columns = [Column("Now", shift, AdaptiveContainerStyle.Accent, moment), Column("Next", next, AdaptiveContainerStyle.Emphasis, moment)],
                },
                Text.Section($"Four weeks"),
                Table(weeks, viewer, moment),
                .. InARow.Find(squad, moment.Now, weeks[^1].Weekend[^1].End).Take(1).Select(run => Block.Notice(AdaptiveContainerStyle.Warning, RotaWords.InARow(run, moment))),
                viewer is null ? null : Text.Line($"**Your shifts:** {RotaWords.Own(viewer, moment) ?? "none in the next three months"}.", AdaptiveSpacing.Default),
            ],
            viewer is null ? null : Target.Of(squad).Button("Swap…", Verbs.Rota.Swap),
            viewer is null ? null : Target.Of(squad).Button("Cover…", Verbs.Rota.Cover),
            viewer is null ? null : Target.Of(squad).Button("I'm ill", Verbs.Rota.Ill),
            Target.Of(squad).Button("Fairness", Verbs.Command.Fairness, "Weekends and nights of each"),
            Target.Of(squad).Button("Picture", Verbs.Command.RotaPicture, "Twelve weeks, drawn"),
            new AdaptiveOpenUrlAction { Title = "Calendar feed", Url = feed });
    }

    private static AdaptiveColumn Column(string label, Shift shift, AdaptiveContainerStyle style, Moment moment) => new()
    {
        Width = AdaptiveColumnWidth.Stretch,
        Style = style,
        Items =
        [
            Text.Meta($"{label}"),
            new AdaptiveTextBlock(Markdown.Of($"{moment.Squad.NameOf(shift.Holder)}").Source)
            {
                Wrap = true,
                Size = AdaptiveTextSize.Large,
                Weight = AdaptiveTextWeight.Bolder,
                Spacing = AdaptiveSpacing.None,
            },
            Text.Meta($"until {SquadTime.Day(moment.Squad, shift.End)}"),
            Text.Meta($"Level 2: {moment.Squad.NameOf(shift.Level2)}"),
        ],
    };

    private static AdaptiveTable Table(List<RotaWeek> weeks, string? viewer, Moment moment) => Grid.Of(
        [2, 3, 3],
        [
            Grid.Row(Grid.Cell($"Week"), Grid.Cell($"{SquadTime.Starts(moment.Squad.Rota.Weekday)}"), Grid.Cell($"{SquadTime.Starts(moment.Squad.Rota.Weekend)}")),
            .. weeks.Select(week => Grid.Row(
                Grid.Cell($"{DutyWords.Date(moment, week.Start)}"), RotaWords.Cell(week.Weekday, viewer, moment), RotaWords.Cell(week.Weekend, viewer, moment))),
        ]);
}
