using Hausmeister.Bot.Channels.WebChat.Me;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Tests.Journeys;

/// <summary>The whole company hears of it when somebody says so, and only then.</summary>
public sealed class CrashJourneyTests
{
    private const string Invalid = "Financial Reports read an invalid dataset";

    [Fact]
    public async Task It_is_told_by_a_tap_kept_true_and_told_of_the_end()
    {
        await using var house = await SevereAsync();
        var (ana, crash) = (house.Ana, house.GuestIn("crash"));
        await crash.ReadsNothingAsync();
        (await ana.AllAsync())[^1].Buttons.ShouldContain("Tell the crash channel…");

        await ana.TapAsync("Tell the crash channel…");
        var form = (await ana.AllAsync())[^1];
        form.Text.ShouldContain("This tells the whole company. Point: Ana. Comms: Clara.");
        form.Buttons.ShouldBe(["Tell the whole company", "Cancel"]);
        await crash.ReadsNothingAsync();
        await ana.TapAsync("Tell the whole company", ("point", "ana"), ("comms", "davi"), ("known", "Balances of yesterday are shown"));

        (await ana.NowAsync(form)).Text.ShouldStartWith("Crash channel told: Point Ana, Comms Davi");
        var told = await crash.ReadOneAsync();
        told.Text.ShouldBe(
            $"""
            Data Infra · #1 · P4 · Ana · open 0 min
            {Invalid}
            It falls under a severity level. Point: Ana. Comms: Davi.
            Balances of yesterday are shown
            Told by Ana, 10:00
            """, StringCompareShould.IgnoreLineEndings);
        told.Buttons.ShouldBeEmpty();
        var issue = (await ana.AllAsync()).Last(message => message.Buttons.Contains("Fixed"));
        issue.Text.ShouldContain("Ana told the crash channel 10:00. Point: Ana. Comms: Davi.");
        issue.Buttons.ShouldNotContain("Tell the crash channel…");

        await ana.TapAsync("Fixed");
        await ana.TapAsync("It is fixed", ("what", "rolled back"));
        (await crash.ReadOneAsync()).Text.ShouldBe("#1 is fixed.");
        var fixedNow = (await crash.NowAsync(told)).Text;
        fixedNow.ShouldContain("Fixed 10:00 by Ana.");
        fixedNow.ShouldNotContain("rolled back");

        await ana.TapAsync("Open again");
        await crash.ReadsNothingAsync();
        await ana.TapAsync("Tell the crash channel…");
        await ana.TapAsync("Tell the whole company", ("point", "ana"), ("comms", "clara"));
        (await crash.ReadOneAsync()).Text.ShouldContain("Point: Ana. Comms: Clara.");
        (await crash.NowAsync(told)).Text.ShouldBe(fixedNow);
    }

    [Fact]
    public async Task Twice_tapped_and_by_two_people_it_is_told_once()
    {
        await using var house = await SevereAsync();
        await house.Ana.TapAsync("Tell the crash channel…");
        var button = await house.Ana.ButtonAsync("Tell the whole company");

        await house.Ana.TapAsync(button, ("point", "ana"), ("comms", "clara"));
        await house.Ana.TapAsync(button, ("point", "davi"), ("comms", "bruno"));
        await house.Bruno.TapAsync(button, ("point", "davi"), ("comms", "bruno"));

        (await house.GuestIn("crash").ReadOneAsync()).Text.ShouldContain("Point: Ana. Comms: Clara.");
        (await house.Bruno.AllAsync())[^1].Text.ShouldContain("Ana told the crash channel at 10:00. Your tap did nothing.");
    }

