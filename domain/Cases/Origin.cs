namespace Hausmeister.Domain.Cases;

/// <summary>The message in a channel of people that something came with.</summary>
/// <param name="Thread">The key of the conversation around it, as <see cref="Documents.Keys.Place"/> makes it: what becomes of it is said there.</param>
/// <param name="Link">The message, for a browser.</param>
public sealed record Origin(string Thread, Uri Link);
