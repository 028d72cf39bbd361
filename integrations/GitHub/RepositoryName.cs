using Hausmeister.Domain.Squads;

namespace Hausmeister.Integrations.GitHub;

/// <summary>A repository by its owner and name.</summary>
internal readonly record struct RepositoryName(string Owner, string Name)
{
    public static RepositoryName Of(IssueSettings settings)
    {
        var slash = settings.Repository.IndexOf('/', StringComparison.Ordinal);
        return new(settings.Repository[..slash], settings.Repository[(slash + 1)..]);
    }

    public override string ToString() => $"{Owner}/{Name}";
}
