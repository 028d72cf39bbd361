using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Integrations.EmbeddedTracker;

namespace Hausmeister.Tests.Journeys;

/// <summary>Every button, tapped twice: what it does, it does once; and a card of before says what is now.</summary>
public sealed class DoubleTapTests
{
    /// <summary>The way to each button of a case: who taps which titles, the last of them twice, and with what filled in.</summary>
    public static TheoryData<string, string, string, string> Buttons => new()
    {
        { Verbs.Issue.NoteSave, "3", "ana: Note > Save the note", "note=Looked at it" },
        { Verbs.Issue.GiveTo, "3", "ana: Give to… > Give", "member=bruno" },
        { Verbs.Issue.P4, "3", "ana: Priority > P4 Stop everything, pull people in. We build invalid datasets, or a bug will make us miss an external SLA.", "" },
        { Verbs.Issue.P3, "2", "ana: Priority > P3 You work on it now, or give it to someone who knows it better.", "" },
        { Verbs.Issue.P2, "3", "ana: Priority > P2 Backlog, when time permits.", "" },
        { Verbs.Issue.P1, "3", "ana: Priority > P1 Backlog, maybe never.", "" },
        { Verbs.Issue.FixedSave, "3", "ana: Fixed > It is fixed", "what=Ran it again" },
        { Verbs.Issue.Reopen, "3", "ana: Fixed > It is fixed > Open again", "" },
        { Verbs.Issue.PullInAsk, "4", "ana: Pull in… > Ask them", "members=bruno,davi" },
        { Verbs.Issue.FormCancel, "3", "ana: Note > Cancel", "" },
        { Verbs.Level2.Ask, "3", "ana: Ask Level 2 > Ask Clara", "why=stuck;tried=All of it" },
        { Verbs.Level2.Cancel, "3", "ana: Ask Level 2 > Cancel", "" },
        { Verbs.Level2.Join, "3", "ana: Ask Level 2 > Ask Clara > clara: Joining now", "why=stuck" },
        { Verbs.Level2.Later, "3", "ana: Ask Level 2 > Ask Clara > clara: In 30 minutes", "why=stuck" },
        { Verbs.Level2.Take, "3", "ana: Ask Level 2 > Ask Clara > clara: I take it over", "why=stuck" },
        { Verbs.Level2.P4, "?", "clara: P4 Stop everything, pull people in. We build invalid datasets, or a bug will make us miss an external SLA.", "" },
        { Verbs.Level2.P3, "?", "clara: P3 You work on it now, or give it to someone who knows it better.", "" },
        { Verbs.Level2.P2, "?", "clara: P2 Backlog, when time permits.", "" },
        { Verbs.Level2.P1, "?", "clara: P1 Backlog, maybe never.", "" },
        { Verbs.Help.Coming, "4", "ana: Pull in… > Ask them > bruno: Coming", "members=bruno" },
        { Verbs.Help.Cant, "4", "ana: Pull in… > Ask them > bruno: Can't", "members=bruno" },
        { Verbs.Progress.Moving, "3 asked", "ana: Moving", "" },
        { Verbs.Progress.Stuck, "3 asked", "ana: Stuck, get Clara", "" },
        { Verbs.Progress.WaitingSave, "3 asked", "ana: Waiting until… > Wait", "date=2026-11-27;time=10:00" },
    };

