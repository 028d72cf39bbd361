using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Domain.Cases;

/// <summary>What becomes of a duty that the tracker did not do: it comes again, and a person hears of it.</summary>
public static class TrackerFailures
{
    /// <summary>After that many failures in a row a person is told.</summary>
    private const int Patience = 3;

    public static Case Of(Case @case, Duty duty, TrackerException error, Moment moment)
    {
        if (duty.Kind == DutyKind.CreateIssue)
            return ServiceIssues.CreationFailed(@case, duty.Id, error, moment.Now);
        var attempts = (@case.Duties.FirstOrDefault(d => d.Id == duty.Id)?.Attempts ?? 0) + 1;
        var refused = error.Trouble == TrackerTrouble.Rejected;
        var failed = refused ? @case.Settle(duty.Id) : @case.Postpone(duty.Id, moment.Now, error.RetryAt);
        var isToldNow = refused || attempts == (error.Trouble == TrackerTrouble.Unavailable ? Patience : 1);
        return isToldNow && (@case.Owner ?? @case.TriagedBy) is { } member
            ? failed.Tell(Recipient.Of(member), PostKind.TrackerRefused, moment.Now, Sentence(duty, error, refused))
            : failed;
    }

    private static string Sentence(Duty duty, TrackerException error, bool refused)
    {
        var what = duty.Kind switch
        {
            DutyKind.Comment => "The note is not in the tracker",
            DutyKind.SetLabels => "The priority's label is not in the tracker",
            DutyKind.Assign => "The assignee is not in the tracker",
            DutyKind.SetOpen => "The tracker still shows the old state",
            _ => "The documentation issue is not created",
        };
        return refused ? $"{what}. {error.Message} It is kept here." : $"{what} yet. {error.Message} I keep trying.";
    }
}
