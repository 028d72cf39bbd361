namespace Hausmeister.Bot.Turns;

/// <summary>
/// A channel that waits only for a turn's commit, and not for the replies: the outbox sends them, so that a slow channel does not make
/// itself send everything again.
/// </summary>
internal interface IAcknowledgesAtCommit;
