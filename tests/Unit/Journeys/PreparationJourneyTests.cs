using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Journeys;

/// <summary>What comes before a hand-off: readiness, the draft with its notes, and a P4 that is still open.</summary>
public sealed class PreparationJourneyTests
{
    [Fact]
    public async Task The_draft_takes_notes_that_the_next_ones_read_until_there_are_newer_ones()
    {
        await using var house = await JourneyHouse.OpenAsync(At(2026, 11, 27, 16, 20));
        await house.Ana.TriageAsync(house, "P3");
        await house.AdvanceToAsync(At(2026, 11, 27, 16, 30));
        var draft = (await house.Ana.ReadAsync())[^1];
        draft.Text.ShouldBe(
            """
            Hand-off draft · Fri 27 Nov
            To Davi at 17:00
            It goes out as it stands. Add what Davi would ask you at night, or leave it.
            Can wake Davi
            #1 Contracts has duplicated rows since Tuesday
            P3 · yours · 10 min
            """, StringCompareShould.IgnoreLineEndings);
        draft.Buttons.ShouldBe(["Save notes", "Leave it"]);
        var save = await house.Ana.ButtonAsync("Save notes");

        await house.Bruno.TapAsync(save, ("note_ana-1", "I know better"));
        (await house.Bruno.ReadAsync())[^1].Text.ShouldBe("Only Ana, who hands over, can do that. Your tap did nothing.");
        await house.Ana.TapAsync(save, ("note_ana-1", "Clear Tuesday and rerun."), ("start", "ana-1"), ("watch", "Month end doubles the ledger."));
        (await house.Ana.NowAsync(draft)).Text.ShouldStartWith("Notes saved. They go to Davi at 17:00.");
        await house.ReadEverythingAsync();
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 0));

        (await house.Ana.NowAsync(draft)).Text.ShouldStartWith("Handed over to Davi, with your notes");
        var card = await house.Davi.ReadOneAsync();
        card.Text.ShouldContain("Start here: #1. Watch this week: Month end doubles the ledger.");
        card.Text.ShouldContain("Ana: “Clear Tuesday and rerun.”");
        await house.Davi.TapAsync("I'm on duty, I take it");
        await house.AdvanceToAsync(At(2026, 11, 30, 11, 0));
        var monday = (await house.Bruno.ReadAsync()).Single(message => message.Summary.StartsWith("Hand-off from", StringComparison.Ordinal));
        monday.Text.ShouldContain("Ana, Fri: “Clear Tuesday and rerun.”");
        await house.Bruno.TapAsync(save);
        (await house.Bruno.ReadAsync())[^1].Text.ShouldBe("Only Ana, who hands over, can do that. Your tap did nothing.");
    }

    [Fact]
    public async Task An_open_P4_is_asked_about_first_and_whoever_stays_on_it_keeps_it_for_that_long()
    {
        await using var house = await JourneyHouse.OpenAsync(At(2026, 11, 27, 16, 20));
        await house.Ana.SayAsync("p4 Financial Reports read an invalid dataset");
        await house.Ana.SayAsync("create");
        await house.ReadEverythingAsync();
        await house.AdvanceToAsync(At(2026, 11, 27, 16, 30));
        var asked = await house.Ana.ReadOneAsync();
        asked.Text.ShouldContain("P4 #1 Financial Reports read an invalid dataset. Who has it after 17:00?");
        asked.Buttons.ShouldBe(["I stay on it until…", "Hand over"]);

        await house.Ana.TapAsync("I stay on it until…");
        await house.Ana.TapAsync("I stay on it", ("hours", "2"));

        (await house.Ana.NowAsync(asked)).Text.ShouldStartWith("You stay on #1 until 19:00");
        (await house.Ana.AllAsync()).ShouldContain(message => message.Text.Contains("Hand-off draft"), "the rest is drafted now");
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 0));
        var card = (await house.Davi.ReadAsync())[^1];
        card.Text.ShouldContain("P4 · Ana · stays on it until 19:00");
        await house.Davi.TapAsync("I'm on duty");
        (await house.IssueAsync()).Assignee.ShouldBe("ana");
        await house.ReadEverythingAsync();
        await house.AdvanceToAsync(At(2026, 11, 27, 19, 0));
        (await house.IssueAsync()).Assignee.ShouldBe("davi");
        (await house.Davi.ReadAsync()).ShouldContain(message => message.Text == "#1 is yours now. Ana stayed on it until then.");
    }

    [Fact]
    public async Task Whoever_stays_on_a_P4_keeps_it_though_somebody_else_is_appointed_who_gets_it_then()
    {
        await using var house = await StayAsync("8");
        await house.AdvanceToAsync(At(2026, 11, 27, 18, 0));
        await house.Ana.TapAsync("Appoint…");
        await house.Ana.TapAsync("Bruno Next shift Mon 30 Nov: this one and that one in a row");

        (await house.IssueAsync()).Assignee.ShouldBe("ana");
        (await house.Bruno.ReadAsync())[^1].Text.ShouldContain("P4 · Ana · stays on it until Sat 28 Nov 01:00");
        await house.ReadEverythingAsync();
        await house.AdvanceToAsync(At(2026, 11, 28, 1, 0));

        (await house.IssueAsync()).Assignee.ShouldBe("bruno");
        (await house.Bruno.ReadAsync()).ShouldContain(message => message.Text == "#1 is yours now. Ana stayed on it until then.");
        (await house.Ana.ReadAsync()).Count(message => message.Text == "#1 is Bruno's now. You are free.").ShouldBe(1);
        (await house.Davi.ReadAsync()).ShouldNotContain(message => message.Text.Contains("yours now"));
    }

    [Fact]
    public async Task Whoever_stays_on_a_P4_keeps_it_though_Level_2_holds_the_duty_who_gets_it_then()
    {
        await using var house = await StayAsync("2");
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 30));
        await house.Clara.TapAsync("I hold it until Davi answers");

        (await house.IssueAsync()).Assignee.ShouldBe("ana");
        await house.AdvanceToAsync(At(2026, 11, 27, 19, 0));
        (await house.IssueAsync()).Assignee.ShouldBe("clara");
        (await house.Clara.ReadAsync()).ShouldContain(message => message.Text == "#1 is yours now. Ana stayed on it until then.");
        await house.Davi.TapAsync("I'm on duty, I take it");
        (await house.IssueAsync()).Assignee.ShouldBe("davi");
        (await house.Davi.AllAsync()).Single(message => message.Text.StartsWith("Hand-off from Ana", StringComparison.Ordinal)).Text.ShouldContain("P4 · you have it");
    }

    [Fact]
    public async Task A_quiet_week_gets_two_lines()
    {
        await using var house = await JourneyHouse.OpenAsync(At(2026, 11, 27, 16, 20));
        await house.AdvanceToAsync(At(2026, 11, 27, 16, 30));

        (await house.Ana.ReadOneAsync()).Text.ShouldBe("To Davi at 17:00: nothing is open, nothing waits.\nThere is nothing to do.");
    }

    [Theory]
    [InlineData("Ready", "Ready for Monday 11:00")]
    [InlineData("Not ready", "Not ready for Monday 11:00. Clara knows.")]
    public async Task On_the_working_day_before_whoever_takes_over_says_whether_they_are_ready(string answer, string becomes)
    {
        await using var house = await JourneyHouse.OpenAsync(At(2026, 11, 27, 13, 0));
        await house.AdvanceToAsync(At(2026, 11, 27, 14, 0));
        var asked = await house.Bruno.ReadOneAsync();
        asked.Text.ShouldBe(
            """
            Before your shift · until Fri 4 Dec 17:00
            You take over Monday 11:00 from Davi.
            Pager, laptop, VPN fine?
            No answer by 18:00 goes to Clara.
            """, StringCompareShould.IgnoreLineEndings);

        await house.Bruno.TapAsync(answer);

        (await house.Bruno.NowAsync(asked)).Text.ShouldStartWith(becomes);
        (await house.Clara.ReadAsync()).Select(message => message.Text).ShouldBe(answer == "Ready" ? [] : ["Bruno is not ready for Monday 11:00."]);
        await house.AdvanceToAsync(At(2026, 11, 27, 18, 0));
        (await house.Clara.ReadAsync()).ShouldNotContain(message => message.Text.Contains("Bruno"));
    }

    [Fact]
    public async Task Silence_about_readiness_reaches_Level_2_at_the_end_of_work_hours()
    {
        await using var house = await JourneyHouse.OpenAsync(At(2026, 11, 26, 13, 0));
        await house.AdvanceToAsync(At(2026, 11, 26, 14, 0));
        (await house.Davi.ReadOneAsync()).Text.ShouldContain("You take over Friday 17:00 from Ana.");
        await house.AdvanceToAsync(At(2026, 11, 26, 17, 59));
        await house.OnlyAsync();

        await house.AdvanceToAsync(At(2026, 11, 26, 18, 0));

        (await house.Clara.ReadOneAsync()).Text.ShouldBe("Davi has not answered whether they are ready for Friday 17:00.");
        await house.OnlyAsync();
    }

    /// <summary>At five on Friday, with a P4 on which Ana stays for some hours.</summary>
    private static async Task<JourneyHouse> StayAsync(string hours)
    {
        var house = await JourneyHouse.OpenAsync(At(2026, 11, 27, 16, 20));
        await house.Ana.SayAsync("p4 Financial Reports read an invalid dataset");
        await house.Ana.SayAsync("create");
        await house.AdvanceToAsync(At(2026, 11, 27, 16, 30));
        await house.Ana.TapAsync("I stay on it until…");
        await house.Ana.TapAsync("I stay on it", ("hours", hours));
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 0));
        await house.ReadEverythingAsync();
        return house;
    }
}
