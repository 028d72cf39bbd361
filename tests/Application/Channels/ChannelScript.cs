namespace Hausmeister.ApplicationTests.Channels;

/// <summary>What people say and tap, and what they hear, in words that no channel owns. It is played on each channel on a bot of its own.</summary>
/// <param name="Name">Stands in the test's name.</param>
/// <param name="Begins">When, by the squad's clocks: <c>2026-11-26T10:00:00</c>.</param>
/// <param name="People">Who is there from the beginning.</param>
internal sealed record ChannelScript(string Name, string Begins, Somebody[] People, Step[] Steps)
{
    /// <summary>The recorded night plays, and the bot tells of it.</summary>
    public bool HasNightlyRun { get; init; }

    /// <summary>The rooms that somebody looks into, with the one who does.</summary>
    public ILookup<string, Room> Rooms => Steps.OfType<Hears>().Where(hears => hears.Where != Room.Private).ToLookup(hears => hears.Who, hears => hears.Where);
}

/// <summary>Where a message stands.</summary>
internal enum Room
{
    /// <summary>Between the person and the bot.</summary>
    Private,
    Guild,
    Announcements,
}

/// <summary>A line of a script.</summary>
internal abstract record Step;

internal sealed record Says(string Who, string Text) : Step;

/// <summary>Taps a button, or a row, of the newest message that has such ones. What was filled in before goes with it.</summary>
/// <param name="Nth">Which of those with the label in the message, counted from 1.</param>
internal sealed record Taps(string Who, string Button, int Nth) : Step;

internal sealed record Fills(string Who, string Field, string Text) : Step;

/// <summary>Picks a choice of a field.</summary>
internal sealed record Chooses(string Who, string Field, string Choice) : Step;

/// <summary>Some message shows all these words, now or soon.</summary>
/// <param name="IsKept">The message, as it is then, is compared between the channels.</param>
internal sealed record Hears(string Who, Room Where, string[] Words, bool IsKept = true) : Step;

/// <summary>No message shows these words any more, now or soon.</summary>
internal sealed record HearsNoMore(string Who, Room Where, string Words) : Step;

/// <param name="Time">By the squad's clocks.</param>
internal sealed record ClockGoesTo(string Time) : Step;

/// <summary>Somebody opens an issue in the tracker itself.</summary>
internal sealed record Opened(string Title, string[] Labels) : Step;

/// <summary>The tracker has one such issue, now or soon.</summary>
internal sealed record Tracked(string Title, string[] Labels, string? Assignee, bool IsOpen = true) : Step
{
    /// <summary>Each stands in the text.</summary>
    public string[] Says { get; init; } = [];

    /// <summary>Each stands in a comment of its own, and there are no others.</summary>
    public string[] Comments { get; init; } = [];
}

/// <summary>One of the sample squad, by the id there.</summary>
internal sealed record Somebody(string Id)
{
    public Step Says(string text) => new Says(Id, text);

    public Step Taps(string button, int nth = 1) => new Taps(Id, button, nth);

    public Step Fills(string field, string text) => new Fills(Id, field, text);

    public Step Chooses(string field, string choice) => new Chooses(Id, field, choice);

    public Step Hears(params string[] words) => new Hears(Id, Room.Private, words);

    /// <summary>What else the message shows by then depends on how fast the bot is.</summary>
    public Step Awaits(params string[] words) => new Hears(Id, Room.Private, words, IsKept: false);

    public Step HearsIn(Room room, params string[] words) => new Hears(Id, room, words);

    public Step HearsNoMore(string words, Room room = Room.Private) => new HearsNoMore(Id, room, words);
}
