using System.Diagnostics;
using Hausmeister.Bot.Channels.Calendar;
using Hausmeister.Domain.Squads;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Calendar;

/// <summary>The rota as calendar programs read it: by the library that wrote it, and by Thunderbird's.</summary>
public sealed class RotaFeedTests
{
    private static readonly Instant Now = At(2026, 11, 26, 10);

    [Fact]
    public void The_squad_s_feed_has_every_shift_of_a_quarter_back_and_a_year_ahead()
    {
        var events = Read(RotaFeed.Write(DataInfra, null, Now));

        events.Count.ShouldBe((13 + 52) * 2 + 1); // One is cut by an override.
        events.ShouldContain(("Ana (Hausmeister)", At(2026, 11, 23, 11), At(2026, 11, 27, 17)));
        events.ShouldContain(("Davi (on call)", At(2026, 11, 27, 17), At(2026, 11, 30, 11)));
        events.ShouldContain(("Davi (Hausmeister)", At(2026, 12, 24, 12), At(2026, 12, 25, 17)));
    }

    [Fact]
    public void A_member_s_feed_has_their_own_shifts_and_those_as_Level_2()
    {
        var events = Read(RotaFeed.Write(DataInfra, "clara", Now));

        events.ShouldContain(("Level 2 (Ana is Hausmeister)", At(2026, 11, 23, 11), At(2026, 11, 27, 17)));
        events.ShouldContain(("Hausmeister", At(2026, 12, 7, 11), At(2026, 12, 11, 17)));
        events.ShouldContain(("On call", At(2026, 12, 18, 17), At(2026, 12, 21, 11)));
        events.ShouldNotContain(e => e.Start == At(2026, 11, 30, 11));
    }

    [Fact]
    public void An_event_keeps_its_name_when_its_holder_changes()
    {
        var changed = DataInfra with { Rota = DataInfra.Rota with { Overrides = [new Override(SampleSquad.At(2026, 11, 27, 17), SampleSquad.At(2026, 11, 30, 11), "bruno", null)] } };

        Uids(RotaFeed.Write(changed, null, Now)).Where(uid => !Uids(RotaFeed.Write(DataInfra with { Rota = DataInfra.Rota with { Overrides = [] } }, null, Now)).Contains(uid)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ana")]
    public async Task Another_library_reads_the_same(string? member)
    {
        var squad = DataInfra with { Name = "Data; Infra, \"q\"\\ 💡", Members = [.. DataInfra.Members.Select(m => m.Id == "davi" ? m with { Name = "Davi, o Grande; " + new string('ã', 60) } : m)] };
        var feed = RotaFeed.Write(squad, member, Now);

        (await ReadByPeerAsync(feed)).ShouldBe(Read(feed).Select(e => $"{e.Summary}|{e.Start}|{e.End}"));
    }

    private static List<(string Summary, Instant Start, Instant End)> Read(string feed) =>
        [.. Ical.Net.Calendar.Load(feed)!.Events.Select(e => (e.Summary!, Utc(e.Start!), Utc(e.End!)))];

    private static List<string> Uids(string feed) => [.. Ical.Net.Calendar.Load(feed)!.Events.Select(e => e.Uid!)];

    private static Instant Utc(Ical.Net.DataTypes.CalDateTime time) => Instant.FromDateTimeUtc(time.AsUtc);

    private static async Task<string[]> ReadByPeerAsync(string feed)
    {
        var script = Path.Combine(Checkout.Root, "tests", "Unit", "Calendar", "read.mjs");
        using var node = Process.Start(new ProcessStartInfo("node", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(feed);
        node.StandardInput.Close();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0, await errors);
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
