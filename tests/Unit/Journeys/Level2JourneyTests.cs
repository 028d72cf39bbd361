using Hausmeister.Domain.Cases;

namespace Hausmeister.Tests.Journeys;

/// <summary>Level 2 decides and helps, and where it is silent it goes on.</summary>
public sealed class Level2JourneyTests
{
    [Fact]
    public async Task Dont_know_does_not_block_and_one_tap_of_Level_2_sets_what_follows()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await TriageUndecidedAsync(house);
        (await house.IssueAsync()).Labels.ShouldBe(["bug", "data-infra", "priority: being decided"], ignoreOrder: true);
        (await house.IssueAsync()).Assignee.ShouldBe("ana");
        var asked = await house.Clara.ReadOneAsync();
        asked.Text.ShouldContain("Which priority?");
        asked.Text.ShouldContain($"#1 {Steps.Rows}");
        asked.Text.ShouldContain("Two analysts see it.");
        asked.Buttons.ShouldBe([
            "P4 Stop everything, pull people in. We build invalid datasets, or a bug will make us miss an external SLA.",
            "P3 You work on it now, or give it to someone who knows it better.",
            "P2 Backlog, when time permits.",
            "P1 Backlog, maybe never.",
        ]);

        await house.Ana.ReadAsync();
        await house.Clara.TapAsync(asked.Taps[0]);
        (await house.IssueAsync()).Labels.ShouldBe(["bug", "data-infra", "P4"], ignoreOrder: true);
        (await house.Ana.ReadOneAsync()).Text.ShouldBe($"Clara decided: #1 {Steps.Rows} is P4.");
        (await house.Guild.ReadOneAsync()).Text.ShouldBe($"P4: #1 {Steps.Rows}. Ana is on it.");
        (await house.Clara.NowAsync(asked)).Buttons.ShouldBeEmpty();

