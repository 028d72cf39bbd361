using Hausmeister.Bot.Channels.Calendar;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Squads;
using NodaTime;
using SkiaSharp;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Calendar;

/// <summary>The weeks as a picture. Each squad's is left in artifacts/pictures to be looked at.</summary>
public sealed class RotaPictureTests
{
    private const int MostBytes = 200_000;
    private static readonly Instant Now = At(2026, 11, 26, 10);

    [Fact]
    public void It_has_its_size_at_any_time()
    {
        var png = Draw("rota", DataInfra, Now);

        using var picture = SKBitmap.Decode(png);
        (picture.Width, picture.Height).ShouldBe((RotaPicture.Width * RotaPicture.Density, RotaPicture.Height * RotaPicture.Density));
        png.Length.ShouldBeLessThan(MostBytes);
    }

    [Fact]
    public void Each_row_is_coloured_by_who_holds_its_week_and_paler_by_who_holds_its_weekend()
    {
        using var picture = SKBitmap.Decode(RotaPicture.Draw(DataInfra, Now));
        var colours = new MemberColours(DataInfra);
        var row = 0;
        foreach (var week in RotaCalendar.Weeks(DataInfra, Now, 0, 12))
        {
            foreach (var shift in week.Shifts)
                Colour(picture, row, week, shift).ShouldBe(MemberColours.Fill(colours.Of(shift.Holder), shift.Role), $"{shift}");
            row++;
        }
    }

    [Fact]
    public void What_an_override_gives_away_has_the_colour_of_who_holds_it_to_scale()
    {
        using var picture = SKBitmap.Decode(RotaPicture.Draw(DataInfra, At(2026, 12, 28, 10)));
        var week = RotaCalendar.Weeks(DataInfra, At(2026, 12, 28, 10), 0, 1).Single();
        var colours = new MemberColours(DataInfra);

        Pixel(picture, 0, week, At(2026, 12, 24, 9)).ShouldBe(colours.Of("ana"));
        Pixel(picture, 0, week, At(2026, 12, 24, 15)).ShouldBe(colours.Of("davi"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_name_can_be_drawn(string picture, string name)
    {
        var squad = DataInfra with
        {
            Name = name,
            Members = [.. DataInfra.Members.Select(m => m.Id == "bruno" ? m : m with { Name = name })],
            Rota = DataInfra.Rota with { Overrides = [.. DataInfra.Rota.Overrides, .. Slices] },
        };

        Draw($"rota-{picture}", squad, Now).Length.ShouldBeLessThan(MostBytes);
    }

    public static TheoryData<string, string> Names() => new()
    {
        { "long", "Maximiliana Wolfeschlegelsteinhausen-Bergerdorff de Queiroz Vasconcelos y Zumárraga" },
        { "accents", "Žofie Conceição-Ñandú" },
        { "greek", "Αθηνά Ωμέγα" },
        { "rtl", "عائشة بنت محمد" },
        { "emoji", "Zoë 💡👩‍👩‍👧" },
        { "nothing", "💡" },
        { "broken", "A\uD83D\n\u202Eb" },
    };

    [Theory]
    [InlineData("Žofie Ñandú", "Žofie Ñandú")]
    [InlineData("Zoë 💡", "Zoë")]
    [InlineData("💡", "ana")]
    [InlineData("عائشة", "ana")]
    [InlineData("Ken 田中", "ana")]
    public void A_name_in_letters_that_the_font_lacks_gives_way_to_the_id(string name, string drawn) => PicturePen.Printable(name, "ana").ShouldBe(drawn);

    [Fact]
    public void Every_colour_s_words_can_be_read()
    {
        foreach (var colour in MemberColours.All.Append(MemberColours.Nobodys))
            foreach (var role in Enum.GetValues<DutyRole>())
                MemberColours.Contrast(MemberColours.Fill(colour, role), MemberColours.InkOn(colour, role)).ShouldBeGreaterThan(4.5, $"{colour} {role}");
    }

    [Fact]
    public void The_version_is_the_same_within_a_week_and_another_after_an_override()
    {
        var version = RotaPicture.Version(DataInfra, Now);

        RotaPicture.Version(DataInfra, Now + Duration.FromDays(2)).ShouldBe(version);
        RotaPicture.Version(DataInfra, Now + Duration.FromDays(7)).ShouldNotBe(version);
        RotaPicture.Version(DataInfra with { Rota = DataInfra.Rota with { Overrides = [] } }, Now).ShouldNotBe(version);
        RotaPicture.Version(DataInfra with { Members = [.. DataInfra.Members.Select(m => m with { Name = m.Name + "!" })] }, Now).ShouldNotBe(version);
    }

    /// <summary>Half an hour, a day, and almost a week.</summary>
    private static readonly Override[] Slices =
    [
        new(At(2026, 12, 1, 9), At(2026, 12, 1, 9, 30), "clara", null),
        new(At(2026, 12, 8, 9), At(2026, 12, 9, 9), "ana", null),
        new(At(2026, 12, 15, 9), At(2026, 12, 21, 9), "bruno", null),
    ];

    private static byte[] Draw(string picture, Squad squad, Instant now)
    {
        var png = RotaPicture.Draw(squad, now);
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "pictures"));
        File.WriteAllBytes(Path.Combine(folder.FullName, $"{picture}.png"), png);
        return png;
    }

    /// <summary>A shift's colour near its end, where no words are.</summary>
    private static SKColor Colour(SKBitmap picture, int row, RotaWeek week, Shift shift) => Pixel(picture, row, week, shift.End - Duration.FromHours(3));

    private static SKColor Pixel(SKBitmap picture, int row, RotaWeek week, Instant instant)
    {
        var x = new PictureRow(week, 0).X(instant);
        var y = RotaPicture.FirstRow + (row * PictureRow.Pitch) + 5;
        return picture.GetPixel((int)(x * RotaPicture.Density), (int)(y * RotaPicture.Density));
    }
}
