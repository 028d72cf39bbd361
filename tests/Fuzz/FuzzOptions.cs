namespace Hausmeister.Fuzz;

/// <param name="From">The number of the first request.</param>
/// <param name="Sockets">How many idle WebSockets are open meanwhile.</param>
/// <param name="Log">The file that gets the bot's whole log; null: none.</param>
internal sealed record FuzzOptions(int Seed, int Requests, int From = 0, int Sockets = 300, string? Log = null);
