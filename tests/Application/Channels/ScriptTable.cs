namespace Hausmeister.ApplicationTests.Channels;

/// <summary>What the bot can do for people, whatever they use to speak with it. See docs/channels.md for how to add to it.</summary>
internal static class ScriptTable
{
    private const string Contracts = "Contracts has not been loaded";
    private const string Invalid = "Financial Reports read an invalid dataset";
    private const string Ledger = "The ledger runs out of memory";

    private static readonly Somebody Ana = new("ana");
    private static readonly Somebody Bruno = new("bruno");
    private static readonly Somebody Clara = new("clara");
    private static readonly Somebody Davi = new("davi");

    public static IReadOnlyList<ChannelScript> All { get; } = [TriageToIssue, StopEverything, Question, NightlyRun, HandOff, Escalation];

    private static ChannelScript TriageToIssue => new("triage to issue", "2026-11-26T10:00:00", [Ana],
    [
        new Opened("Contracts was not loaded on Monday", ["bug", "data-infra", "P2"]),
        Ana.Says($"triage {Contracts}"),
        Ana.Hears("What is it?", $"“{Contracts}”"),
        Ana.Taps("A service issue"),
        Ana.Hears("Is it one of these?", "#1 Contracts was not loaded on Monday"),
        Ana.Taps("None of these"),
        Ana.Hears("How urgent is it?"),
        Ana.Taps("P3"),
        Ana.Hears("Create this issue?", "assigned to Ana"),
        Ana.Fills("Title", "Contracts is empty since Tuesday"),
        Ana.Fills("Details", "About 3 % of the rows, seen by two analysts."),
        Ana.Chooses("Priority", "P3 You work on it now"),
        Ana.Taps("Create"),
        Ana.Hears("#2", "Contracts is empty since Tuesday"),
        Ana.HearsNoMore("Creating the issue…"),
        new Tracked("Contracts is empty since Tuesday", ["bug", "data-infra", "P3"], "ana") { Says = ["About 3 % of the rows, seen by two analysts."] },

        Ana.Taps("Note"),
        Ana.Hears("What is new?"),
        Ana.Fills("Note", "Tuesday is *being* loaded again"),
        Ana.Taps("Save the note"),
        Ana.Hears("Last notes", "Tuesday is *being* loaded again"),

        Ana.Taps("Priority"),
        Ana.Hears("How urgent is it?", "#2"),
        Ana.Taps("P2"),
        Ana.Hears("Contracts is empty since Tuesday", "Last notes", "Backlog, when time permits."),
        new Tracked("Contracts is empty since Tuesday", ["bug", "data-infra", "P2"], "ana") { Comments = ["Tuesday is *being* loaded again"] },

        Ana.Says("issues"),
        Ana.Hears("No open issues", "Backlog: 2 P2. From GitHub"),
        Ana.Taps("Fixed"),
        Ana.Hears("Fixed?"),
        Ana.Fills("What fixed it?", "The loader has its key again."),
        Ana.Taps("It is fixed"),
        Ana.Hears("Contracts is empty since Tuesday", "by Ana: The loader has its key again."),
        new Tracked("Contracts is empty since Tuesday", ["bug", "data-infra", "P2"], "ana", IsOpen: false) { Comments = ["Tuesday is *being* loaded again", "The loader has its key again."] },
    ]);

    private static ChannelScript StopEverything => new("a P4", "2026-11-26T10:00:00", [Ana, Clara],
    [
        Ana.Says($"p4 {Invalid}"),
        Ana.Hears("Create this P4?", "assigned to Ana"),
        Ana.Taps("Create P4"),
        Ana.Hears("#1", Invalid),
        Ana.HearsNoMore("Creating the issue…"),
        Ana.HearsNoMore("Create this P4?"),
        new Tracked(Invalid, ["bug", "data-infra", "P4"], "ana"),
        Clara.Hears("A P4 has begun. Ana is on it.", "#1", Invalid),
        Clara.HearsIn(Room.Guild, $"P4: #1 {Invalid}. Ana is on it."),
    ]);

    private static ChannelScript Question => new("a user's question", "2026-11-26T10:00:00", [Ana],
    [
        Ana.Says("triage Why is my table not in the warehouse?"),
        Ana.Taps("A user question"),
        Ana.Hears("These may answer it. Tap the one that did."),
        Ana.Taps("This link answered it"),
        Ana.Hears("Answered: Why is my table not in the warehouse?"),
        Ana.Says("cases"),
        Ana.Hears("cases"),
    ]);

    private static ChannelScript NightlyRun => new("a night that fails", "2026-11-25T22:50:00", [Ana, Davi],
    [
        new ClockGoesTo("2026-11-26T03:14:00"),
        // Where the clock goes on in the midst of the bot's first reading, it believes that it told Ana then, and that she was silent since.
        Ana.Awaits("Trouble: Financial Reports"),
        Davi.HearsIn(Room.Guild, "Financial Reports failed 03:12."),
        Ana.Taps("On it"),
        Ana.Awaits("You are on it since"),
        Davi.HearsIn(Room.Guild, "Ana is on it."),

        new ClockGoesTo("2026-11-26T08:57:00"),
        // Had the post gone out before, there would be no preview of it.
        Ana.Awaits("If you do nothing, it goes out without a note."),
        new ClockGoesTo("2026-11-26T09:00:00"),
        Davi.HearsIn(Room.Announcements, "DAG for Thu 26 Nov (due Wed 23:00)"),
        Davi.Says("dag"),
        Davi.Hears("Financial Reports are being calculated (failed 03:12, Ana is on it)"),
        new ClockGoesTo("2026-11-26T11:25:00"),
        Davi.Taps("Refresh"),
        Davi.Hears("Financial Reports were calculated and loaded", "Seen 11:2"),
    ])
    { HasNightlyRun = true };