    [Theory]
    [MemberData(nameof(Buttons))]
    public async Task A_button_that_is_tapped_twice_does_it_once(string verb, string triage, string taps, string inputs)
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, triage[..1] == "?" ? "don't know" : triage[..1]);
        if (triage.EndsWith("asked", StringComparison.Ordinal))
            await house.AdvanceAsync(60);
        var (window, button) = await WalkAsync(house, taps, Inputs(inputs));
        ((string)button.Data["verb"]!).ShouldBe(verb);

        await window.TapAsync(button, Inputs(inputs));
        await house.ReadEverythingAsync();
        var once = await StateAsync(house);
        await window.TapAsync(button, Inputs(inputs));

        await house.OnlyAsync();
        (await StateAsync(house)).ShouldBe(once);
    }

    [Fact]
    public async Task A_priority_tapped_on_a_card_of_before_does_nothing_and_shows_the_present_card_with_a_word_why()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.Ana.TapAsync("Priority");
        var form = await house.Ana.ReadOneAsync();
        await house.Bruno.SayAsync("priority 1 P2");
        await house.ReadEverythingAsync();

        await house.Ana.TapAsync(form.Taps[0]);
        (await house.CaseAsync("ana-1")).Priority.ShouldBe(Priority.P2);
        var present = await house.Ana.NowAsync(form);
        present.Text.ShouldContain("This had changed. Bruno set P3 to P2 at 10:00. Your tap did nothing; here is the present card.");
        present.Buttons.ShouldBe(["Note", "Give to…", "Priority", "Ask Level 2", "Fixed"]);
        await house.OnlyAsync();
    }

    [Fact]
    public async Task A_guests_report_that_is_taken_twice_goes_on_with_its_triage()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Guest.SayAsync("The table my_sales shows no rows");
        await house.Guest.SayAsync("Rows");
        await house.ReadEverythingAsync();
        var take = await house.Ana.ButtonAsync("Take it");
        await house.Ana.TapAsync(take);
        await house.Guest.ReadOneAsync();
        (await house.Ana.ReadOneAsync()).Text.ShouldContain("What is it?");

        await house.Ana.TapAsync(take);
        (await house.Ana.ReadAsync())[^1].Text.ShouldContain("What is it?");
        await house.OnlyAsync();
        (await house.CaseAsync((string)take.Data["id"]!)).Owner.ShouldBe("ana");
    }

    [Fact]
    public async Task Docs_that_are_asked_for_twice_are_one_issue()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.SayAsync("triage How do I backfill one month?");
        await house.Ana.SayAsync("question");
        await house.Ana.TapAsync("Type the answer");
        await house.Ana.SayAsync("Clear the month and run it again.");
        var create = new Button("Create a docs issue", new JsonObject { ["verb"] = Verbs.Docs.Create, ["id"] = "ana-1", ["rev"] = 1 });

        await house.Ana.TapAsync(create);
        await house.Ana.TapAsync(create);

        (await house.CaseAsync("ana-1")).DocsIssue!.Number.ShouldBe(1);
        (await house.IssueAsync()).Title.ShouldBe("Docs: How do I backfill one month?");
        (await house.Tracker.GetAsync(house.Squad.Issues, 2, CancellationToken.None)).ShouldBeNull();
    }

    /// <summary>What these do is ask for words, or nothing at all; the others have tests of their own here or in <see cref="CrashJourneyTests"/>, or are answers in a dialog.</summary>
    [Fact]
    public void No_button_of_a_case_is_left_out()
    {
        string[] asking = [Verbs.Issue.Show, Verbs.Issue.Note, Verbs.Issue.Give, Verbs.Issue.Priority, Verbs.Issue.Level2, Verbs.Issue.Fixed, Verbs.Issue.PullIn, Verbs.Issue.Crash, Verbs.Progress.Waiting, Verbs.Progress.Fixed, Verbs.Docs.Later];
        string[] tested = [Verbs.Issue.Retry, Verbs.Issue.CrashTell, Verbs.Docs.Create];
        Type[] ofCases = [typeof(Verbs.Issue), typeof(Verbs.Progress), typeof(Verbs.Level2), typeof(Verbs.Help), typeof(Verbs.Docs)];

        ofCases.SelectMany(verbs => verbs.GetFields()).Select(field => (string)field.GetRawConstantValue()!)
            .Except([.. asking, .. tested]).ShouldBe(Buttons.Select(row => row.Data.Item1), ignoreOrder: true);
    }

    [Fact]
    public async Task Moving_on_a_question_that_a_note_has_answered_says_so()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.AdvanceAsync(60);
        var asked = await house.Ana.ReadOneAsync();
        await house.Ana.SayAsync("note 1 Comparing counts");
        await house.ReadEverythingAsync();

        await house.Ana.TapAsync(asked.Taps[0]);
        (await house.Ana.NowAsync(asked)).Text.ShouldContain("There is news. I ask again at 12:00.");
        (await house.CaseAsync("ana-1")).Progress!.Moving.ShouldBe(0);
        await house.OnlyAsync();
    }

    [Theory]
    [InlineData("Note", "Save the note", "note=Later", "noted")]
    [InlineData("Give to…", "Give", "member=bruno", "given to Bruno")]
    [InlineData("Fixed", "It is fixed", "", "closed")]
    public async Task What_does_not_depend_on_what_was_read_applies_on_a_card_of_before(string open, string save, string inputs, string happened)
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.Ana.TapAsync(open);
        await house.Bruno.SayAsync("priority 1 P2");

        await house.Ana.TapAsync(save, Inputs(inputs));
        (await house.CaseAsync("ana-1")).Timeline.ShouldContain(e => e.What == happened);
    }

    [Fact]
    public async Task Whoever_comes_late_to_what_is_fixed_reads_by_whom()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "3");
        await house.AdvanceAsync(60);
        await house.Ana.TapAsync("Waiting until…");
        await house.Ana.TapAsync("Fixed");
        var (wait, save) = (await house.Ana.ButtonAsync("Wait"), await house.Ana.ButtonAsync("It is fixed"));
        await house.Bruno.SayAsync("1");
        await house.Bruno.TapAsync("Fixed");
        await house.Bruno.TapAsync("It is fixed");
        await house.ReadEverythingAsync();

        await house.Ana.TapAsync(wait, ("date", "2026-11-27"), ("time", "10:00"));
        await house.Ana.TapAsync(save);
        (await house.Ana.AllAsync()).TakeLast(2).ShouldAllBe(m => m.Text.Contains("Fixed 11:00 by Bruno.", StringComparison.Ordinal));
        (await house.CaseAsync("ana-1")).Closed!.By.Id.ShouldBe("bruno");
        await house.OnlyAsync();
    }

    [Fact]
    public async Task Nobody_is_pulled_into_what_is_a_P4_no_more()
    {
        await using var house = await JourneyHouse.OpenAsync();
        await house.Ana.TriageAsync(house, "4");
        await house.Ana.TapAsync("Pull in…");
        await house.Bruno.SayAsync("priority 1 P3");
        await house.ReadEverythingAsync();

        await house.Ana.TapAsync("Ask them", ("members", "davi"));
        await house.OnlyAsync();
        (await house.CaseAsync("ana-1")).Helpers.ShouldBeEmpty();
        (await house.Ana.AllAsync()).ShouldContain(m => m.Text.Contains("Only for an open P4 does anybody drop their work.", StringComparison.Ordinal));
    }

    /// <summary>Taps its way to the last button, which is left to the test.</summary>
    private static async Task<(JourneyWindow Window, Button Button)> WalkAsync(JourneyHouse house, string taps, (string, string)[] inputs)
    {
        var window = house.Ana;
        var titles = taps.Split(" > ");
        foreach (var title in titles)
        {
            var named = house.Everybody.FirstOrDefault(w => title.StartsWith($"{w.Name.ToLowerInvariant()}: ", StringComparison.Ordinal));
            window = named ?? window;
            var button = await window.ButtonAsync(named is null ? title : title[(named.Name.Length + 2)..]);
            if (title == titles[^1])
                return (window, button);
            await window.TapAsync(button, inputs);
        }
        throw new ArgumentException("There is nothing to tap.", nameof(taps));
    }

    private static (string, string)[] Inputs(string inputs) =>
        [.. inputs.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(input => input.Split('=')).Select(pair => (pair[0], pair[1]))];

    /// <summary>All that the case says, but how often it was saved, and all that the tracker has of it, its comments included.</summary>
    private static async Task<string> StateAsync(JourneyHouse house)
    {
        var @case = DocumentTypes.Case.Write(await house.CaseAsync("ana-1") with { Revision = 0 });
        var issue = await house.Get<EmbeddedIssues>().FindAsync(house.Squad.Issues.Repository, 1, CancellationToken.None);
        return $"{Encoding.UTF8.GetString(@case.Span)}\n{JsonSerializer.Serialize(issue)}";
    }
}
