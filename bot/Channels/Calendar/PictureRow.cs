using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using NodaTime;
using SkiaSharp;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>One week of the picture, from its first shift's start on the left to the next week's on the right.</summary>
internal sealed class PictureRow(RotaWeek week, float top)
{
    public const float Left = 102, Right = 544, Pitch = 32.5f;

    private const float Margin = 16, BarHeight = 26, Padding = 6, Gap = 1, Baseline = 18, Narrowest = 2;

    public RotaWeek Week => week;

    public float X(Instant at) =>
        Left + ((Right - Left) * (float)((at - week.Start) / (week.Weekend[^1].End - week.Start)));

    public void Draw(PicturePen pen, Squad squad, MemberColours colours)
    {
        pen.Write(SquadTime.Date(squad, week.Start), Margin, top + Baseline, PictureFont.Label, PicturePen.Ink);
        foreach (var shift in week.Shifts)
            Draw(pen, squad, shift, colours.Of(shift.Holder));
    }

    /// <summary>A line through the row where it is now.</summary>
    public void Mark(PicturePen pen, Instant now)
    {
        const string Words = "now";
        var x = X(now);
        var half = pen.Measure(Words, PictureFont.Small) / 2;
        pen.Marker(x, top - 5, top + BarHeight + 2);
        pen.Write(Words, Math.Clamp(x, Left + half, Right - half) - half, top - 9, PictureFont.Small, PicturePen.Ink);
    }

    private void Draw(PicturePen pen, Squad squad, Shift shift, SKColor colour)
    {
        var (left, right) = (X(shift.Start) + Gap, X(shift.End) - Gap);
        pen.Piece(new SKRect(left, top, Math.Max(right, left + Narrowest), top + BarHeight), colour, shift.Role);
        Label(pen, squad, shift, MemberColours.InkOn(colour, shift.Role), left + Padding, right - Padding);
    }

    private void Label(PicturePen pen, Squad squad, Shift shift, SKColor ink, float left, float right)
    {
        var name = PicturePen.Printable(squad.NameOf(shift.Holder), shift.Holder);
        pen.Write(pen.Fit(name, right - left, PictureFont.Name), left, top + Baseline, PictureFont.Name, ink);
        if (!shift.IsOverridden)
            return;
        var dealt = $"for {PicturePen.Printable(squad.NameOf(shift.Dealt), shift.Dealt)}";
        var start = left + pen.Measure(name, PictureFont.Name) + Padding;
        if (start + pen.Measure(dealt, PictureFont.Small) <= right)
            pen.Write(dealt, start, top + Baseline, PictureFont.Small, ink);
    }
}
