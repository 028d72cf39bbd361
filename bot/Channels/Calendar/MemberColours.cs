using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using SkiaSharp;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>A colour for each member, by their place in the squad. A name stands beside it wherever there is room, so two members may share one.</summary>
internal sealed class MemberColours(Squad squad)
{
    /// <summary>Where a colour would say something about a person and must not.</summary>
    public static readonly SKColor Nobodys = new(0x57, 0x5e, 0x6b);

    /// <summary>Okabe and Ito's, told apart with any kind of colour vision; the easiest to tell apart first.</summary>
    private static readonly SKColor[] Palette =
    [
        new(0x00, 0x72, 0xb2), new(0xe6, 0x9f, 0x00), new(0x00, 0x9e, 0x73), new(0xcc, 0x79, 0xa7),
        new(0x56, 0xb4, 0xe9), new(0xd5, 0x5e, 0x00), new(0xf0, 0xe4, 0x42), new(0x40, 0x46, 0x50),
    ];

    private const float TintShare = 0.22f;

    public static IReadOnlyList<SKColor> All => Palette;

    public SKColor Of(string member)
    {
        var place = squad.Members.ToList().FindIndex(m => m.Id == member);
        return place < 0 ? Nobodys : Palette[place % Palette.Length];
    }

    /// <summary>What a piece is filled with: weekends are paler, and outlined.</summary>
    public static SKColor Fill(SKColor colour, DutyRole role) => role == DutyRole.Hausmeister
        ? colour
        : new(Paler(colour.Red), Paler(colour.Green), Paler(colour.Blue));

    /// <summary>Black or white, whichever is read better there.</summary>
    public static SKColor InkOn(SKColor colour, DutyRole role)
    {
        var fill = Fill(colour, role);
        return Contrast(fill, SKColors.Black) >= Contrast(fill, SKColors.White) ? SKColors.Black : SKColors.White;
    }

    /// <summary>As WCAG 2.2 defines it, from 1 to 21.</summary>
    public static double Contrast(SKColor a, SKColor b)
    {
        var (light, dark) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance(SKColor colour) => (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static byte Paler(byte channel) => (byte)(255 - ((255 - channel) * TintShare));
}
