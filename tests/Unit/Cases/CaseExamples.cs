using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Cases;

/// <summary>Cases to decide about, and the people and instants of the sample squad: Ana is Hausmeister and the lead, Clara is Level 2.</summary>
internal static class CaseExamples
{
    public static readonly Instant Thursday = SampleSquad.At(2026, 11, 26, 10, 0);
    public static readonly Instant Saturday = SampleSquad.At(2026, 11, 28, 10, 0);
    public static readonly Person Ana = new("ana", "Ana", IsGuest: false);
    public static readonly Person Bruno = new("bruno", "Bruno", IsGuest: false);
    public static readonly Person Clara = new("clara", "Clara", IsGuest: false);
    public static readonly Person Davi = new("davi", "Davi", IsGuest: false);
    public static readonly Person Gil = new("guest-1", "Gil", IsGuest: true);

    public static Moment At(Instant now) => new(SampleSquad.DataInfra, now);

    public static Moment Later(this Moment moment, int minutes) => moment with { Now = moment.Now + Duration.FromMinutes(minutes) };

    public static Case Reported(Instant at) => new()
    {
        Id = "ana-1",
        Squad = "data-infra",
        Kind = CaseKind.ServiceIssue,
        Title = "Contracts has duplicated rows",
        OpenedAt = at,
        OpenedBy = Ana,
        Conversation = "webchat/data-infra.me.ana",
    };

    /// <summary>Triaged, and nothing done about it yet.</summary>
    public static Case Triaged(Priority priority, Instant at, Person? by = null, bool undecided = false) =>
        ServiceIssues.Begin(Reported(at) with { Priority = priority, Undecided = undecided }, by ?? Ana, At(at));

    /// <summary>The tracker has it, and all that was owed is done but what comes later.</summary>
    public static Case Created(Priority priority, Instant? at = null, Person? by = null)
    {
        var triaged = Triaged(priority, at ?? Thursday, by);
        return Settled(ServiceIssues.Created(triaged, Tracked(triaged), At(at ?? Thursday)));
    }

    public static Case Settled(Case @case) => @case.Settle(
        DutyKind.CreateIssue, DutyKind.Comment, DutyKind.SetLabels, DutyKind.Assign, DutyKind.SetOpen, DutyKind.MarkCrash, DutyKind.Tell, DutyKind.UpdatePosts);

    /// <summary>The issue as it is to be in the tracker.</summary>
    public static TrackedIssue Tracked(Case @case) => new(
        1, @case.Title, "", new Uri("https://tracker.example/1"), @case.Closed is null,
        ServiceIssues.LabelsOf(@case, SampleSquad.DataInfra), ServiceIssues.LoginOf(@case, SampleSquad.DataInfra), @case.OpenedAt, @case.OpenedAt, null);

    /// <summary>Who is told what, as <c>Given ana</c>; a room by its name, a conversation by its key.</summary>
    public static IEnumerable<string> Told(this Case @case) => @case.Duties.Where(d => d.Kind == DutyKind.Tell)
        .Select(d => $"{d.Message} {d.To!.Member ?? d.To.Conversation ?? d.To.Room.ToString()}").Order(StringComparer.Ordinal);

    public static IEnumerable<DutyKind> Owed(this Case @case) => @case.Duties.Select(d => d.Kind);

    public static Instant? Due(this Case @case, DutyKind kind) => @case.Duties.SingleOrDefault(d => d.Kind == kind)?.Due;
}
