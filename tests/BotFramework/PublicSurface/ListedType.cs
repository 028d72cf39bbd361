namespace BotFramework.Tests.PublicSurface;

/// <summary>A type of the list: its kind, what it derives from, and its members in the form of <see cref="Signature"/>.</summary>
internal sealed record ListedType(string Kind, IReadOnlySet<string> Bases, ISet<string> Members)
{
    public bool HasConstructors => Members.Any(member => member.Contains("ctor("));
}
