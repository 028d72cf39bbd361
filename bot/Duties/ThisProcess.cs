using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;

namespace Hausmeister.Bot.Duties;

/// <summary>This run of the program, for what it claims.</summary>
/// <param name="IsAlone">The data file is held by this process alone, so a claim of any other is one of a process that died.</param>
internal sealed record ThisProcess(string Id, bool IsAlone)
{
    public static ThisProcess Alone() => new(Guid.NewGuid().ToString("n"), IsAlone: true);

    /// <summary>Somebody claimed it and will not come back; nobody needs to wait for the claim's end.</summary>
    public bool IsLeftBehind(Duty duty) => IsAlone && duty.ClaimedUntil is not null && duty.ClaimedBy != Id;
}
