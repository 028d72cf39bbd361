using System.Text.Json.Nodes;
using NodaTime;
using static Hausmeister.Tests.SampleSquad;

namespace Hausmeister.Tests.Journeys;

/// <summary>The Friday and the Monday hand-off, as each of the four people sees them.</summary>
public sealed class HandOffJourneyTests
{
    private static readonly Instant BeforeFriday = At(2026, 11, 27, 16, 40);

    [Fact]
    public async Task On_Friday_duty_and_items_go_to_the_weekend_on_call_who_confirms_and_everybody_reads_so()
    {
        await using var house = await JourneyHouse.OpenAsync(BeforeFriday);
        await house.Bruno.TapAsync("Ready");
        await house.Ana.TriageAsync(house, "P3");
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 0));

        var card = await house.Davi.ReadOneAsync();
        card.Text.ShouldBe(
            """
            Hand-off from Ana · Fri 27 Nov 17:00
            You are on duty until Mon 30 Nov 11:00
            Not confirmed. Your shift began Fri 17:00. Until you confirm, urgent messages go to Ana too.
            Can wake you · 1
            #1 Contracts has duplicated rows since Tuesday
            P3 · Ana · 20 min
            No answer: I remind you at 17:15, and Clara at 17:30.
            """, StringCompareShould.IgnoreLineEndings);
        card.Buttons.ShouldBe(["I'm on duty, I take it", "Take", "Ask Ana"]);
        var anas = await house.Ana.ReadOneAsync();
        anas.Text.ShouldContain("Not confirmed. Davi's shift began Fri 17:00. Until then urgent messages go to you too.");
        anas.Buttons.ShouldBeEmpty();
        var guild = await house.Guild.ReadOneAsync();
        guild.Text.ShouldBe("Davi is on call until Mon 30 Nov 11:00. Level 2: Clara. Not confirmed yet: until then also Ana.");
        await house.Bruno.SayAsync("who");
        (await house.Bruno.ReadOneAsync()).Text.ShouldContain("Davi's shift began Fri 17:00, not confirmed. Until then also: Ana.");

        await house.Davi.TapAsync("I'm on duty, I take it");

        (await house.Davi.NowAsync(card)).Text.ShouldContain("Confirmed Fri 17:00. You have it. Ana is free.");
        (await house.Davi.NowAsync(card)).Buttons.ShouldBe(["Ask Ana"]);
        (await house.Ana.NowAsync(anas)).Text.ShouldContain("Davi has it. You are free. Confirmed Fri 17:00, 1 taken");
        (await house.Ana.ReadAsync())[^1].Text.ShouldBe("Davi has it. You are free.");
        (await house.Guild.NowAsync(guild)).Text.ShouldBe("Davi is on call until Mon 30 Nov 11:00. Level 2: Clara.");
        (await house.IssueAsync()).Assignee.ShouldBe("davi");
        await house.Bruno.SayAsync("who");
        (await house.Bruno.ReadOneAsync()).Text.ShouldNotContain("not confirmed");
        await house.AdvanceToAsync(At(2026, 11, 27, 19, 0));
        await house.OnlyAsync();
    }

    [Fact]
    public async Task A_question_goes_to_whoever_handed_it_over_and_the_answer_comes_into_the_card()
    {
        await using var house = await FridayAsync(withIssue: true);
        var card = (await house.Davi.AllAsync())[^1];

        await house.Davi.TapAsync("Ask Ana");
        await house.Davi.TapAsync("Ask", ("question", "Which queue?"));

        var question = await house.Ana.ReadOneAsync();
        question.Text.ShouldContain("Davi asks about #1\n“Which queue?”");
        await house.Ana.TapAsync("Answer", ("answer", "The finance one."));

        (await house.Davi.NowAsync(card)).Text.ShouldContain("You asked: Which queue? Ana: The finance one.");
        (await house.Davi.ReadAsync())[^1].Text.ShouldBe("Ana about #1: The finance one.");
        (await house.Ana.NowAsync(question)).Buttons.ShouldBeEmpty();
        (await house.Davi.NowAsync(card)).Buttons.ShouldContain("I'm on duty, I take it", "the duty does not wait for the answer, nor is it taken by a question");
    }

    [Fact]
    public async Task Silence_is_followed_by_a_reminder_then_by_Level_2_then_by_a_lead_and_again_after_twice_the_time()
    {
        await using var house = await FridayAsync(withIssue: false);

        await house.AdvanceToAsync(At(2026, 11, 27, 17, 14));
        await house.OnlyAsync();
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 15));
        (await house.Davi.ReadOneAsync()).Text.ShouldStartWith("Not confirmed. Your shift began Fri 17:00. Nothing is open.");
        await house.OnlyAsync();
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 30));
        var level2 = await house.Clara.ReadOneAsync();
        level2.Text.ShouldContain("Not confirmed for 30 min. Davi's shift began Fri 17:00. Until then also: Ana.");
        level2.Text.ShouldEndWith("No answer by 18:00 goes to Ana as lead.");
        level2.Buttons.ShouldBe(["I hold it until Davi answers", "Appoint…"]);
        await house.OnlyAsync();
        await house.AdvanceToAsync(At(2026, 11, 27, 18, 0));
        var lead = await house.Ana.ReadOneAsync();
        lead.Text.ShouldContain("Not confirmed for 1 h. Davi's shift began Fri 17:00. Clara was asked at 17:30 and has not answered.");
        lead.Buttons.ShouldBe(["Appoint…"]);
        await house.OnlyAsync();
        (await house.Clara.NowAsync(level2)).Text.ShouldEndWith("Ana was asked at 18:00.");
        (await house.Davi.AllAsync())[0].Text.ShouldEndWith("Clara was asked at 17:30, Ana at 18:00.");
        await house.AdvanceToAsync(At(2026, 11, 27, 19, 0));
        (await house.Davi.ReadOneAsync()).Text.ShouldStartWith("Not confirmed.");
        (await house.Ana.ReadOneAsync()).Text.ShouldContain("Not confirmed for 2 h.");
    }

    [Fact]
    public async Task Level_2_holds_it_until_the_one_on_duty_answers()
    {
        await using var house = await FridayAsync(withIssue: true);
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 30));
        await house.ReadEverythingAsync();

        await house.Clara.TapAsync("I hold it until Davi answers");

        (await house.Clara.AllAsync())[^1].Text.ShouldStartWith("Clara holds it until Davi answers");
        (await house.Davi.ReadOneAsync()).Text.ShouldBe("Clara holds it until you confirm.");
        (await house.Ana.ReadOneAsync()).Text.ShouldBe("Clara holds it until Davi answers. You are free.");
        (await house.IssueAsync()).Assignee.ShouldBe("clara");
        await house.Bruno.SayAsync("who");
        (await house.Bruno.ReadOneAsync()).Text.ShouldContain("Clara is on call until Mon 30 Nov 11:00");

        await house.AdvanceToAsync(At(2026, 11, 27, 19, 10));
        await house.ReadEverythingAsync();
        await house.Davi.TapAsync("I'm on duty, I take it");

        (await house.Davi.AllAsync()).Single(message => message.Text.StartsWith("Hand-off from Ana", StringComparison.Ordinal)).Text.ShouldContain("P3 · you have it");
        (await house.Clara.ReadOneAsync()).Text.ShouldBe("Davi has it. You are free.");
        (await house.IssueAsync()).Assignee.ShouldBe("davi");
        await house.Bruno.SayAsync("who");
        (await house.Bruno.ReadOneAsync()).Text.ShouldContain("Davi is on call until Mon 30 Nov 11:00");
    }

    [Fact]
    public async Task A_lead_appoints_somebody_who_gets_a_hand_off_of_their_own()
    {
        await using var house = await FridayAsync(withIssue: true);
        await house.AdvanceToAsync(At(2026, 11, 27, 18, 0));
        await house.ReadEverythingAsync();

        await house.Ana.TapAsync("Appoint…");
        (await house.Ana.ReadOneAsync()).Text.ShouldContain("Who holds it until Mon 30 Nov 11:00?");
        await house.Ana.TapAsync("Bruno Next shift Mon 30 Nov: this one and that one in a row");

        var card = await house.Bruno.ReadOneAsync();
        card.Text.ShouldContain("Hand-off from Ana · Fri 27 Nov 18:00");
        card.Text.ShouldContain("You are on duty until Fri 4 Dec 17:00", customMessage: "the week after is Bruno's too, so nothing passes on Monday");
        (await house.Davi.ReadOneAsync()).Text.ShouldBe("You had not confirmed: Bruno holds your shift until Mon 30 Nov 11:00. Ana decided it.");
        (await house.IssueAsync()).Assignee.ShouldBe("bruno");
        await house.Bruno.TapAsync("I'm on duty, I take it");
        await house.ReadEverythingAsync();
        await house.AdvanceToAsync(At(2026, 11, 28, 11, 0));
        await house.OnlyAsync();
    }

    [Fact]
    public async Task Only_the_new_holder_or_Level_2_takes_and_everybody_else_is_told_so()
    {
        await using var house = await FridayAsync(withIssue: true);
        var confirm = await house.Davi.ButtonAsync("I'm on duty, I take it");

        await house.Bruno.TapAsync(confirm);

        (await house.Bruno.ReadOneAsync()).Text.ShouldBe("Only Davi can confirm it, or Level 2 for them. Your tap did nothing.");
        await house.Clara.TapAsync(confirm);
        (await house.Davi.ReadAsync())[^1].Text.ShouldBe("Clara confirmed for you. You are on duty until Mon 30 Nov 11:00.");
        (await house.IssueAsync()).Assignee.ShouldBe("davi");
    }

    [Fact]
    public async Task What_is_urgent_goes_to_both_until_it_is_confirmed()
    {
        await using var house = await FridayAsync(withIssue: false);

        await house.Bruno.SayAsync("p4 Financial Reports read an invalid dataset");
        await house.Bruno.SayAsync("create");

        (await house.Davi.ReadOneAsync()).Text.ShouldStartWith("Bruno gave you this · #1 · P4 · Davi");
        (await house.Ana.ReadOneAsync()).Text.ShouldStartWith("#1 · P4 · Davi");
    }

    [Fact]
    public async Task Downtime_over_the_hand_off_is_told_and_makes_one()
    {
        await using var house = await JourneyHouse.OpenAsync(BeforeFriday);
        house.SleepUntil(At(2026, 11, 27, 19, 10));
        await using var restarted = await house.RestartedAsync();
        await restarted.PumpAsync();

        (await restarted.Davi.ReadOneAsync()).Text.ShouldContain("Sent 2 h 10 late: I was not running.");
        await restarted.AdvanceToAsync(At(2026, 11, 27, 19, 24));
        await restarted.Davi.ReadsNothingAsync();
        await restarted.AdvanceToAsync(At(2026, 11, 27, 19, 25));
        (await restarted.Davi.ReadOneAsync()).Text.ShouldStartWith("Not confirmed.");
    }

    [Fact]
    public async Task Two_hosts_and_a_clock_that_is_set_back_make_one_hand_off()
    {
        await using var house = await JourneyHouse.OpenAsync(BeforeFriday);
        await using var rival = await house.RivalAsync();
        house.SleepUntil(At(2026, 11, 27, 17, 0));
        await Task.WhenAll(house.PumpTogetherAsync(), rival.PumpTogetherAsync());
        await house.Davi.ReadOneAsync();
        house.StepClock(Duration.FromMinutes(-10));
        await house.LookAfterCalendarAsync();

        await house.AdvanceToAsync(At(2026, 11, 27, 17, 5));

        await house.Davi.ReadsNothingAsync();
    }

    [Fact]
    public async Task What_somebody_made_in_the_tracker_is_handed_over_too()
    {
        await using var house = await JourneyHouse.OpenAsync(BeforeFriday);
        await house.Bruno.TapAsync("Ready");
        await house.Tracker.CreateAsync(house.Squad.Issues, new("The ledger runs out of memory", "By hand.", ["bug", "data-infra", "P3"], "bruno"), CancellationToken.None);
        await house.Tracker.CreateAsync(house.Squad.Issues, new("Loader logs are too long", "By hand.", ["bug", "data-infra", "P1"], null), CancellationToken.None);

        await house.AdvanceToAsync(At(2026, 11, 27, 17, 0));

        (await house.Davi.ReadOneAsync()).Text.ShouldContain("Can wake you · 1\n#1 The ledger runs out of memory\nP3 · Bruno");
        await house.Davi.TapAsync("I'm on duty, I take it");
        (await house.IssueAsync()).Assignee.ShouldBe("davi");
    }

    [Fact]
    public async Task A_tap_that_comes_again_takes_nothing_back_that_was_given_on_since()
    {
        await using var house = await FridayAsync(withIssue: true);
        var (confirm, take) = (await house.Davi.ButtonAsync("I'm on duty, I take it"), await house.Davi.ButtonAsync("Take"));
        await house.Davi.TapAsync(take);
        (await house.IssueAsync()).Assignee.ShouldBe("davi");
        await house.Davi.SayAsync("give 1 to bruno");

        await house.Davi.TapAsync(confirm);
        await house.Davi.TapAsync(confirm);
        await house.Davi.TapAsync(take);

        (await house.IssueAsync()).Assignee.ShouldBe("bruno");
    }

    [Fact]
    public async Task Past_hand_offs_can_be_read()
    {
        await using var house = await FridayAsync(withIssue: false);
        await house.Davi.TapAsync("I'm on duty");
        await house.AdvanceToAsync(At(2026, 11, 30, 11, 5));
        await house.ReadEverythingAsync();

        await house.Clara.SayAsync("handoff history");

        var list = await house.Clara.ReadOneAsync();
        list.Text.ShouldStartWith("Data Infra\n2 hand-offs\nDavi to Bruno\nMon 30 Nov 11:00 · not confirmed\n›\nAna to Davi\nFri 27 Nov 17:00 · confirmed Fri 17:00");
        await house.Clara.TapAsync("Ana to Davi Fri 27 Nov 17:00 · confirmed Fri 17:00");
        (await house.Clara.ReadOneAsync()).Text.ShouldContain("Davi is on duty until Mon 30 Nov 11:00\nDavi has it. Confirmed Fri 17:00.");
    }

    /// <summary>Both tap before the bot has done what follows from the first.</summary>
    [Fact]
    public async Task Level_2_holds_nothing_that_somebody_has_just_taken()
    {
        await using var house = await FridayAsync(withIssue: false);
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 31));
        var hold = await house.Clara.ButtonAsync("I hold it until Davi answers");
        await house.Bruno.SayAsync("take over");
        var take = await house.Bruno.ButtonAsync("I take over");

        await house.Bruno.SendAsync(new JsonObject { ["type"] = "message", ["value"] = take.Data.DeepClone() }, "taken");
        await house.Clara.SendAsync(new JsonObject { ["type"] = "message", ["value"] = hold.Data.DeepClone() }, "held");
        await house.PumpAsync();

        await house.Davi.SayAsync("who");
        (await house.Davi.ReadAsync())[^1].Text.ShouldContain("Bruno is on call until Mon 30 Nov 11:00");
        (await house.Clara.AllAsync())[^1].Text.ShouldContain("The duty passed on");
    }

    [Fact]
    public async Task A_fresh_bot_in_the_middle_of_a_shift_hands_over_nothing()
    {
        await using var house = await JourneyHouse.OpenAsync(At(2026, 11, 25, 10, 0));

        await house.AdvanceAsync(120);

        await house.OnlyAsync();
        await house.Ana.SayAsync("handoff");
        (await house.Ana.ReadOneAsync()).Text.ShouldBe("Nothing was handed over yet. Next: Fri 27 Nov 17:00, Ana to Davi.");
    }

    /// <summary>At five on Friday, with everything read.</summary>
    private static async Task<JourneyHouse> FridayAsync(bool withIssue)
    {
        var house = await JourneyHouse.OpenAsync(BeforeFriday);
        await house.Bruno.TapAsync("Ready");
        if (withIssue)
            await house.Ana.TriageAsync(house, "P3");
        await house.AdvanceToAsync(At(2026, 11, 27, 17, 0));
        await house.ReadEverythingAsync();
        return house;
    }
}
