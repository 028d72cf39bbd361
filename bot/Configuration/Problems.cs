namespace Hausmeister.Bot.Configuration;

/// <summary>What is wrong in the configuration, one line each: where, what was found, what was expected. All of it is told at once.</summary>
internal sealed class Problems
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public void Add(string where, string found, string expected) => lines.Add($"{where}: found {found}, expected {expected}");

    public void AddRange(IEnumerable<string> others) => lines.AddRange(others);

    /// <exception cref="ConfigurationException">There is at least one problem.</exception>
    public void ThrowIfAny()
    {
        if (lines.Count > 0)
            throw new ConfigurationException(lines);
    }
}

/// <summary>The configuration is wrong, and the bot does not start. The message has one line per problem.</summary>
internal sealed class ConfigurationException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
