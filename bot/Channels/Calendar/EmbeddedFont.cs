using ScottPlot;
using SkiaSharp;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>Gives every plot the font that comes with the bot: a server may have none.</summary>
internal sealed class EmbeddedFont : IFontResolver
{
    private const string Name = "Inter";

    public static void Install()
    {
        Fonts.FontResolvers.Insert(0, new EmbeddedFont());
        Fonts.Default = Fonts.Sans = Name;
    }

    public SKTypeface CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => PicturePen.Regular;

    public SKTypeface CreateTypeface(string fontName, bool bold, bool italic) => PicturePen.Regular;
}
