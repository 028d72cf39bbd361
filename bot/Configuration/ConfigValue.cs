using System.Text.Json;

namespace Hausmeister.Bot.Configuration;

/// <summary>
/// A value of a configuration file that knows where it stands. What is not as expected is told to <paramref name="problems"/>, and reading
/// goes on with a stand-in, so that all problems are found; nobody sees it, because the load fails.
/// </summary>
/// <param name="json">Undefined where the file has no such value.</param>
/// <param name="where">The file and the JSON path.</param>
internal sealed class ConfigValue(JsonElement json, string where, Problems problems)
{
    private const int LongestFound = 80;

    public T As<T>(Format<T> format)
    {
        if (json.ValueKind == JsonValueKind.String && format.TryParse(json.GetString()!, out var value))
            return value;
        Refuse(format.Expected);
        return default!;
    }

    /// <summary>As <see cref="As"/>; a value that has been seen is refused.</summary>
    public T AsUnique<T>(Format<T> format, HashSet<T> seen, string expected)
    {
        var value = As(format);
        if (value is not null && !seen.Add(value))
            Refuse(expected);
        return value;
    }

    public bool AsFlag()
    {
        if (json.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Refuse("true or false");
        return json.ValueKind == JsonValueKind.True;
    }

    public IReadOnlyList<T> AsList<T>(Func<ConfigValue, T> read)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            Refuse("a list");
            return [];
        }

        return [.. json.EnumerateArray().Select((item, index) => read(new ConfigValue(item, $"{where}[{index}]", problems)))];
    }

    /// <summary>A list with at least one item.</summary>
    public IReadOnlyList<T> AsFilledList<T>(Func<ConfigValue, T> read)
    {
        if (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 0)
            Refuse("at least one item");
        return AsList(read);
    }

    /// <summary>Every key of the object must be read by <paramref name="read"/>; others are refused.</summary>
    public T AsObject<T>(Func<ConfigObject, T> read)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            Refuse("an object");
            return default!;
        }

        var reader = new ConfigObject(json, where, problems);
        var value = read(reader);
        reader.RefuseUnknownKeys();
        return value;
    }

    /// <summary>As <see cref="AsObject"/>, for an object of which nothing is kept.</summary>
    public bool Check(Action<ConfigObject> read) => AsObject(value =>
    {
        read(value);
        return true;
    });

    public void Refuse(string expected) => problems.Add(where, Found(), expected);

    private string Found()
    {
        var text = json.ValueKind switch
        {
            JsonValueKind.Undefined => "nothing",
            JsonValueKind.Array => $"a list of {json.GetArrayLength()}",
            JsonValueKind.Object => "an object",
            _ => json.GetRawText(),
        };
        return text.Length <= LongestFound ? text : text[..LongestFound] + "…";
    }
}
