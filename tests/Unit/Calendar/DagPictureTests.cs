using Hausmeister.Bot.Channels.Calendar;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;
using SkiaSharp;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Calendar;

/// <summary>The last mornings as a picture. Each is left in artifacts/pictures to be looked at.</summary>
public sealed class DagPictureTests
{
    private const int MostBytes = 200_000;
    private static readonly Moment Now = new(WithDag, At(2026, 11, 26, 13));
    private static readonly LocalDate First = DagHistory.FirstMorning(Now);

    [Fact]
    public void It_has_its_size_and_an_opaque_ground()
    {
        using var picture = SKBitmap.Decode(Draw("dag", Month, Now));

        (picture.Width, picture.Height).ShouldBe((DagPicture.Width * DagPicture.Density, DagPicture.Height * DagPicture.Density));
        picture.GetPixel(20, 20).Alpha.ShouldBe((byte)255);
    }

    [Fact]
    public void Each_stage_s_line_goes_through_the_time_at_which_it_was_loaded()
    {
        using var picture = SKBitmap.Decode(DagPicture.Draw(Month, Now));
        var stages = DagHistory.Of(Month, Now);
        var scale = DagPicture.HourScale.Of(stages);
        for (var i = 0; i < stages.Count; i++)
            foreach (var finish in stages[i].Finishes.Where(f => f.Hour is not null))
            {
                var (x, y) = (DagPicture.X(Period.DaysBetween(First, finish.Date)), DagPicture.Y(finish.Hour!.Value, scale));
                Near(picture, x, y).ShouldContain(DagPicture.ColourOf(i), $"{stages[i].Stage} {finish}");
            }
    }

    [Fact]
    public void A_morning_on_which_a_stage_was_not_loaded_is_a_gap_with_a_mark_at_the_bottom()
    {
        using var picture = SKBitmap.Decode(DagPicture.Draw(Month, Now));
        var stages = DagHistory.Of(Month, Now);
        var scale = DagPicture.HourScale.Of(stages);
        var missed = stages[1].Finishes.Single(f => f.Hour is null);
        var x = DagPicture.X(Period.DaysBetween(First, missed.Date));

        Near(picture, x, DagPicture.Y(scale.From, scale) - 9).ShouldContain(DagPicture.ColourOf(1));
        Near(picture, x, DagPicture.Y(5.5, scale)).ShouldNotContain(DagPicture.ColourOf(1));
    }

    public static TheoryData<string, string> Names() => RotaPictureTests.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_name_can_be_drawn(string picture, string name) => Draw($"dag-{picture}", Month, Named(name)).Length.ShouldBeLessThan(MostBytes);

    [Fact]
    public void Nothing_at_all_and_a_day_that_took_a_week_can_be_drawn()
    {
        Draw("dag-empty", [], Now).ShouldNotBeEmpty();
        Draw("dag-week", [.. Month.Take(10), Month[10] with { Stages = [.. Month[10].Stages.Select(s => s with { FinishedAt = At(2026, 11, 20, 4) })] }], Now).ShouldNotBeEmpty();
    }

    [Fact]
    public void It_is_the_same_when_several_are_drawn_at_once()
    {
        var one = DagPicture.Draw(Month, Now);

        Enumerable.Range(0, 8).AsParallel().Select(_ => DagPicture.Draw(Month, Now)).ToList().ShouldAllBe(other => other.SequenceEqual(one));
    }

    [Fact]
    public void The_version_is_another_when_a_time_a_name_a_target_or_the_day_is()
    {
        var version = DagPicture.Version(Month, Now);

        DagPicture.Version(Month, Now with { Now = Now.Now + Duration.FromHours(1) }).ShouldBe(version);
        DagPicture.Version(Month, Now with { Now = Now.Now + Duration.FromDays(1) }).ShouldNotBe(version);
        DagPicture.Version(Month, Named("x")).ShouldNotBe(version);
        DagPicture.Version([.. Month.Skip(1)], Now).ShouldNotBe(version);
    }

    /// <summary>Thirty mornings; on the twelfth finance failed and on the twentieth all were late.</summary>
    private static IReadOnlyList<PipelineDay> Month { get; } = [.. Enumerable.Range(0, DagHistory.Days).Select(Morning)];

    private static PipelineDay Morning(int day)
    {
        var midnight = At(2026, 10, 28, 0) + Duration.FromDays(day);
        double[] hours = [3.6, 5.5, 7.7, 8.3, 10.9];
        var shift = (Math.Sin(day * 1.3) * 0.4) + (day == 19 ? 3 : 0);
        return new PipelineDay
        {
            Squad = "data-infra",
            Date = First.PlusDays(day),
            DagId = "prod-dagao",
            Due = midnight - Duration.FromHours(1),
            SeenAt = midnight,
            Run = new PipelineRun("x", midnight, RunState.Success, midnight, midnight),
            Stages =
            [
                .. WithDag.Pipeline!.Stages.Select((s, i) => day == 11 && i is > 0 and < 4
                    ? new Stage(s.Name, StageState.HasToBeCalculated)
                    : new Stage(s.Name, StageState.CalculatedAndLoaded) { FinishedAt = midnight + Duration.FromHours(hours[i] + (shift * (1 + (i * 0.2)))) }),
            ],
        };
    }

    private static Moment Named(string name) => Now with
    {
        Squad = WithDag with { Pipeline = WithDag.Pipeline! with { Stages = [.. WithDag.Pipeline.Stages.Select((s, i) => i == 1 ? s with { Name = name } : s)] } },
    };

    private static IEnumerable<SKColor> Near(SKBitmap picture, float x, float y) =>
        from dx in Enumerable.Range(-4, 9)
        from dy in Enumerable.Range(-4, 9)
        select picture.GetPixel((int)(x * DagPicture.Density) + dx, (int)(y * DagPicture.Density) + dy);

    private static byte[] Draw(string name, IReadOnlyList<PipelineDay> days, Moment moment)
    {
        var png = DagPicture.Draw(days, moment);
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "pictures"));
        File.WriteAllBytes(Path.Combine(folder.FullName, $"{name}.png"), png);
        return png;
    }
}
