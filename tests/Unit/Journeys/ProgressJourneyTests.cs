namespace Hausmeister.Tests.Journeys;

/// <summary>A P3 from its triage to its end, as everybody reads it.</summary>
public sealed class ProgressJourneyTests
{
    private const string Asked = $"#1 {Steps.Rows} (P3): an hour without news. Stuck?";

    [Fact]
    public async Task A_P3_is_asked_about_grows_quiet_gets_Level_2_and_is_fixed()
    {
        await using var house = await JourneyHouse.OpenAsync();
        var (ana, clara) = (house.Ana, house.Clara);
        await ana.TriageAsync(house, "3");
        await house.AdvanceAsync(59);
        await house.OnlyAsync();

        await house.AdvanceAsync(1);
        await house.OnlyAsync(ana);
        var first = await ana.ReadOneAsync();
        first.Summary.ShouldBe(Asked);
        first.Buttons.ShouldBe(["Moving", "Stuck, get Clara", "Waiting until…", "Fixed"]);
        await ana.TapAsync("Moving");
        (await ana.NowAsync(first)).Text.ShouldContain("Moving. I ask again at 12:00.");
        (await ana.NowAsync(first)).Buttons.ShouldBeEmpty();

        // Again after an hour, then after two, then the next morning.
        await house.AdvanceAsync(60);
        (await ana.ReadOneAsync()).Summary.ShouldBe(Asked);
        await ana.TapAsync("Moving");
        await house.AdvanceAsync(119);
        await ana.ReadsNothingAsync();
        await house.AdvanceAsync(1);
        (await ana.ReadOneAsync()).Summary.ShouldBe(Asked);
        await ana.TapAsync("Moving");
        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 27, 8, 59));
        await ana.ReadsNothingAsync();
        await house.AdvanceAsync(1);
        var morning = await ana.ReadOneAsync();
        morning.Summary.ShouldBe(Asked);
        await house.ReadEverythingAsync();

        await ana.TapAsync("Stuck, get Clara");
        (await ana.NowAsync(morning)).Text.ShouldContain("Clara is asked, 09:00. No answer yet.");
        var plea = await clara.ReadOneAsync();
        plea.Summary.ShouldBe("Ana is stuck on #1 (P3, 23 h).");
        plea.Buttons.ShouldBe(["Joining now", "In 30 minutes", "I take it over"]);
        await clara.TapAsync("Joining now");
        (await clara.NowAsync(plea)).Text.ShouldBe($"#1 {Steps.Rows}: Clara joins Ana now\nClara, 09:00");
        (await ana.ReadOneAsync()).Text.ShouldBe("Clara joins you now on #1.");
        (await house.CaseAsync("ana-1")).Owner.ShouldBe("ana");

        await house.AdvanceAsync(60);
        var last = await ana.ReadOneAsync();
        await ana.TapAsync("Fixed");
        (await ana.ReadOneAsync()).Buttons.ShouldBe(["It is fixed", "Cancel"]);
        await ana.TapAsync("It is fixed", ("what", "Tuesday ran again."));
        (await ana.NowAsync(last)).Text.ShouldContain("Fixed 10:00 by Ana: Tuesday ran again.");
        (await ana.NowAsync(last)).Buttons.ShouldBeEmpty();
        (await house.IssueAsync()).Open.ShouldBeFalse();
        (await house.Tracker.HasCommentAsync(house.Squad.Issues, 1, "Tuesday ran again.", default, CancellationToken.None)).ShouldBeTrue();
        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 27, 13, 59));
        await house.OnlyAsync();
    }

    [Fact]
    public async Task Fixed_without_words_closes_the_issue_and_says_nothing_more_there()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.Ana.TapAsync("Fixed");
        await house.Ana.TapAsync("It is fixed");

        (await house.IssueAsync()).Open.ShouldBeFalse();
        (await house.CaseAsync("ana-1")).Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waiting_until_asks_not_before_then()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.AdvanceAsync(60);
        var asked = await house.Ana.ReadOneAsync();
        await house.Ana.TapAsync("Waiting until…");
        await house.Ana.TapAsync("Wait", ("date", "2026-11-26"), ("time", "13:30"));
        (await house.Ana.NowAsync(asked)).Text.ShouldContain("Waiting. I ask again at 13:30.");
        await house.ReadEverythingAsync();

        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 26, 13, 29));
        await house.OnlyAsync();
        await house.AdvanceAsync(1);
        (await house.Ana.ReadOneAsync()).Summary.ShouldBe(Asked);
    }

    [Fact]
    public async Task All_due_cases_are_one_message_and_each_is_answered_by_itself()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.Ana.TriageAsync(house, "3", "The ledger runs out of memory");
        await house.AdvanceAsync(60);

        var asked = await house.Ana.ReadOneAsync();
        asked.Summary.ShouldBe("2 issues: an hour without news. Stuck?");
        asked.Buttons.ShouldBe([.. Enumerable.Repeat<string[]>(["Moving", "Stuck, get Clara", "Waiting until…", "Fixed"], 2).SelectMany(titles => titles)]);
        await house.Ana.TapAsync(asked.Taps[0]);
        var answered = await house.Ana.NowAsync(asked);
        answered.Text.ShouldContain($"#1 {Steps.Rows} (P3)");
        answered.Text.ShouldContain("Moving. I ask again at 12:00.");
        answered.Buttons.Count().ShouldBe(4);
        answered.Taps.ShouldAllBe(tap => (string)tap.Data["id"]! == "ana-2");
    }

    [Theory]
    [InlineData("note 1 Comparing counts", "Comparing counts")]
    [InlineData("give 1 to bruno", "given to Bruno")]
    public async Task News_in_chat_begin_the_hour_again(string words, string news)
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.AdvanceAsync(30);
        await house.Ana.SayAsync(words);
        await house.ReadEverythingAsync();

        await house.AdvanceAsync(59);
        await house.OnlyAsync();
        await house.AdvanceAsync(1);

        var owner = (await house.CaseAsync("ana-1")).Owner == "ana" ? house.Ana : house.Bruno;
        await house.OnlyAsync(owner);
        (await owner.ReadOneAsync()).Text.ShouldContain($"News 1 h ago: “{news}”");
    }
}
