using Hausmeister.Domain.Duties;

namespace Hausmeister.Domain.Channels;

/// <summary>What a squad is owed about a channel itself: that it does not work, and that it works again.</summary>
public sealed record ChannelBook : Owing
{
    /// <summary>What does not work now, each told once.</summary>
    public IReadOnlyList<ChannelTrouble> Troubles { get; init; } = [];
}

/// <summary>Something that does not work until somebody acts.</summary>
/// <param name="Of">The room's or the account's id there; empty: the whole channel.</param>
/// <param name="Words">How it was told.</param>
public sealed record ChannelTrouble(ChannelTroubleKind Kind, string Of, string Words);

public enum ChannelTroubleKind
{
    /// <summary>Nobody can be written to.</summary>
    Token,

    /// <summary>Nobody is heard.</summary>
    Connection,

    /// <summary>A room of the squad's file cannot be written to.</summary>
    Room,

    /// <summary>A member's account of the squad's file cannot be written to.</summary>
    Account,
}
