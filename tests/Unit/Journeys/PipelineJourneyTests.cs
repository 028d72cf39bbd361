using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Ports;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Journeys;

/// <summary>A night and its morning, as those see it who are on duty, in the guild, in the announcements and somewhere outside of the squad.</summary>
public sealed class PipelineJourneyTests
{
    private static readonly Instant Due = At(2026, 11, 25, 23, 0);

    [Fact]
    public async Task A_failure_is_taken_on_by_Level_2_and_everybody_reads_so()
    {
        await using var house = await FailedAsync();
        var card = await house.Ana.ReadOneAsync();
        card.Text.ShouldContain("Financial Reports failed 03:12: finance.ledger, no tries left. Holds up 3 stages. Contracts are fine.");
        card.Text.ShouldContain("No On it by 03:44, and Clara is called.");
        card.Buttons.ShouldBe(["On it", "Log", "Triage"]);
        var guild = await house.Guild.ReadOneAsync();
        guild.Text.ShouldNotContain("finance.ledger");

        await house.AdvanceToAsync(At(2026, 11, 26, 3, 45));
        await house.Clara.TapAsync("On it");
        await house.Ana.TapAsync((await house.Ana.NowAsync(card)).Taps.FirstOrDefault(b => b.Title == "On it") ?? card.Taps[0]);

        (await house.Ana.NowAsync(card)).Text.ShouldContain("Clara is on it since 03:45.");
        (await house.Guild.NowAsync(guild)).Text.ShouldContain("Clara is on it.");
        await house.Bruno.SayAsync("dag");
        (await house.Bruno.ReadAsync())[^1].Text.ShouldContain("Financial Reports have to be calculated again (failed 03:12, Clara is on it)");
        await house.Davi.ReadsNothingAsync();
    }

    [Fact]
    public async Task A_trouble_is_triaged_from_its_priority_and_its_log_is_a_tap_away()
    {
        await using var house = await FailedAsync();

        await house.Ana.TapAsync("Log");
        (await house.Ana.ReadAsync())[^1].Text.ShouldContain("finance.ledger");
        await house.Ana.TapAsync("Triage");
        (await house.Ana.ReadAsync())[^1].Text.ShouldContain("How urgent is it?");
        await house.Ana.SayAsync("P3");
        await house.Ana.TapAsync("Create");

        var issue = await house.IssueAsync();
        issue.Title.ShouldBe("Financial Reports failed: finance.ledger");
        issue.Body.ShouldContain("Run: prod-dagao, due Wed 25 Nov 23:00.");
        issue.Body.ShouldContain("https://airflow.example/log/finance.ledger");
    }

    [Fact]
    public async Task The_open_issue_about_the_same_node_gets_one_note_however_often_it_is_tapped()
    {
        await using var house = await OpenAsync(At(2026, 11, 25, 17, 0));
        await house.Ana.SayAsync("triage finance.ledger runs out of memory");
        await house.Ana.SayAsync("issue");
        await house.Ana.SayAsync("P2");
        await house.Ana.TapAsync("Create");
        await FailAsync(house);

        await house.Ana.TapAsync("Add to #1");
        await house.Ana.TapAsync("Add to #1");

        (await house.Ana.ReadAsync())[^1].Text.ShouldContain("Added to #1");
        (await house.CaseAsync("ana-1")).Notes.ShouldHaveSingleItem().Text.ShouldContain("Financial Reports failed: finance.ledger");
    }

    [Fact]
    public async Task The_one_on_duty_adds_a_note_and_everybody_reads_it_on_the_post_that_is_edited()
    {
        await using var house = await FailedAsync();
        await house.Ana.TapAsync("On it");
        await house.AdvanceToAsync(At(2026, 11, 26, 8, 46));
        (await house.Ana.ReadAsync())[^1].Text.ShouldContain("This goes out at 09:00");
        await house.Announcements.ReadsNothingAsync();

        await house.Ana.TapAsync("Add a note");
        await house.Ana.TapAsync("Save the note", ("text", "The ledger runs again with more memory."));
        await house.AdvanceToAsync(At(2026, 11, 26, 9, 0));

        var post = await house.Announcements.ReadOneAsync();
        post.Text.ShouldContain("“The ledger runs again with more memory.”");
        post.Text.ShouldContain("(failed 03:12, Ana is on it)");
        house.Airflow.Load(house.Airflow.Runs[0], At(2026, 11, 26, 10, 52));
        house.Airflow.End(house.Airflow.Runs[0], RunState.Success, At(2026, 11, 26, 10, 52));
        await house.AdvanceToAsync(At(2026, 11, 26, 10, 54));
        (await house.Announcements.NowAsync(post)).Text.ShouldContain("Complete 10:52.");
        await house.Announcements.ReadsNothingAsync();
        (await house.Guild.AllAsync())[^1].Text.ShouldContain("fixed");
    }

    [Fact]
    public async Task Only_the_one_on_duty_Level_2_and_leads_speak_with_the_post()
    {
        await using var house = await FailedAsync();
        await house.AdvanceToAsync(At(2026, 11, 26, 8, 46));
        var post = await house.Ana.ButtonAsync("Post now");

        await house.Davi.TapAsync(post);
        await house.Announcements.ReadsNothingAsync();
        (await house.Davi.ReadOneAsync()).Text.ShouldBe("That is for the one on duty, Level 2 or a lead. Your tap did nothing.");
        await house.Clara.TapAsync(post);
        await house.Ana.TapAsync(post);

        await house.Announcements.ReadOneAsync();
        await house.AdvanceToAsync(At(2026, 11, 26, 9, 5));
        await house.Announcements.ReadsNothingAsync();
    }

