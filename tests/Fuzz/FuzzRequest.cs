namespace Hausmeister.Fuzz;

/// <summary>One request as it goes out.</summary>
/// <param name="Number">With the seed it makes the same request again.</param>
/// <param name="Person">Whose token it carries; null: none.</param>
/// <param name="Length">What it says its body's length is; null: what it is.</param>
internal sealed record FuzzRequest(int Number, string Method, string Path, int? Person, string? ContentType, byte[] Body, int? Length);
