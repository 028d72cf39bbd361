namespace Hausmeister.Bot.Configuration;

/// <summary>Reads single settings and notices which keys of their sections nobody read. An empty setting counts as none.</summary>
internal sealed class Settings(IConfiguration configuration, Problems problems)
{
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public string? Text(string key)
    {
        known.Add(key);
        return string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key];
    }

    public T? Text<T>(string key, Format<T> format)
        where T : class => Parse(key, format, text => $"\"{text}\"");

    /// <summary>As <see cref="Text{T}"/>; a wrong value is not shown.</summary>
    public T? Secret<T>(string key, Format<T> format)
        where T : class => Parse(key, format, text => $"{text.Length} characters (not shown)");

    /// <summary>In the sections of the keys that were read; other sections are somebody else's.</summary>
    public void RefuseUnknownKeys()
    {
        var sections = known.Where(key => key.Contains(ConfigurationPath.KeyDelimiter, StringComparison.Ordinal))
            .GroupBy(key => ConfigurationPath.GetParentPath(key)!, StringComparer.OrdinalIgnoreCase);
        foreach (var section in sections)
        {
            foreach (var child in configuration.GetSection(section.Key).GetChildren().Where(child => !known.Contains(child.Path)))
                problems.Add(child.Path, "an unknown key", $"only {string.Join(", ", section)}");
        }
    }

    private T? Parse<T>(string key, Format<T> format, Func<string, string> found)
        where T : class
    {
        if (Text(key) is not { } text)
            return null;
        if (format.TryParse(text, out var value))
            return value;
        problems.Add(key, found(text), format.Expected);
        return null;
    }
}
