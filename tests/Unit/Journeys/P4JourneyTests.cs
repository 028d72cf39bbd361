using Hausmeister.Domain.Cases;

namespace Hausmeister.Tests.Journeys;

/// <summary>A P4, and what becomes one: everybody who must know hears of it, once.</summary>
public sealed class P4JourneyTests
{
    private const string Invalid = "Financial Reports read an invalid dataset";

    [Fact]
    public async Task A_P4_tells_Level_2_and_the_guild_pulls_people_in_and_goes_to_Level_2_when_nobody_answers()
    {
        await using var house = await JourneyHouse.OpenAsync(SampleSquad.At(2026, 11, 26, 2, 0));
        var (ana, clara, bruno) = (house.Ana, house.Clara, house.Bruno);
        await ana.SayAsync($"p4 {Invalid}");
        await ana.ReadAsync();
        await ana.TapAsync("Create P4");

        await house.OnlyAsync(ana, clara, house.Guild);
        (await house.Guild.ReadOneAsync()).Text.ShouldBe($"P4: #1 {Invalid}. Ana is on it.");
        var begun = await clara.ReadOneAsync();
        begun.Text.ShouldContain("A P4 has begun. Ana is on it.");
        begun.Buttons.ShouldBe(["Show", "Pull in…"]);
        var card = await ana.ReadOneAsync();
        card.Buttons.ShouldBe(["Pull in…", "Note", "Give to…", "Priority", "Ask Level 2", "Fixed"]);
        (await house.IssueAsync()).Labels.ShouldBe(["bug", "data-infra", "P4"], ignoreOrder: true);
        (await house.IssueAsync()).Assignee.ShouldBe("ana");

        await ana.TapAsync("Pull in…");
        await ana.TapAsync("Ask them", ("members", "bruno,davi"));
        var asked = await bruno.ReadOneAsync();
        asked.Summary.ShouldBe($"Ana asks you to drop your work and help with P4 #1 {Invalid}.");
        asked.Text.ShouldContain($"Ana asks you to drop your work and help with P4 #1 {Invalid}.");
        asked.Buttons.ShouldBe(["Coming", "Can't"]);
        await ana.ReadAsync();
        await bruno.TapAsync("Coming");
        (await ana.ReadOneAsync()).Text.ShouldBe($"Bruno is coming: #1 {Invalid}.");
        await house.Davi.TapAsync("Can't");
        (await ana.ReadOneAsync()).Text.ShouldBe($"Davi can't come: #1 {Invalid}.");
        (await ana.NowAsync(card)).Text.ShouldContain("Coming: Bruno. Can't: Davi.");
        await house.ReadEverythingAsync();

        // Every hour, at any hour, however often it moves.
        for (var hour = 0; hour < 4; hour++)
        {
            await house.AdvanceAsync(60);
            await house.OnlyAsync(ana);
            (await ana.ReadOneAsync()).Summary.ShouldBe($"#1 {Invalid} (P4): an hour without news. Stuck?");
            await ana.TapAsync("Moving");
        }

        await house.AdvanceAsync(60);
        (await ana.ReadOneAsync()).Text.ShouldContain("No answer by 07:15 goes to Clara.");
        await house.AdvanceAsync(14);
        await house.OnlyAsync();
        await house.AdvanceAsync(1);
        await house.OnlyAsync(clara);
        (await clara.ReadOneAsync()).Text.ShouldBe($"Ana has not answered about #1 {Invalid} (P4, 5 h 15): an hour without news.");
    }

