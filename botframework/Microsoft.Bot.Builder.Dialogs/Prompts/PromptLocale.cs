namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Finds what is configured for a locale: the locale itself ("de-DE"), else one of its language ("de-at"), else English.</summary>
internal static class PromptLocale
{
    public static T Pick<T>(Dictionary<string, T> defaults, string locale, T english)
    {
        if (defaults == null)
            return english;

        var best = english;
        foreach (var (key, value) in defaults)
        {
            if (string.Equals(key, locale, StringComparison.OrdinalIgnoreCase))
                return value;
            if (Language(key).Equals(Language(locale), StringComparison.OrdinalIgnoreCase))
                best = value;
        }

        return best;
    }

    private static ReadOnlySpan<char> Language(string locale)
    {
        var name = string.IsNullOrEmpty(locale) ? "en" : locale;
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? name : name.AsSpan(0, dash);
    }
}
