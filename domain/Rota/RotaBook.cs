using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Domain.Rota;

/// <summary>What a squad's members agreed on in chat about the rota, and how far the present hand-off is.</summary>
public sealed record RotaBook : Owing
{
    /// <summary>Looks back reach a quarter; what ended before twice that is not kept.</summary>
    private static readonly Duration Kept = Duration.FromDays(2 * 7 * Fairness.Weeks);

    /// <summary>The last counts.</summary>
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public Unconfirmed? Unconfirmed { get; init; }

    /// <summary>The file's orders as they were seen last.</summary>
    public RotaOrders? Orders { get; init; }

    /// <summary>Those that a lead was told.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>The help rooms whose topic follows the rota, by their conversations' keys.</summary>
    public IReadOnlyList<string> TopicRooms { get; init; } = [];

    /// <summary>Those whose topic does not, as a lead was told.</summary>
    public IReadOnlyList<TopicTrouble> TopicTroubles { get; init; } = [];

    /// <summary>How many offers were made.</summary>
    public int Offers { get; init; }

    /// <summary>The last hand-off that began.</summary>
    public string? HandOff { get; init; }

    /// <summary>The squad with what was agreed on.</summary>
    public Squad Over(Squad squad) => With(squad, Agreements);

    /// <summary>The same without those who hold it for somebody who has not answered: they make no hand-off of their own.</summary>
    public Squad OverWithoutHolds(Squad squad) => With(squad, Agreements.Where(a => a.Kind != AgreementKind.Hold));

    public RotaBook Agree(Agreement agreement) => this with { Agreements = [.. Agreements.Where(a => a.Id != agreement.Id), agreement] };

    /// <summary>What an agreement says of the time from <paramref name="at"/> on counts no more.</summary>
    public RotaBook End(string agreement, Instant at) => this with
    {
        Agreements = [.. Agreements.Select(a => a.Id == agreement && a.To > at ? a with { To = Instant.Max(at, a.From) } : a)],
    };

    public RotaBook Without(Instant now) => this with
    {
        Agreements = [.. Agreements.Where(a => a.To > now - Kept && a.From < a.To)],
        Absences = [.. Absences.Where(a => a.To > now - Kept)],
    };

    private Squad With(Squad squad, IEnumerable<Agreement> agreements) => squad with
    {
        Rota = squad.Rota with
        {
            Agreed = [.. agreements.Select(a => new Override(a.From, a.To, a.Member, a.Kind.ToString()))],
            Absences = Absences,
            Unconfirmed = Unconfirmed,
        },
    };
}

/// <summary>The member holds it in [From, To).</summary>
/// <param name="For">Who would hold it without the agreement.</param>
public sealed record Agreement(string Id, AgreementKind Kind, Instant From, Instant To, string Member, string For, Person By, Instant At);

public enum AgreementKind
{
    /// <summary>For another shift.</summary>
    Swap,

    Cover,

    /// <summary>From now on.</summary>
    TakeOver,

    /// <summary>From now on, as the one on duty or a lead gave it to somebody.</summary>
    ByHand,

    Ill,

    /// <summary>Until the one on duty answers.</summary>
    Hold,

    /// <summary>By a lead or Level 2, as nobody answered.</summary>
    Appointed,
}