        // A second tap, on what was there before, changes nothing and shows what is now.
        await house.ReadEverythingAsync();
        await house.Clara.TapAsync(asked.Taps[3]);
        (await house.CaseAsync("ana-1")).Priority.ShouldBe(Priority.P4);
        (await house.Clara.NowAsync(asked)).Text.ShouldContain("P4 Stop everything, pull people in.");
        await house.OnlyAsync();
    }

    [Fact]
    public async Task After_fifteen_minutes_of_silence_it_stays_a_P3_and_whoever_triaged_may_tap_P4()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await TriageUndecidedAsync(house);
        await house.ReadEverythingAsync();
        await house.AdvanceAsync(14);
        await house.OnlyAsync();

        await house.AdvanceAsync(1);
        await house.OnlyAsync(house.Ana);
        var silent = await house.Ana.ReadOneAsync();
        silent.Text.ShouldBe("Clara has not answered. I keep it at P3. Looks like invalid data or an SLA? Tap P4.");
        silent.Buttons.ShouldBe(["P4"]);
        await house.Ana.TapAsync("P4");
        (await house.CaseAsync("ana-1")).ShouldSatisfyAllConditions(c => c.Priority.ShouldBe(Priority.P4), c => c.Undecided.ShouldBeFalse());
        (await house.Guild.ReadOneAsync()).Text.ShouldContain("P4");
    }

    [Fact]
    public async Task Whoever_was_asked_is_named_also_when_somebody_else_is_Level_2_by_now()
    {
        await using var house = await JourneyHouse.OpenAsync(SampleSquad.At(2026, 11, 30, 10, 50));
        await house.Bruno.TriageAsync(house, "don't know");
        await house.AdvanceAsync(15);

        house.Moment.Level2.ShouldBe("ana");
        (await house.Bruno.ReadAsync()).ShouldContain(m => m.Text.StartsWith("Clara has not answered. I keep it at P3.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("start", "Bruno asks where to start with #1 (P3, 5 min).")]
    [InlineData("stuck", "Bruno is stuck on #1 (P3, 5 min).")]
    [InlineData("priority", "Bruno asks about the priority of #1 (P3, 5 min).")]
    public async Task Level_2_reads_what_for_and_what_was_tried(string why, string reads)
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Bruno.TriageAsync(house, "3");
        await house.Bruno.SayAsync("note 1 Began at nine");
        await house.AdvanceAsync(5);
        await house.ReadEverythingAsync();

        await AskAsync(house.Bruno, why, "ran it again");
        var asked = await house.Clara.ReadOneAsync();
        asked.Summary.ShouldBe($"{reads} Tried: ran it again");
        asked.Lines.ShouldContain(reads);
        asked.Lines.ShouldContain("Tried: ran it again");
        asked.Lines.ShouldContain("Last note, Bruno 10:00: “Began at nine”");
        asked.Buttons.ShouldBe(["Joining now", "In 30 minutes", "I take it over"]);
    }

    [Theory]
    [InlineData("3", 30)]
    [InlineData("4", 10)]
    public async Task Silence_goes_to_a_lead_and_whoever_asked_is_told(string priority, int minutes)
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Bruno.TriageAsync(house, priority);
        await AskAsync(house.Bruno, "stuck", "");
        var unanswered = await house.Clara.ReadOneAsync();
        await house.ReadEverythingAsync();
        await house.AdvanceAsync(minutes - 1);
        await house.OnlyAsync();

        await house.AdvanceAsync(1);
        await house.OnlyAsync(house.Ana, house.Bruno);
        (await house.Bruno.ReadOneAsync()).Text.ShouldBe("Clara has not answered about #1. I asked Ana too.");
        var lead = await house.Ana.ReadOneAsync();
        lead.Text.ShouldContain("Clara is silent. To you as lead");
        await house.Ana.TapAsync("In 30 minutes");
        (await house.Bruno.ReadOneAsync()).Text.ShouldBe("Ana joins you in 30 minutes on #1.");
        (await house.Clara.NowAsync(unanswered)).Text.ShouldContain("Ana joins Bruno in 30 minutes");

        // Clara comes late: it was answered, and she reads by whom.
        await house.Clara.TapAsync(unanswered.Taps[2]);
        (await house.CaseAsync("bruno-1")).Owner.ShouldBe("ana");
        (await house.Clara.NowAsync(unanswered)).Text.ShouldContain("Ana joins Bruno in 30 minutes");
        await house.OnlyAsync();
    }

    [Fact]
    public async Task The_only_lead_is_not_sent_to_herself()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await AskAsync(house.Ana, "stuck", "");
        await house.ReadEverythingAsync();

        await house.AdvanceAsync(30);
        await house.OnlyAsync(house.Ana);
        (await house.Ana.ReadOneAsync()).Text.ShouldBe("Clara has not answered about #1. There is no other lead to ask: give it to somebody.");
    }

    [Fact]
    public async Task A_case_that_becomes_P4_does_not_wait_longer_than_a_P4()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Bruno.TriageAsync(house, "3");
        await AskAsync(house.Bruno, "stuck", "");
        await house.AdvanceAsync(5);
        await house.Bruno.SayAsync("priority 1 P4");
        await house.ReadEverythingAsync();

        await house.AdvanceAsync(5);
        await house.OnlyAsync(house.Ana, house.Bruno);
        (await house.Ana.ReadOneAsync()).Text.ShouldContain("Clara is silent.");
    }

    [Fact]
    public async Task I_take_it_over_moves_the_case()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await AskAsync(house.Ana, "stuck", "all of it");
        await house.ReadEverythingAsync();

        await house.Clara.TapAsync("I take it over");
        (await house.Ana.ReadOneAsync()).Text.ShouldBe("Clara takes #1 over.");
        (await house.IssueAsync()).Assignee.ShouldBe("clara");
        await house.ReadEverythingAsync();
        await house.AdvanceAsync(60);
        await house.OnlyAsync(house.Clara);
        (await house.Clara.ReadOneAsync()).Summary.ShouldBe($"#1 {Steps.Rows} (P3): an hour without news. Stuck?");
    }

    [Fact]
    public async Task Whoever_was_not_asked_cannot_answer()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await AskAsync(house.Ana, "stuck", "");
        var asked = await house.Clara.ReadOneAsync();
        await house.ReadEverythingAsync();

        await house.Davi.TapAsync(asked.Taps[2]);
        (await house.Davi.ReadOneAsync()).Text.ShouldBe("That question went to somebody else.");
        (await house.CaseAsync("ana-1")).Owner.ShouldBe("ana");
    }

    private static async Task AskAsync(JourneyWindow person, string why, string tried)
    {
        await person.TapAsync("Ask Level 2");
        await person.TapAsync("Ask Clara", ("why", why), ("tried", tried));
    }

    private static async Task TriageUndecidedAsync(JourneyHouse house)
    {
        await house.Ana.SayAsync($"triage {Steps.Rows}");
        await house.Ana.SayAsync("issue");
        (await house.Ana.AllAsync())[^1].Buttons.ShouldContain("Don't know, ask Clara.");
        await house.Ana.SayAsync("don't know");
        await house.Ana.SayAsync("details Two analysts see it.");
        await house.Ana.SayAsync("create");
    }
}
