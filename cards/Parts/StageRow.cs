using AdaptiveCards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Text;
using NodaTime;

namespace Hausmeister.Cards.Parts;

/// <summary>A stage on the run's card: its symbol, its line over its times, and a figure.</summary>
internal static class StageRow
{
    public static AdaptiveColumnSet Of(Stage stage, PipelineDay day, Moment moment)
    {
        var times = StageTimes.Of(stage, day, moment);
        return new()
        {
            Separator = true,
            Spacing = AdaptiveSpacing.Medium,
            Columns =
            [
                Column(AdaptiveColumnWidth.Auto, AdaptiveSpacing.Default, [Text.Line($"{StageWords.Symbol(stage)}", AdaptiveSpacing.Default)]),
                Column(AdaptiveColumnWidth.Stretch, AdaptiveSpacing.Small, Words(stage, times, day, moment)),
                .. Figures(stage, times, day, moment) is { Count: > 0 } figures ? [Column(AdaptiveColumnWidth.Auto, AdaptiveSpacing.Default, figures)] : (AdaptiveColumn[])[],
            ],
        };
    }

    private static IReadOnlyList<AdaptiveElement> Words(Stage stage, StageTimes times, PipelineDay day, Moment moment)
    {
        var usual = day.UsualOf(stage.Name);
        var small = Markdown.Join(" · ", [
            stage.State == StageState.BeingCalculated && usual?.Takes is { } takes ? Markdown.Of($"usually {SquadTime.Age(takes)}") : null,
            Markdown.Join(", ", [
                times.Target is { } target ? Markdown.Of($"target {StageTimes.Clock(target, day, moment)}") : null,
                // Of a late one the notice says it.
                !stage.IsLoaded && !times.IsLate && times.Sla is { } sla ? Markdown.Of($"SLA {StageTimes.Clock(sla, day, moment)}") : null]),
            usual?.Yesterday is { } yesterday ? Markdown.Of($"yesterday {SquadTime.Clock(moment.Squad, yesterday)}") : null]);
        var line = Text.Line(StageWords.Line(stage, day, moment.Squad), AdaptiveSpacing.Default);
        return small.Plain.Length == 0 ? [line] : [line, Text.Meta(small)];
    }

    private static IReadOnlyList<AdaptiveElement> Figures(Stage stage, StageTimes times, PipelineDay day, Moment moment)
    {
        List<AdaptiveElement> figures = [];
        if (stage.FinishedAt is { } finished)
            figures.Add(Figure($"{StageTimes.Clock(finished, day, moment)}", AdaptiveTextWeight.Bolder));
        else if (stage is { Failure: { } failure, Moves: false })
            figures.Add(Loud(failure.At == Instant.MinValue ? "failed" : $"failed {StageTimes.Clock(failure.At, day, moment)}"));
        else if (stage is { Since: { } since, State: StageState.BeingCalculated or StageState.BeingLoaded })
            figures.Add(Figure($"since {StageTimes.Clock(since, day, moment)}", AdaptiveTextWeight.Default));
        if (times.IsLate)
            figures.Add(Loud(StageTimes.Words(times.Late!.Value)));
        else if (times.Late is { } early && stage.IsLoaded)
            figures.Add(Right(Text.Meta($"{StageTimes.Words(early)}")));
        return figures;
    }

    private static AdaptiveTextBlock Figure(Markdown text, AdaptiveTextWeight weight)
    {
        var figure = Right(Text.Line(text, AdaptiveSpacing.Default));
        figure.Weight = weight;
        return figure;
    }

    private static AdaptiveTextBlock Loud(string text) => Right(new AdaptiveTextBlock(text)
    {
        Wrap = true,
        Size = AdaptiveTextSize.Small,
        Weight = AdaptiveTextWeight.Bolder,
        Color = AdaptiveTextColor.Attention,
        Spacing = AdaptiveSpacing.None,
    });

    private static AdaptiveTextBlock Right(AdaptiveTextBlock text)
    {
        text.HorizontalAlignment = AdaptiveHorizontalAlignment.Right;
        return text;
    }

    private static AdaptiveColumn Column(string width, AdaptiveSpacing spacing, IEnumerable<AdaptiveElement> items) => new() { Width = width, Spacing = spacing, Items = [.. items] };
}
