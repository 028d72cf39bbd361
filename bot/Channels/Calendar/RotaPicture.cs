using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hausmeister.Cards;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using NodaTime;
using SkiaSharp;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>The coming weeks as a picture: a row a week, every shift to scale. It brings its own ground, for light pages and dark ones.</summary>
internal static class RotaPicture
{
    /// <summary>Pixels of a card's own; twice as many are drawn, for fine displays.</summary>
    public const int Width = 560, Height = 452, Density = 2;

    private const int Weeks = RotaPictureCard.Weeks;
    private const int VersionLength = 6;
    public const float FirstRow = 56;

    private const float HeaderLine = 25, Corner = 8;

    /// <summary>PNG.</summary>
    public static byte[] Draw(Squad squad, Instant now)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width * Density, Height * Density));
        surface.Canvas.Scale(Density);
        using var pen = new PicturePen(surface.Canvas);
        pen.Panel(SKRect.Create(Width, Height), Corner);
        var colours = new MemberColours(squad);
        List<PictureRow> rows = [.. RotaCalendar.Weeks(squad, now, 0, Weeks).Select((week, i) => new PictureRow(week, FirstRow + (i * PictureRow.Pitch)))];
        Header(pen, squad.Rota, rows[0]);
        foreach (var row in rows)
            row.Draw(pen, squad, colours);
        rows[0].Mark(pen, now);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    /// <summary>The same for the same weeks, whatever the time within them, and another when anything of them is drawn differently.</summary>
    public static string Version(Squad squad, Instant now)
    {
        var shifts = RotaCalendar.Weeks(squad, now, 0, Weeks).SelectMany(week => week.Shifts).Select(shift =>
            $"{shift.Start} {shift.End} {shift.Holder} {shift.Dealt}");
        var members = squad.Members.Select(member => $"{member.Id} {member.Name}");
        var drawn = string.Join('\n', [squad.TimeZone.Id, .. members, .. shifts]);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(drawn)).AsSpan(0, VersionLength));
    }

    private static void Header(PicturePen pen, RotaRule rule, PictureRow first)
    {
        var weekend = first.X(first.Week.Weekend[0].Start);
        Heading(pen, DutyRole.Hausmeister, $"Week, from {SquadTime.Starts(rule.Weekday)}", PictureRow.Left, weekend);
        Heading(pen, DutyRole.WeekendOnCall, $"Weekend, from {SquadTime.Starts(rule.Weekend)}", weekend, PictureRow.Right);
    }

    /// <summary>The words over a part of the week, and how that part is drawn.</summary>
    private static void Heading(PicturePen pen, DutyRole role, string words, float left, float right)
    {
        const float Swatch = 12, Gap = 6;
        pen.Piece(SKRect.Create(left + 1, HeaderLine - 10.5f, Swatch, Swatch), MemberColours.Nobodys, role);
        var start = left + 1 + Swatch + Gap;
        pen.Write(pen.Fit(words, right - start, PictureFont.Label), start, HeaderLine, PictureFont.Label, PicturePen.Subtle);
    }
}
