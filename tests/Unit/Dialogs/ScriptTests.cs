using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Tests.Duties;
using NodaTime;

namespace Hausmeister.Tests.Dialogs;

/// <summary>Tests that are scripts. Thu 26 Nov, 10:00: Ana is Hausmeister, Clara Level 2; Gil is a guest.</summary>
public abstract class ScriptTests : IDisposable
{
    private readonly DialogHouse house;

    private protected ScriptTests(Instant? start = null, Func<Squad, Squad>? with = null, bool byInvoke = false) => house = new DialogHouse(start, with) { ByInvoke = byInvoke };

    private protected DialogHouse House => house;

    private protected ScriptedTrackerIssues Tracker => new(house);

    private protected Task PlayAsync(string script) => house.PlayAsync(script);

    public void Dispose()
    {
        house.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>What somebody does in the tracker itself.</summary>
internal sealed record ScriptedTrackerIssues(DialogHouse House)
{
    public async Task HasAsync(string title, string? priority = null, string? assignee = null)
    {
        IReadOnlyList<string> labels = priority is null ? House.Squad.Issues.Labels : [.. House.Squad.Issues.Labels, priority];
        await House.Tracker.CreateAsync(House.Squad.Issues, new NewIssue(title, "", labels, assignee), CancellationToken.None);
        House.Tracker.Calls.Clear();
    }

    public void IsDown() => House.Tracker.Fails = _ => new TrackerException(TrackerTrouble.Unavailable, "GitHub does not answer.");

    /// <summary>It does what it is asked, and nobody hears of it.</summary>
    public void LosesAnswers() => House.Tracker.LosesAnswer = call => call == nameof(ScriptedTracker.CreateAsync) ? new TrackerException(TrackerTrouble.Unavailable, "GitHub does not answer.") : null;

    public void IsBack() => House.Tracker.Fails = _ => null;
}
