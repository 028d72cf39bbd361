namespace Hausmeister.Tests.Journeys;

/// <summary>A guest's report, until the guest reads what became of it.</summary>
public sealed class GuestJourneyTests
{
    [Fact]
    public async Task A_guests_report_is_taken_becomes_an_issue_and_the_guest_hears_of_each_step()
    {
        await using var house = await JourneyHouse.OpenAsync();
        var (ana, guest) = (house.Ana, house.Guest);
        await guest.SayAsync("The table my_sales shows no rows");
        (await guest.ReadOneAsync()).Text.ShouldBe("What did you expect?");
        await guest.SayAsync("About 2,000 rows a day");
        (await guest.ReadOneAsync()).Lines[0].ShouldBe("Sent to Ana, Hausmeister until Fri 27 Nov 17:00. The answer comes here.");

        var report = await ana.ReadOneAsync();
        report.Lines.ShouldContain("Did: “The table my_sales shows no rows”");
        report.Lines.ShouldContain("Expected: “About 2,000 rows a day”");
        report.Buttons.ShouldBe(["Take it"]);
        await house.OnlyAsync();

        await ana.TapAsync("Take it");
        (await guest.ReadOneAsync()).Text.ShouldBe("Ana has it.");
        (await ana.NowAsync(report)).Text.ShouldContain("You have it.");
        await ana.SayAsync("issue");
        if ((await ana.AllAsync())[^1].Buttons.Contains("None of these"))
            await ana.SayAsync("none of these");
        await ana.SayAsync("3");
        await ana.SayAsync("create");
        (await guest.ReadAsync())[^1].Text.ShouldBe("This is on our side: #1, P3, Ana is on it.");
        (await house.IssueAsync()).Body.ShouldContain("my_sales");

        await ana.TapAsync("Fixed");
        await ana.TapAsync("It is fixed");
        (await guest.ReadAsync())[^1].Text.ShouldBe("#1 is fixed.");
        (await guest.AllAsync()).ShouldAllBe(message => !message.Buttons.Any());
    }

    [Fact]
    public async Task Whoever_comes_second_reads_who_has_it()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Guest.SayAsync("The table my_sales shows no rows");
        await house.Guest.SayAsync("Rows");
        var take = await house.Ana.ButtonAsync("Take it");
        await house.Ana.TapAsync(take);
        await house.ReadEverythingAsync();

        await house.Bruno.TapAsync(take);
        (await house.Bruno.ReadAsync())[0].Text.ShouldBe("Ana has it already.");
        await house.OnlyAsync();
    }

    [Theory]
    [InlineData("note 1 mine")]
    [InlineData("priority 1 P4")]
    [InlineData("issues")]
    public async Task A_guest_is_no_member(string command)
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.Guest.SayAsync(command);

        (await house.Guest.ReadOneAsync()).Text.ShouldStartWith("That is for the squad's members.");
        (await house.CaseAsync("ana-1")).Notes.ShouldBeEmpty();
    }
}
