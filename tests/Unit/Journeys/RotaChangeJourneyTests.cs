using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Journeys;

/// <summary>The rota as members change it in chat, as each of them sees it. It begins on Thursday at ten, with Ana on duty and Clara as Level 2.</summary>
public sealed class RotaChangeJourneyTests
{
    [Fact]
    public async Task Whoever_takes_over_has_the_duty_and_its_cases_at_once_and_everybody_hears_of_it()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "P3");

        await house.Bruno.SayAsync("take over");
        var asked = await house.Bruno.ReadOneAsync();
        asked.Text.ShouldStartWith("Hand-off · now until Fri 27 Nov 17:00\nYou take over from Ana now?");
        await house.OnlyAsync();
        await house.Bruno.TapAsync("I take over");

        (await house.Bruno.ReadAsync())[^1].Text.ShouldContain("You are on duty until Fri 27 Nov 17:00");
        (await house.Ana.ReadOneAsync()).Text.ShouldContain("Bruno has it. You are free.");
        (await house.Guild.ReadOneAsync()).Text.ShouldBe("Bruno is Hausmeister until Fri 27 Nov 17:00. Level 2: Ana.");
        (await house.IssueAsync()).Assignee.ShouldBe("bruno");
        await house.Davi.SayAsync("who");
        (await house.Davi.ReadOneAsync()).Text.ShouldContain("Bruno is Hausmeister until Fri 27 Nov 17:00");
        await house.AdvanceAsync(59);
        await house.OnlyAsync();
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 0));
        (await house.Davi.ReadAsync())[^1].Text.ShouldContain("Hand-off from Bruno");
    }

    [Fact]
    public async Task The_one_on_duty_hands_over_by_hand_and_the_other_one_confirms()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Davi.SayAsync("handoff to bruno");
        (await house.Davi.ReadOneAsync()).Text.ShouldBe("Ana, Level 2 or a lead hands it over. To take it yourself, type take over.");

        await house.Ana.SayAsync("handoff to bruno");
        await house.Ana.TapAsync("Hand over");

        (await house.Bruno.ReadOneAsync()).Text.ShouldContain("Not confirmed. Your shift began Thu 10:00. Until you confirm, urgent messages go to Ana too.");
        await house.Bruno.TapAsync("I'm on duty");
        (await house.Ana.ReadAsync())[^1].Text.ShouldBe("Bruno has it. You are free.");
    }

    [Fact]
    public async Task Somebody_who_is_ill_is_relieved_at_once_and_the_first_who_accepts_has_the_shift()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "P3");

        await house.Ana.SayAsync("ill");

        var ill = await house.Ana.ReadOneAsync();
        ill.Text.ShouldContain("Get well. Clara holds it now. Until when?");
        ill.Buttons.ShouldBe(["Today", "Rest of my shift", "I'll tell you"]);
        (await house.Clara.ReadOneAsync()).Text.ShouldContain("Hand-off from Ana · Thu 26 Nov 10:00\nYou are on duty until Fri 27 Nov 17:00");
        (await house.IssueAsync()).Assignee.ShouldBe("clara");
        var brunos = await house.Bruno.ReadOneAsync();
        brunos.Text.ShouldBe(
            """
            Rota · offered to all
            Ana is ill. Who takes the shift?
            Now until Fri 27 Nov 17:00. Clara holds it until somebody accepts.
            The first who accepts has it. Nobody by 10:30, and Clara appoints.
            """, StringCompareShould.IgnoreLineEndings);
        var davis = await house.Davi.ReadOneAsync();
        davis.Text.ShouldContain("Two shifts in a row for you: from Thu 26 Nov 10:00 to Mon 30 Nov 11:00.");

        await house.AdvanceAsync(5);
        await house.Davi.TapAsync("Can't");
        (await house.Davi.NowAsync(davis)).Text.ShouldStartWith("You can't take Ana's shift");
        await house.Bruno.TapAsync("Accept");

        (await house.Bruno.NowAsync(brunos)).Text.ShouldStartWith("Ana's shift, Thu 26 Nov 10:00 to Fri 27 Nov 17:00: Bruno has it");
        (await house.Davi.NowAsync(davis)).Text.ShouldContain("Bruno has it");
        (await house.IssueAsync()).Assignee.ShouldBe("bruno");
        (await house.Clara.ReadAsync())[^1].Text.ShouldContain("Bruno has it. You are free.");
        await house.AdvanceAsync(30);
        (await house.Clara.ReadAsync()).ShouldNotContain(message => message.Text.Contains("Who holds it"));
        await house.Davi.SayAsync("who");
        (await house.Davi.ReadAsync())[^1].Text.ShouldContain("Bruno is Hausmeister until Fri 27 Nov 17:00");

        await house.Ana.SayAsync("well");
        (await house.Bruno.ReadAsync())[^1].Text.ShouldContain("Ana has it. You are free.");
        (await house.IssueAsync()).Assignee.ShouldBe("ana");
    }

    [Fact]
    public async Task Nobody_accepts_for_half_an_hour_and_Level_2_and_a_lead_may_appoint()
    {
        await using var house = await JourneyHouse.OpenAsync(At(2026, 11, 28, 9, 0));
        await house.Davi.SayAsync("i'm ill");
        await house.Clara.TapAsync("I'm on duty");
        await house.ReadEverythingAsync();

        await house.AdvanceAsync(30);

        (await house.Clara.ReadOneAsync()).Text.ShouldContain("Who holds it until Mon 30 Nov 11:00?");
        var anas = await house.Ana.ReadOneAsync();
        anas.Text.ShouldContain("Nobody has accepted yet. Clara holds it meanwhile.");
        await house.OnlyAsync();
        await house.Ana.TapAsync("Bruno Has not answered · 2 shifts in a row");
        (await house.Bruno.ReadAsync()).ShouldContain(message => message.Text.StartsWith("It is yours: Davi's shift, Sat 28 Nov 09:00 to Mon 30 Nov 11:00. Ana decided it.", StringComparison.Ordinal));
        (await house.Bruno.AllAsync()).ShouldContain(message => message.Text.Contains("You are on duty until Fri 4 Dec 17:00"));
        (await house.Davi.ReadAsync())[^1].Text.ShouldStartWith("Bruno takes your shift");
    }

    [Fact]
    public async Task Ill_today_gives_the_rest_back_tomorrow()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.SayAsync("ill");
        await house.Ana.TapAsync("Today");
        await house.Clara.TapAsync("I'm on duty");
        await house.ReadEverythingAsync();

        await house.AdvanceToAsync(At(2026, 11, 27, 9, 0));

        (await house.Ana.ReadAsync()).ShouldContain(message => message.Text.Contains("Hand-off from Clara · Fri 27 Nov 09:00\nYou are on duty until Fri 27 Nov 17:00"));
    }

    [Fact]
    public async Task A_swap_goes_to_all_and_both_shifts_change_hands()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Bruno.SayAsync("swap");
        var form = await house.Bruno.ReadOneAsync();
        await house.Bruno.TapAsync("Offer it", ("shift", Unix(At(2026, 11, 30, 11))), ("with", "all"));
        (await house.Bruno.NowAsync(form)).Text.ShouldStartWith("Offered: Mon 30 Nov 11:00 to Fri 4 Dec 17:00 to all");

        var davis = await house.Davi.ReadOneAsync();
        davis.Text.ShouldBe(
            """
            Rota · a swap, offered to all
            Bruno needs a swap. Who takes the week?
            You take: Mon 30 Nov 11:00 to Fri 4 Dec 17:00
            Bruno takes: yours, Mon 14 Dec 11:00 to Fri 18 Dec 17:00
            Two shifts in a row for you: from Fri 27 Nov 17:00 to Fri 4 Dec 17:00.
            The first who accepts has it, and both are told. Until then it stays Bruno's.
            """, StringCompareShould.IgnoreLineEndings);
        var clarasAccept = await house.Clara.ButtonAsync("Accept");
        await house.Davi.TapAsync("Accept");

        (await house.Bruno.ReadOneAsync()).Text.ShouldBe("Davi takes your shift, Mon 30 Nov 11:00 to Fri 4 Dec 17:00. You take Mon 14 Dec 11:00 to Fri 18 Dec 17:00.");
        await house.Clara.TapAsync(clarasAccept);
        (await house.Clara.ReadAsync())[^1].Text.ShouldContain("Davi has it", customMessage: "the first one has it");
        await house.Ana.SayAsync("rota");
        var rota = (await house.Ana.ReadAsync())[^1].Text;
        rota.ShouldContain("30 Nov\nDavi\nfor Bruno");
        rota.ShouldContain("14 Dec\nBruno\nfor Davi");
    }

    [Fact]
    public async Task When_nobody_can_whoever_offered_it_and_a_lead_hear_so_and_the_shift_stays()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Bruno.SayAsync("swap");
        await house.Bruno.TapAsync("Offer it", ("shift", Unix(At(2026, 11, 30, 11))), ("with", "davi"));
        await house.ReadEverythingAsync();

        await house.Davi.TapAsync("Can't");

        (await house.Bruno.ReadOneAsync()).Text.ShouldBe("Nobody can take your week, Mon 30 Nov 11:00 to Fri 4 Dec 17:00. It stays yours: ask somebody, or a lead.");
        (await house.Ana.ReadOneAsync()).Text.ShouldStartWith("Nobody can take Bruno's week");
        await house.Clara.SayAsync("swap for bruno");
        (await house.Clara.ReadOneAsync()).Text.ShouldBe("Only a lead offers somebody else's shift.");
        await house.Ana.SayAsync("swap for bruno");
        (await house.Ana.ReadOneAsync()).Text.ShouldContain("Which of Bruno's shifts, and with whom?");
    }

    [Fact]
    public async Task What_others_hold_is_covered_at_a_tap_and_one_s_own_is_offered()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Clara.SayAsync("cover tomorrow 12:00 to 15:00");
        (await house.Clara.ReadOneAsync()).Text.ShouldBe(
            """
            Rota · Fri 27 Nov 12:00 to Fri 27 Nov 15:00
            You take it from Ana?
            Whose it is hears of it.
            """, StringCompareShould.IgnoreLineEndings);
        await house.Clara.TapAsync("I take it");
        (await house.Ana.ReadOneAsync()).Text.ShouldBe("Clara takes your shift, Fri 27 Nov 12:00 to Fri 27 Nov 15:00.");
        await house.AdvanceToAsync(At(2026, 11, 27, 12, 0));
        (await house.Clara.ReadAsync()).ShouldContain(message => message.Text.Contains("You are on duty until Fri 27 Nov 15:00"));

        await house.Ana.SayAsync("cover 27 Nov 15:00 to 17:00");
        (await house.Ana.ReadAsync())[^1].Text.ShouldContain("Rota · Fri 27 Nov 15:00 to Fri 27 Nov 17:00\nOffer it to all?");
        await house.Ana.TapAsync("Offer it");
        (await house.Bruno.ReadAsync())[^1].Text.ShouldContain("Ana needs cover. Who takes it?\nFri 27 Nov 15:00 to Fri 27 Nov 17:00");
        await house.Ana.SayAsync("cover 25:00 to 26:00");
        (await house.Ana.ReadAsync())[^1].Text.ShouldBe("Write it like this: cover Thu 24 Dec 12:00 to Sat 26 Dec 12:00");
    }

    [Fact]
    public async Task A_double_tap_offers_covers_and_takes_over_once()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Bruno.SayAsync("swap");
        var offer = await house.Bruno.ButtonAsync("Offer it");
        await house.Bruno.SayAsync("cover 27 Nov 12:00 to 15:00");
        var cover = await house.Bruno.ButtonAsync("I take it");
        await house.Bruno.SayAsync("take over");
        var take = await house.Bruno.ButtonAsync("I take over");
        await house.ReadEverythingAsync();

        foreach (var button in new[] { offer, offer, cover, cover, take, take })
            await house.Bruno.TapAsync(button, ("shift", Unix(At(2026, 11, 30, 11))), ("with", "all"));

        (await house.Davi.ReadOneAsync()).Text.ShouldContain("Bruno needs a swap.");
        var anas = await house.Ana.ReadAsync();
        anas.Count(message => message.Text.Contains("Bruno takes your shift")).ShouldBe(1);
        anas.Count(message => message.Text.Contains("Bruno has it. You are free.")).ShouldBe(1);
    }

    [Fact]
    public async Task A_swap_at_night_is_asked_in_the_morning()
    {
        await using var house = await JourneyHouse.OpenAsync(At(2026, 11, 25, 22, 0));
        await house.Bruno.SayAsync("swap");
        await house.Bruno.TapAsync("Offer it", ("shift", Unix(At(2026, 11, 30, 11))), ("with", "all"));
        await house.ReadEverythingAsync();

        await house.AdvanceToAsync(At(2026, 11, 26, 8, 59));
        await house.OnlyAsync();
        await house.AdvanceToAsync(At(2026, 11, 26, 9, 0));
        (await house.Davi.ReadOneAsync()).Text.ShouldContain("Bruno needs a swap.");
    }

    [Fact]
    public async Task What_was_agreed_on_outlives_a_restart_and_reaches_the_calendar()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Bruno.SayAsync("take over");
        await house.Bruno.TapAsync("I take over");

        await using var restarted = await house.RestartedAsync();
        await restarted.Davi.SayAsync("who");

        (await restarted.Davi.AllAsync())[^1].Text.ShouldContain("Bruno is Hausmeister until Fri 27 Nov 17:00");
    }

    private static string Unix(NodaTime.Instant at) => at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
