using NodaTime;

namespace Hausmeister.Tests.Journeys;

/// <summary>What is not urgent waits for work hours, and the weekend's P3 for Monday.</summary>
public sealed class MorningJourneyTests
{
    private static readonly Instant Monday = SampleSquad.At(2026, 11, 30, 11, 0);

    [Fact]
    public async Task The_weekends_P3_is_nobodys_and_on_Monday_the_Hausmeister_has_it_in_one_message()
    {
        await using var house = await JourneyHouse.OpenAsync(SampleSquad.At(2026, 11, 27, 17, 5));
        await house.Davi.TriageAsync(house, "3");
        (await house.CaseAsync("davi-1")).Owner.ShouldBeNull();
        (await house.IssueAsync()).Assignee.ShouldBeNull();
        var card = (await house.Davi.AllAsync())[^1];
        card.Text.ShouldContain("Waits for Monday 11:00. At the weekend it is nobody's.");
        card.Text.ShouldContain("I ask for news at Mon 30 Nov 11:00.");
        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 29, 12, 0));
        await house.Davi.TriageAsync(house, "3", "The ledger runs out of memory");

        await house.AdvanceToAsync(Monday - Duration.FromSeconds(1));
        await house.OnlyAsync(house.Davi);
        await house.AdvanceToAsync(Monday);
        await house.OnlyAsync(house.Bruno, house.Davi, house.Guild);
        var morning = (await house.Bruno.ReadAsync()).Single(message => !message.Summary.StartsWith("Hand-off", StringComparison.Ordinal));
        morning.Summary.ShouldBe("2 issues: an hour without news. Stuck?");
        morning.Text.ShouldContain($"#1 {Steps.Rows} (P3)");
        morning.Text.ShouldContain("#2 The ledger runs out of memory (P3)");
        (await house.IssueAsync(1)).Assignee.ShouldBe("bruno");
        (await house.IssueAsync(2)).Assignee.ShouldBe("bruno");
        (await house.Davi.NowAsync(card)).Text.ShouldContain("Bruno works on it now.");
    }

    [Fact]
    public async Task A_weekends_P4_belongs_to_whoever_is_on_call()
    {
        await using var house = await JourneyHouse.OpenAsync(SampleSquad.At(2026, 11, 28, 3, 0));
        await house.Davi.SayAsync("p4 The datasets are invalid");
        await house.Davi.TapAsync("Create P4");

        (await house.IssueAsync()).Assignee.ShouldBe("davi");
        (await house.Clara.ReadOneAsync()).Text.ShouldContain("Davi is on it.");
    }

    [Fact]
    public async Task Everything_that_waited_for_the_morning_is_one_message_that_keeps_all_of_it()
    {
        await using var house = await JourneyHouse.OpenAsync(SampleSquad.At(2026, 11, 25, 20, 0));
        var ana = house.Ana;
        await ana.TriageAsync(house, "3");
        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 26, 8, 30));
        await house.Bruno.TriageAsync(house, "3", "The ledger runs out of memory");
        await house.Guest.SayAsync("My table shows no rows");
        await house.Guest.SayAsync("About 2,000 rows a day");
        await house.ReadEverythingAsync();
        await house.AdvanceAsync(29);
        await house.OnlyAsync();

        await house.AdvanceAsync(1);
        await house.OnlyAsync(ana);
        var morning = await ana.ReadOneAsync();
        morning.Lines[0].ShouldBe("Thu 26 Nov 09:00 · since yesterday 18:00");
        morning.Lines[1].ShouldBe("Good morning. 3 things waited");
        morning.Lines.ShouldContain($"#1 {Steps.Rows} (P3): an hour without news. Stuck?");
        morning.Lines.ShouldContain("New, and yours: #2 The ledger runs out of memory (P3)");
        morning.Lines.ShouldContain("A guest asks: My table shows no rows");
        morning.Buttons.ShouldBe(["Moving", "Stuck, get Clara", "Waiting until…", "Fixed", "Show", "Take it"]);

        await ana.TapAsync("Moving");
        var moving = await ana.NowAsync(morning);
        moving.Text.ShouldContain("Moving. I ask again at 10:00.");
        moving.Buttons.ShouldBe(["Show", "Take it"]);
        await ana.TapAsync("Take it");
        var taken = await ana.NowAsync(morning);
        taken.Buttons.ShouldBe(["Show"]);
        taken.Text.ShouldContain("Moving. I ask again at 10:00.");
        (await house.Guest.ReadOneAsync()).Text.ShouldBe("Ana has it.");
    }

    [Fact]
    public async Task What_somebody_else_triaged_in_the_evening_is_asked_about_in_the_morning_without_a_second_word()
    {
        await using var house = await JourneyHouse.OpenAsync(SampleSquad.At(2026, 11, 25, 20, 0));
        await house.Bruno.TriageAsync(house, "3");

        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 26, 9, 0));
        (await house.Ana.ReadOneAsync()).Summary.ShouldBe($"#1 {Steps.Rows} (P3): an hour without news. Stuck?");
    }

    [Fact]
    public async Task A_P4_before_work_hours_brings_no_P3_along()
    {
        await using var house = await JourneyHouse.OpenAsync(SampleSquad.At(2026, 11, 26, 7, 50));
        await house.Ana.TriageAsync(house, "3");
        await house.AdvanceAsync(7);
        await house.Ana.SayAsync("p4 The datasets are invalid");
        await house.Ana.TapAsync("Create P4");
        await house.ReadEverythingAsync();

        await house.AdvanceToAsync(SampleSquad.At(2026, 11, 26, 8, 59));
        (await house.Ana.ReadOneAsync()).Summary.ShouldBe("#2 The datasets are invalid (P4): an hour without news. Stuck?");
        await house.AdvanceAsync(1);
        (await house.Ana.ReadOneAsync()).Summary.ShouldBe($"#1 {Steps.Rows} (P3): an hour without news. Stuck?");
    }

    [Fact]
    public async Task Something_alone_that_waited_is_a_message_of_its_own_kind()
    {
        await using var house = await JourneyHouse.OpenAsync(SampleSquad.At(2026, 11, 26, 8, 30));
        await house.Bruno.TriageAsync(house, "3");

        await house.AdvanceAsync(30);
        (await house.Ana.ReadOneAsync()).Summary.ShouldBe($"Bruno gave you this: #1 P3 {Steps.Rows}. You work on it now, or give it to someone who knows it better.");
    }
}