    [Fact]
    public async Task Becoming_P4_by_chat_runs_every_consequence_once()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "2");

        await house.Ana.SayAsync("priority 1 P4");
        await house.Ana.SayAsync("priority 1 P4");
        await BecameP4OnceAsync(house);
    }

    [Fact]
    public async Task Becoming_P4_by_a_tap_runs_every_consequence_once()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "2");

        await house.Ana.TapAsync("Priority");
        var p4 = (await house.Ana.AllAsync())[^1].Taps[0];
        await house.Ana.TapAsync(p4);
        await house.Ana.TapAsync(p4);
        await BecameP4OnceAsync(house);
    }

    [Fact]
    public async Task Becoming_P4_by_a_label_in_the_tracker_runs_every_consequence_once()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "2");

        await house.Tracker.SetLabelsAsync(house.Squad.Issues, 1, ["bug", "data-infra", "P4"], CancellationToken.None);
        await house.AdvanceAsync(10);
        await BecameP4OnceAsync(house);
    }

    [Fact]
    public async Task Whoever_owns_what_becomes_a_P4_hears_of_it()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");

        await house.Bruno.SayAsync("priority 1 P4");

        (await house.Ana.ReadOneAsync()).Text.ShouldBe($"Bruno decided: #1 {Steps.Rows} is P4.");
        await house.Clara.ReadOneAsync();
        await house.Guild.ReadOneAsync();
    }

    [Fact]
    public async Task What_becomes_P4_again_is_told_again_and_in_between_nobody_drops_their_work()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.SayAsync($"p4 {Invalid}");
        await house.Ana.TapAsync("Create P4");
        await house.Ana.TapAsync("Pull in…");
        await house.Ana.TapAsync("Ask them", ("members", "bruno"));
        var (plea, guild) = (await house.Bruno.ReadOneAsync(), await house.Guild.ReadOneAsync());
        await house.ReadEverythingAsync();

        await house.Ana.SayAsync("priority 1 P3");
        (await house.Guild.NowAsync(guild)).Text.ShouldBe($"P4: #1 {Invalid}. It is P3 now.");
        (await house.Bruno.NowAsync(plea)).Text.ShouldContain("It is P3 now. Nobody needs to drop their work.");
        (await house.Bruno.NowAsync(plea)).Buttons.ShouldBeEmpty();
        await house.OnlyAsync(house.Ana);

        await house.Ana.SayAsync("priority 1 P4");
        (await house.Guild.ReadOneAsync()).Text.ShouldStartWith($"P4: #1 {Invalid}. Ana is on it.");
        (await house.Clara.ReadOneAsync()).Text.ShouldContain("A P4 has begun.");
    }

    [Fact]
    public async Task A_P4_that_is_a_P3_now_goes_to_nobody_for_its_silence()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.SayAsync($"p4 {Invalid}");
        await house.Ana.TapAsync("Create P4");
        await house.AdvanceAsync(65);
        await house.Ana.SayAsync("priority 1 P3");
        await house.ReadEverythingAsync();

        await house.AdvanceAsync(59);
        await house.OnlyAsync();
    }

    [Fact]
    public async Task A_P4_that_Level_2_triages_is_told_to_its_owner_and_the_guild_only()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Clara.SayAsync($"p4 {Invalid}");
        await house.Clara.TapAsync("Create P4");

        (await house.Ana.ReadOneAsync()).Summary.ShouldStartWith("Clara gave you this");
        await house.Guild.ReadOneAsync();
        await house.OnlyAsync(house.Clara);
    }

    [Fact]
    public async Task A_weekends_P4_is_whoevers_is_on_call_and_they_hear_of_it_at_once()
    {
        await using var house = await JourneyHouse.OpenAsync(SampleSquad.At(2026, 11, 28, 3, 0));
        await house.Bruno.TriageAsync(house, "3");

        await house.Bruno.SayAsync("priority 1 P4");

        (await house.Davi.ReadOneAsync()).Summary.ShouldStartWith("Bruno gave you this");
        (await house.IssueAsync()).Assignee.ShouldBe("davi");
        (await house.CaseAsync("bruno-1")).Owner.ShouldBe("davi");
    }

    private static async Task BecameP4OnceAsync(JourneyHouse house)
    {
        (await house.Guild.ReadOneAsync()).Text.ShouldBe($"P4: #1 {Steps.Rows}. Ana is on it.");
        (await house.Clara.ReadOneAsync()).Text.ShouldContain("A P4 has begun. Ana is on it.");
        (await house.IssueAsync()).Labels.ShouldBe(["bug", "data-infra", "P4"], ignoreOrder: true);
        (await house.IssueAsync()).Assignee.ShouldBe("ana");
        (await house.CaseAsync("ana-1")).Owner.ShouldBe("ana");
        await house.ReadEverythingAsync();

        await house.AdvanceToAsync(house.CaseAsync("ana-1").Result.P4Since!.Value + NodaTime.Duration.FromHours(1));
        await house.OnlyAsync(house.Ana);
        (await house.Ana.ReadOneAsync()).Summary.ShouldBe($"#1 {Steps.Rows} (P4): an hour without news. Stuck?");
    }
}