    [Fact]
    public async Task A_guest_in_the_announcements_is_asked_and_told_alone()
    {
        await using var house = await FailedAsync();
        await house.AdvanceToAsync(At(2026, 11, 26, 9, 0));
        await house.Announcements.ReadOneAsync();

        await house.GuestIn("announcements").TapAsync("Tell me when…");
        await house.Announcements.ReadsNothingAsync();
        await house.Guest.TapAsync("Tell me", ("stage", "Financial Reports"));
        (await house.Guest.AllAsync())[^1].Text.ShouldContain("I tell you when Financial Reports are loaded");
        house.Airflow.Load(house.Airflow.Runs[0], At(2026, 11, 26, 10, 30));
        await house.AdvanceToAsync(At(2026, 11, 26, 10, 40));

        (await house.Guest.AllAsync())[^1].Text.ShouldBe("Financial Reports are loaded, 10:30.");
        await house.Announcements.ReadsNothingAsync();
    }

    [Fact]
    public async Task Refresh_reads_the_run_anew_and_the_card_becomes_what_it_found()
    {
        await using var house = await FailedAsync();
        await house.Bruno.SayAsync("dag");
        var card = (await house.Bruno.ReadAsync())[^1];
        house.Airflow.Load(house.Airflow.Runs[0], At(2026, 11, 26, 3, 14));
        house.SleepUntil(house.Now + Duration.FromSeconds(30));

        await house.Bruno.TapAsync("Refresh");

        (await house.Bruno.NowAsync(card)).Text.ShouldContain("Complete 03:14.");
    }

    [Fact]
    public async Task The_hand_off_carries_the_run_as_it_is_and_what_was_said_of_it()
    {
        await using var house = await OpenAsync(At(2026, 11, 26, 22, 0));
        house.Airflow.NextDue = At(2026, 11, 26, 23, 0);
        await house.AdvanceToAsync(At(2026, 11, 26, 23, 1));
        var run = house.Airflow.Begin(At(2026, 11, 26, 23, 0));
        house.Airflow.Load(run, At(2026, 11, 27, 0, 30));
        house.Airflow.End(run, RunState.Success, At(2026, 11, 27, 0, 30));
        await house.AdvanceToAsync(At(2026, 11, 27, 16, 31));
        (await house.Ana.AllAsync())[^1].Text.ShouldContain("DAG for Fri 27 Nov (due Thu 23:00)\nComplete 00:30");

        await house.Ana.TapAsync("Save notes", ("note_dag", "Fast tonight, nothing to do."));
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 0));

        (await house.Davi.AllAsync())[^1].Text.ShouldContain("DAG for Fri 27 Nov (due Thu 23:00): complete 00:30.\nAna: “Fast tonight, nothing to do.”");
    }

    [Fact]
    public async Task A_squad_without_a_nightly_run_is_told_so_and_nothing_is_read()
    {
        await using var house = await JourneyHouse.OpenAsync();

        await house.Ana.SayAsync("dag");
        (await house.Ana.ReadOneAsync()).Text.ShouldBe("No nightly run is set up for this squad: its file has no pipeline.");
        await house.Ana.SayAsync("dag history");
        (await house.Ana.ReadOneAsync()).Text.ShouldBe("No nightly run is set up for this squad: its file has no pipeline.");
        house.Airflow.Readings.ShouldBe(0);
    }

    [Fact]
    public async Task After_a_restart_nothing_is_said_twice_and_the_day_goes_on()
    {
        await using var house = await FailedAsync();
        await using var restarted = await house.RestartedAsync();
        await restarted.AdvanceToAsync(At(2026, 11, 26, 9, 5));

        (await restarted.Ana.AllAsync()).Count(m => m.Text.Contains("no tries left", StringComparison.Ordinal)).ShouldBe(1);
        (await restarted.Announcements.AllAsync()).Count.ShouldBe(1);
        (await restarted.Guild.AllAsync()).Count.ShouldBe(1);
    }

    private static async Task<JourneyHouse> OpenAsync(Instant start)
    {
        var house = await JourneyHouse.OpenAsync(start, squad: WithDag);
        house.Airflow.NextDue = Due;
        return house;
    }

    private static async Task<JourneyHouse> FailedAsync()
    {
        var house = await OpenAsync(At(2026, 11, 25, 22, 0));
        await FailAsync(house);
        return house;
    }

    /// <summary>Two minutes past twelve past three.</summary>
    private static async Task FailAsync(JourneyHouse house)
    {
        await house.AdvanceToAsync(Due + Duration.FromMinutes(1));
        var run = house.Airflow.Begin(Due);
        house.Airflow.Set(run, "itaipu-contracts legacy-export", "success", Due, At(2026, 11, 26, 2, 51));
        await house.AdvanceToAsync(At(2026, 11, 26, 3, 13));
        house.Airflow.Set(run, "finance.ledger", "failed", At(2026, 11, 26, 2, 55), At(2026, 11, 26, 3, 12));
        house.Airflow.Set(run, "finance.wait-for-files", "success", At(2026, 11, 26, 2, 55), At(2026, 11, 26, 2, 56));
        house.Airflow.Set(run, "finance.report itaipu-dimensional-modeling capivara-dm itaipu-policies itaipu-rest capivara-rest", "upstream_failed");
        await house.AdvanceToAsync(At(2026, 11, 26, 3, 14));
    }
}