    [Fact]
    public async Task A_tap_on_what_has_changed_tells_nothing()
    {
        await using var house = await SevereAsync();
        await house.Ana.TapAsync("Tell the crash channel…");
        var button = await house.Ana.ButtonAsync("Tell the whole company");
        await house.Bruno.SayAsync("priority 1 P3");

        await house.Ana.TapAsync(button, ("point", "ana"), ("comms", "clara"));

        await house.GuestIn("crash").ReadsNothingAsync();
        (await house.Ana.AllAsync()).ShouldContain(message => message.Text.Contains("Your tap did nothing; here is the present card. The crash channel was not told.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_fixed_meanwhile_is_not_told()
    {
        await using var house = await SevereAsync();
        var open = await house.Ana.ButtonAsync("Tell the crash channel…");
        await house.Ana.TapAsync("Fixed");
        await house.Ana.TapAsync("It is fixed");

        await house.Ana.TapAsync(open);

        (await house.Ana.AllAsync()).ShouldContain(message => message.Text.Contains("It is fixed. The crash channel was not told.", StringComparison.Ordinal));
        await house.GuestIn("crash").ReadsNothingAsync();
    }

    [Theory]
    [InlineData("nobody", "clara")]
    [InlineData("ana", "guest")]
    [InlineData("", "")]
    public async Task Point_and_Comms_are_members(string point, string comms)
    {
        await using var house = await SevereAsync();
        await house.Ana.TapAsync("Tell the crash channel…");

        await house.Ana.TapAsync("Tell the whole company", ("point", point), ("comms", comms));

        (await house.Ana.AllAsync())[^1].Text.ShouldBe("Choose a member as Point and one as Comms.");
        await house.GuestIn("crash").ReadsNothingAsync();
    }

    [Fact]
    public async Task A_guest_tells_nobody()
    {
        await using var house = await SevereAsync();
        await house.Ana.TapAsync("Tell the crash channel…");

        await house.Guest.TapAsync(await house.Ana.ButtonAsync("Tell the whole company"), ("point", "ana"), ("comms", "clara"));

        (await house.Guest.ReadOneAsync()).Text.ShouldBe("That is for the squad's members.");
        await house.GuestIn("crash").ReadsNothingAsync();
    }

    [Fact]
    public async Task Without_a_severity_level_nothing_offers_it()
    {
        await using var house = await JourneyHouse.OpenAsync(squad: SampleSquad.WithCrash);
        await house.Ana.SayAsync($"p4 {Invalid}");
        await house.Ana.TapAsync("Create P4");
        await house.Ana.TapAsync("Fixed");
        await house.Ana.TapAsync("It is fixed");

        (await house.Ana.AllAsync()).ShouldNotContain(message => message.Buttons.Contains("Tell the crash channel…"));
        await house.GuestIn("crash").ReadsNothingAsync();
    }

    [Fact]
    public async Task It_is_offered_to_whoever_works_on_it_and_triaged_it_and_to_nobody_else()
    {
        await using var house = await SevereAsync();
        var @case = await house.CaseAsync("ana-1");

        foreach (var (person, isOffered) in new[] { ("ana", true), ("bruno", false) })
            (IssueCard.Build(@case, house.Moment, new Person(person, person, IsGuest: false)).ToJson().Contains("Tell the crash channel…", StringComparison.Ordinal)).ShouldBe(isOffered, person);
        var given = @case with { Owner = "bruno", TriagedBy = "davi" };
        IssueCard.Build(given, house.Moment, new Person("bruno", "Bruno", IsGuest: false)).ToJson().ShouldContain("Tell the crash channel…");
        IssueCard.Build(given, house.Moment, new Person("davi", "Davi", IsGuest: false)).ToJson().ShouldContain("Tell the crash channel…");
    }

    [Theory]
    [InlineData("ana", "announcements guild help crash")]
    [InlineData("guest", "help crash")]
    public void Members_and_guests_have_the_crash_channel_among_their_rooms(string who, string rooms) =>
        Visitor.Of([SampleSquad.WithCrash], who, SampleSquad.At(2026, 11, 26, 10)).Rooms().ShouldBe(rooms.Split(' '));

    /// <summary>Ana has triaged a P4 that falls under a severity level.</summary>
    private static async Task<JourneyHouse> SevereAsync()
    {
        var house = await JourneyHouse.OpenAsync(squad: SampleSquad.WithCrash);
        await house.Ana.SayAsync($"triage {Invalid}");
        await house.Ana.SayAsync("issue");
        await house.Ana.SayAsync("P4");
        await house.Ana.TapAsync("Yes");
        await house.Ana.SayAsync("create");
        return house;
    }
}
