using Hausmeister.Domain.Ports;
using Hausmeister.Tests.Duties;

namespace Hausmeister.Tests.Journeys;

/// <summary>The tracker is away: nothing is lost, nobody waits, and everybody reads what happened and what will happen.</summary>
public sealed class TrackerAwayJourneyTests
{
    private const string Invalid = "Financial Reports read an invalid dataset";
    private ScriptedTracker tracker = null!;

    [Fact]
    public async Task A_P4_is_told_at_once_and_its_number_comes_when_the_tracker_is_back()
    {
        await using var house = await OpenAsync(new TrackerException(TrackerTrouble.Unavailable, "GitHub does not answer."));
        await house.Ana.SayAsync($"p4 {Invalid}");
        await house.Ana.ReadAsync();
        await house.Ana.TapAsync("Create P4");

        var guild = await house.Guild.ReadOneAsync();
        guild.Text.ShouldBe($"P4: {Invalid}. Ana is on it.");
        (await house.Clara.ReadOneAsync()).Text.ShouldContain("A P4 has begun.");
        var card = await house.Ana.ReadOneAsync();
        card.Lines.ShouldContain("Not created yet. GitHub does not answer. It has been so since 10:00; I try again at 10:00 and post the number here.");
        card.Lines.ShouldContain("Nothing is lost: title, details and priority are kept. Work on it now.");
        card.Lines.ShouldContain("Tried 1 time · kept as case ana-1");
        card.Buttons.ShouldBe(["Try now", "Pull in…", "Ask Level 2"]);
        await house.AdvanceAsync(8);
        (await house.Ana.NowAsync(card)).Lines.ShouldContain("Tried 5 times · kept as case ana-1");

        await house.Ana.SayAsync("note 1 nobody knows this number yet");
        await house.Ana.TapAsync("Pull in…");
        await house.Ana.TapAsync("Ask them", ("members", "bruno"));
        (await house.Bruno.ReadOneAsync()).Text.ShouldContain($"Ana asks you to drop your work and help with P4 {Invalid}.");

        tracker.Fails = _ => null;
        await house.AdvanceAsync(10);
        tracker.Issues.Count.ShouldBe(1);
        var created = await house.Ana.NowAsync(card);
        created.Lines[0].ShouldBe("#1 · P4 · Ana · open 8 min");
        created.Buttons.ShouldBe(["Pull in…", "Note", "Give to…", "Priority", "Ask Level 2", "Fixed"]);
        (await house.Guild.NowAsync(guild)).Text.ShouldBe($"P4: #1 {Invalid}. Ana is on it. Asked: Bruno.");
    }

    [Fact]
    public async Task Try_now_tapped_twice_makes_one_issue()
    {
        await using var house = await OpenAsync(new TrackerException(TrackerTrouble.NotFound, "GitHub knows no nubank/itaipu."));
        await house.Ana.TriageAsync(house, "3");
        await house.AdvanceAsync(60);
        tracker.Fails = _ => null;
        var tryNow = await house.Ana.ButtonAsync("Try now");

        await house.Ana.TapAsync(tryNow);
        tracker.Issues.Count.ShouldBe(1);
        await house.Ana.TapAsync(tryNow);

        tracker.Issues.Count.ShouldBe(1);
        (await house.CaseAsync("ana-1")).Issue!.Number.ShouldBe(1);
    }

    [Fact]
    public async Task A_note_that_the_tracker_does_not_take_is_kept_and_its_owner_hears_why()
    {
        await using var house = await OpenAsync(null);
        await house.Ana.TriageAsync(house, "3");
        tracker.Fails = call => call == nameof(IIssueTracker.CommentAsync) ? new TrackerException(TrackerTrouble.Forbidden, "GitHub does not let me write.") : null;

        await house.Ana.SayAsync("note 1 Looked at it");
        (await house.Ana.ReadAsync()).ShouldContain(m => m.Text == $"#1 {Steps.Rows}: The note is not in the tracker yet. GitHub does not let me write. I keep trying.");
        await house.AdvanceAsync(30);
        await house.OnlyAsync();
        tracker.Comments.ShouldBeEmpty();

        tracker.Fails = _ => null;
        await house.AdvanceAsync(10);
        tracker.Comments.ShouldHaveSingleItem().ShouldContain("Looked at it");
    }

    private Task<JourneyHouse> OpenAsync(Exception? failure) => JourneyHouse.OpenAsync(tracker: time => tracker = new ScriptedTracker(time) { Fails = _ => failure });
}
