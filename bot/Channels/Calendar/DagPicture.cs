using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using NodaTime;
using NodaTime.Text;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>When each stage was loaded on the last mornings, against its target. It brings its own ground, for light pages and dark ones.</summary>
internal static class DagPicture
{
    /// <summary>Pixels of a card's own; twice as many are drawn, for fine displays.</summary>
    public const int Width = 560, Height = 400, Density = 2;

    private const int VersionLength = 6, WeekLength = 7;
    private const float Left = 52, Right = 386, Top = 40, Bottom = 366;
    private const float Corner = 8, Swatch = 10, Margin = 12, LabelPitch = 20, MissedPitch = 9;
    private const double Step = 2, HoursShownAfterTarget = 8, MarkerRoom = 0.5;

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("d MMM");
    private static readonly MarkerShape[] Shapes =
        [MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond, MarkerShape.FilledTriangleDown];

    static DagPicture() => EmbeddedFont.Install();

    /// <summary>PNG.</summary>
    public static byte[] Draw(IReadOnlyList<PipelineDay> days, Moment moment)
    {
        var stages = DagHistory.Of(days, moment);
        using var surface = SKSurface.Create(new SKImageInfo(Width * Density, Height * Density));
        surface.Canvas.Scale(Density);
        using var pen = new PicturePen(surface.Canvas);
        pen.Panel(SKRect.Create(Width, Height), Corner);
        pen.Write("Dashed: the target. ×: not loaded.", Left, 25, PictureFont.Small, PicturePen.Subtle);
        var scale = HourScale.Of(stages);
        using (var plot = Plot(stages, scale, DagHistory.FirstMorning(moment)))
        {
            // The plot clears what it draws on.
            surface.Canvas.SaveLayer();
            plot.Render(surface.Canvas, new PixelRect(0, Width, Height, 0));
            surface.Canvas.Restore();
        }
        Labels(pen, stages, scale);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    /// <summary>Another when anything is drawn differently.</summary>
    public static string Version(IReadOnlyList<PipelineDay> days, Moment moment)
    {
        var stages = DagHistory.Of(days, moment).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Stage} {s.Target} {string.Join(' ', s.Finishes)}"));
        var drawn = string.Join('\n', stages.Prepend($"{DagHistory.FirstMorning(moment)}"));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(drawn)).AsSpan(0, VersionLength));
    }

    public static SKColor ColourOf(int stage) => MemberColours.All[stage % MemberColours.All.Count];

    private static Plot Plot(IReadOnlyList<DagHistory> stages, HourScale scale, LocalDate first)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.Transparent;
        plot.Layout.Fixed(new PixelRect(Left, Right, Bottom, Top));
        plot.Grid.MajorLineColor = Color(PicturePen.Line);
        plot.Axes.SetLimits(-0.5, DagHistory.Days - 0.5, scale.From, scale.To);
        Style(plot.Axes.Left, [.. scale.Ticks.Select(hour => new Tick(hour, HourScale.Clock(hour)))]);
        Style(plot.Axes.Bottom, [.. Mondays(first)]);
        plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        var missed = new Dictionary<LocalDate, int>();
        for (var i = 0; i < stages.Count; i++)
            Add(plot, stages[i], i, scale, first, missed);
        return plot;
    }

    private static void Add(Plot plot, DagHistory stage, int place, HourScale scale, LocalDate first, Dictionary<LocalDate, int> missed)
    {
        var colour = Color(ColourOf(place));
        plot.Add.HorizontalLine(scale.Clamp(stage.Target), 1.5f, colour, LinePattern.Dashed);
        var hours = new double[DagHistory.Days];
        Array.Fill(hours, double.NaN);
        foreach (var finish in stage.Finishes)
        {
            var day = Period.DaysBetween(first, finish.Date);
            if (finish.Hour is { } hour)
            {
                hours[day] = scale.Clamp(hour);
                continue;
            }
            // One above the other where a morning missed several.
            var above = missed[finish.Date] = missed.GetValueOrDefault(finish.Date) + 1;
            plot.Add.Marker(day, scale.From + (above * MissedPitch * scale.PerPixel(Bottom - Top)), MarkerShape.Eks, 8, colour).LineWidth = 2;
        }
        var line = plot.Add.Scatter([.. Enumerable.Range(0, DagHistory.Days).Select(day => (double)day)], hours, colour);
        line.LineWidth = 2;
        line.MarkerShape = Shapes[place % Shapes.Length];
        line.MarkerSize = 6;
    }

    /// <summary>Each stage's name beside where its line ends, moved apart where two end together.</summary>
    private static void Labels(PicturePen pen, IReadOnlyList<DagHistory> stages, HourScale scale)
    {
        const float X = Right + Margin;
        var pitch = Math.Min(LabelPitch, (Bottom - Top) / Math.Max(stages.Count, 1));
        var places = stages
            .Select((stage, i) => (
                Name: PicturePen.Printable(stage.Stage, $"Stage {i + 1}"),
                Colour: ColourOf(i),
                Y: Y(stage.Finishes.LastOrDefault(f => f.Hour is not null)?.Hour ?? stage.Target, scale)))
            .OrderBy(place => place.Y)
            .ToList();
        var lowest = Top;
        for (var i = 0; i < places.Count; i++)
        {
            var y = Math.Clamp(places[i].Y, lowest, Math.Max(lowest, Bottom - ((places.Count - 1 - i) * pitch)));
            lowest = y + pitch;
            pen.Piece(SKRect.Create(X, y - (Swatch / 2), Swatch, Swatch), places[i].Colour, Domain.Rota.DutyRole.Hausmeister);
            var start = X + Swatch + 6;
            pen.Write(pen.Fit(places[i].Name, Width - Margin - start, PictureFont.Small), start, y + 4, PictureFont.Small, PicturePen.Ink);
        }
    }

    /// <summary>Where an hour is, from the top.</summary>
    public static float Y(double hour, HourScale scale) => Bottom - (float)((scale.Clamp(hour) - scale.From) / scale.PerPixel(Bottom - Top));

    /// <summary>Where a day is, from the left.</summary>
    public static float X(int day) => Left + ((Right - Left) * (day + 0.5f) / DagHistory.Days);

    private static IEnumerable<Tick> Mondays(LocalDate first)
    {
        var monday = ((int)IsoDayOfWeek.Monday - (int)first.DayOfWeek + WeekLength) % WeekLength;
        for (var day = monday; day < DagHistory.Days; day += WeekLength)
            yield return new Tick(day, DatePattern.Format(first.PlusDays(day)));
    }

    private static void Style(IAxis axis, Tick[] ticks)
    {
        axis.TickGenerator = new NumericManual(ticks);
        axis.TickLabelStyle.FontSize = 12;
        axis.TickLabelStyle.ForeColor = Color(PicturePen.Subtle);
        axis.FrameLineStyle.Color = axis.MajorTickStyle.Color = Color(PicturePen.Line);
    }

    private static Color Color(SKColor colour) => new(colour.Red, colour.Green, colour.Blue);

    /// <summary>The hours from the first that matters to the last; one that is much later than every target is drawn at the top.</summary>
    internal sealed record HourScale(double From, double To)
    {
        public IEnumerable<double> Ticks
        {
            get
            {
                for (var hour = Math.Ceiling(From / Step) * Step; hour <= To; hour += Step)
                    yield return hour;
            }
        }

        public static HourScale Of(IReadOnlyList<DagHistory> stages)
        {
            var targets = stages.Select(s => s.Target).DefaultIfEmpty(0).ToList();
            var hours = stages.SelectMany(s => s.Finishes).Select(f => f.Hour).OfType<double>().Concat(targets).ToList();
            return new(Floor(hours.Min()) - Step, Math.Min(Floor(hours.Max() + MarkerRoom) + Step, Floor(targets.Max()) + HoursShownAfterTarget));
        }

        public static string Clock(double hour) => string.Create(CultureInfo.InvariantCulture, $"{((int)hour % 24 + 24) % 24:00}:00");

        public double Clamp(double hour) => Math.Clamp(hour, From, To);

        public double PerPixel(float height) => (To - From) / height;

        private static double Floor(double hour) => Math.Floor(hour / Step) * Step;
    }
}