    private static ChannelScript HandOff => new("a hand-off item by item", "2026-11-27T08:30:00", [Ana, Bruno, Davi],
    [
        new ClockGoesTo("2026-11-27T14:00:00"),
        Bruno.Taps("Ready"),
        new ClockGoesTo("2026-11-27T16:20:00"),
        .. Triage(Ana, Contracts, 1),
        .. Triage(Ana, Ledger, 2),
        new ClockGoesTo("2026-11-27T16:30:00"),
        Ana.Hears("To Davi at 17:00"),
        Ana.Fills("Note for Davi on #1", "Clear Tuesday and rerun."),
        Ana.Fills("Watch this week", "Month end doubles the ledger."),
        Ana.Taps("Save notes"),
        Ana.Hears("Notes saved. They go to Davi at 17:00."),

        new ClockGoesTo("2026-11-27T17:00:00"),
        Davi.Hears("You are on duty until Mon 30 Nov 11:00", "Ana: “Clear Tuesday and rerun.”"),
        Bruno.HearsIn(Room.Guild, "Davi is on call until Mon 30 Nov 11:00. Level 2: Clara. Not confirmed yet: until then also Ana."),
        Ana.Hears("Davi is on duty until Mon 30 Nov 11:00", "Until then urgent messages go to you too."),

        Davi.Taps("Take", nth: 1),
        Davi.Hears("P3 · you have it"),
        Davi.Taps("Ask Ana", nth: 2),
        Davi.Hears("Hand-off · #2"),
        Davi.Fills("Your question", "Which queue?"),
        Davi.Taps("Ask"),
        Ana.Hears("Davi asks about #2", "“Which queue?”"),
        Ana.Fills("Your answer", "The finance one."),
        Ana.Taps("Answer"),
        Davi.Hears("Ana about #2: The finance one."),
        Davi.Hears("You asked: Which queue? Ana: The finance one."),
        new Tracked(Contracts, ["bug", "data-infra", "P3"], "davi"),
        new Tracked(Ledger, ["bug", "data-infra", "P3"], "ana"),

        Davi.Taps("I'm on duty, I take all 2"),
        Davi.Hears("You have all 2. Ana is free."),
        Ana.Hears("Davi has it. You are free."),
        Bruno.HearsNoMore("Not confirmed yet", Room.Guild),
        new Tracked(Ledger, ["bug", "data-infra", "P3"], "davi"),
        Bruno.Says("who"),
        Bruno.Hears("Davi is on call until Mon 30 Nov 11:00"),
    ]);

    private static ChannelScript Escalation => new("escalation", "2026-11-26T10:00:00", [Ana, Bruno, Clara],
    [
        .. Triage(Ana, Contracts, 1),
        Ana.Taps("Note"),
        Ana.Hears("What is new?"),
        Ana.Fills("Note", "Ran it twice, the same"),
        Ana.Taps("Save the note"),
        Ana.Hears("Last notes", "Ran it twice, the same"),
        new ClockGoesTo("2026-11-26T11:01:00"),
        Ana.Hears("An hour without news. Stuck?"),
        Ana.Taps("Stuck, get Clara"),
        Clara.Hears("Ana is stuck on #1", "Ran it twice, the same"),
        Clara.Taps("I take it over"),
        Ana.Hears("Clara takes #1 over."),
        new Tracked(Contracts, ["bug", "data-infra", "P3"], "clara") { Comments = ["Ran it twice, the same"] },

        .. Triage(Bruno, Ledger, 2),
        Bruno.Taps("Ask Level 2"),
        Bruno.Hears("Ask Clara", "P3 · #2"),
        Bruno.Chooses("What for?", "Where to start"),
        Bruno.Fills("What did you try?", "Ran it again"),
        Bruno.Taps("Ask Clara"),
        Clara.Hears("Bruno asks where to start with #2", "Tried: Ran it again"),
        new ClockGoesTo("2026-11-26T11:40:00"),
        Bruno.Hears("Clara has not answered about #2. I asked Ana too."),
        Ana.Hears("Clara is silent. To you as lead", "Tried: Ran it again"),
        Ana.Taps("In 30 minutes"),
        Bruno.Hears("Ana joins you in 30 minutes on #2."),
    ]);

    private static Step[] Triage(Somebody who, string title, int number) =>
    [
        who.Says($"triage {title}"),
        who.Taps("A service issue"),
        who.Taps("P3"),
        who.Hears("Create this issue?", title),
        who.Taps("Create"),
        who.Hears($"#{number}", title),
    ];
}
