using System.Text;
using Hausmeister.Domain.Rota;
using SkiaSharp;

namespace Hausmeister.Bot.Channels.Calendar;

internal enum PictureFont
{
    Label,
    Name,
    Small,
}

/// <summary>Draws the few things that our pictures are made of. The fonts come with the bot: a server may have none.</summary>
internal sealed class PicturePen(SKCanvas canvas) : IDisposable
{
    public static readonly SKColor Ink = new(0x1d, 0x21, 0x29), Subtle = new(0x57, 0x5e, 0x6b), Line = new(0xdf, 0xe2, 0xe7);

    public static readonly SKTypeface Regular = Load("Inter-Regular.ttf");

    private const string Ellipsis = "…";
    private const float Corner = 4, Outline = 1.5f;

    private static readonly SKColor Ground = new(0xf8, 0xf9, 0xfb);
    private static readonly SKTypeface SemiBold = Load("Inter-SemiBold.ttf");

    private readonly SKPaint paint = new() { IsAntialias = true };
    private readonly SKFont label = Font(Regular, 13), name = Font(SemiBold, 13.5f), small = Font(Regular, 12);

    /// <summary>
    /// The name as far as the font has it (Latin, Greek and Cyrillic): emoji are left out, and a name in other letters gives way to the member's id.
    /// </summary>
    public static string Printable(string name, string id)
    {
        List<Rune> runes = [.. name.EnumerateRunes()];
        var printable = string.Concat(runes.Where(Has)).Trim();
        return printable.Length == 0 || runes.Any(rune => Rune.IsLetter(rune) && !Has(rune)) ? id : printable;
    }

    public void Panel(SKRect area, float corner)
    {
        area.Inflate(-0.5f, -0.5f);
        Fill(area, corner, Ground);
        Stroke(area, corner, Line, 1);
    }

    /// <summary>A shift: solid in the week, outlined at the weekend.</summary>
    public void Piece(SKRect area, SKColor colour, DutyRole role)
    {
        Fill(area, Corner, MemberColours.Fill(colour, role));
        if (role == DutyRole.Hausmeister)
            return;
        area.Inflate(-Outline / 2, -Outline / 2);
        Stroke(area, Corner, colour, Outline);
    }

    /// <summary>A line with a tip, seen on every colour.</summary>
    public void Marker(float x, float top, float bottom)
    {
        const float Tip = 5;
        Fill(new SKRect(x - 2, top, x + 2, bottom), 0, Ground);
        Fill(new SKRect(x - 1, top, x + 1, bottom), 0, Ink);
        using var tip = new SKPath();
        tip.AddPoly([new(x - Tip, top - 1), new(x + Tip, top - 1), new(x, top + Tip)]);
        paint.Style = SKPaintStyle.Fill;
        paint.Color = Ink;
        canvas.DrawPath(tip, paint);
    }

    public void Write(string text, float x, float baseline, PictureFont font, SKColor colour)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.Color = colour;
        canvas.DrawText(text, x, baseline, Of(font), paint);
    }

    public float Measure(string text, PictureFont font) => Of(font).MeasureText(text);

    /// <summary>The text, shortened with "…" where there is not enough room, and nothing where there is hardly any.</summary>
    public string Fit(string text, float width, PictureFont font)
    {
        if (Measure(text, font) <= width)
            return text;
        var room = width - Measure(Ellipsis, font);
        var length = room <= 0 ? 0 : Of(font).BreakText(text, room);
        return length == 0 ? "" : text[..length].TrimEnd() + Ellipsis;
    }

    public void Dispose()
    {
        label.Dispose();
        name.Dispose();
        small.Dispose();
        paint.Dispose();
    }

    private void Fill(SKRect area, float corner, SKColor colour)
    {
        paint.Style = SKPaintStyle.Fill;
        paint.Color = colour;
        canvas.DrawRoundRect(area, corner, corner, paint);
    }

    private void Stroke(SKRect area, float corner, SKColor colour, float width)
    {
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = width;
        paint.Color = colour;
        canvas.DrawRoundRect(area, corner, corner, paint);
    }

    private SKFont Of(PictureFont font) => font switch
    {
        PictureFont.Label => label,
        PictureFont.Name => name,
        _ => small,
    };

    private static bool Has(Rune rune) => Regular.ContainsGlyph(rune.Value);

    private static SKFont Font(SKTypeface typeface, float size) => new(typeface, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, LinearMetrics = true };

    private static SKTypeface Load(string file)
    {
        using var stream = typeof(PicturePen).Assembly.GetManifestResourceStream(file);
        return SKTypeface.FromStream(stream);
    }
}
