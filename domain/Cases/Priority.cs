namespace Hausmeister.Domain.Cases;

/// <summary>How urgent a service issue is. P4 is the highest.</summary>
public enum Priority
{
    /// <summary>Backlog, maybe never.</summary>
    P1 = 1,

    /// <summary>Backlog, when time permits.</summary>
    P2 = 2,

    /// <summary>Actively worked on.</summary>
    P3 = 3,

    /// <summary>Stop everything, pull people in: invalid datasets, or an external SLA will be missed.</summary>
    P4 = 4,
}
