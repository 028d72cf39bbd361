using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hausmeister.Cards.Rendering;

/// <summary>The way back: what was filled in in Slack, as Adaptive Cards bring it.</summary>
public static class SlackInputs
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The button's data and the fields beside it, as a JSON object. Where both have the same name, the data wins: nobody types a verb.
    /// Several chosen values are joined with commas; what is not filled in is left out, but for a toggle that is off.
    /// </summary>
    /// <param name="values">The payload's <c>state.values</c>; undefined where it has none.</param>
    /// <param name="data">The button's value, or the modal's private metadata.</param>
    public static string Merge(JsonElement values, JsonElement data, SlackForm form)
    {
        var merged = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(merged))
        {
            writer.WriteStartObject();
            if (data.ValueKind == JsonValueKind.Object)
                foreach (var member in data.EnumerateObject())
                    member.WriteTo(writer);
            if (!form.Leaving.Contains(Verb(data)))
                foreach (var (id, value) in Values(values, form).Where(field => !Has(data, field.Key)))
                    writer.WriteString(id, value);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(merged.WrittenSpan);
    }

    /// <summary>What does not fit, as a modal's <c>response_action: errors</c> wants it: by block, what the person is told. Empty: all is well.</summary>
    public static IReadOnlyDictionary<string, string> Check(JsonElement values, SlackForm form)
    {
        var filled = Values(values, form);
        return form.Fields.Where(field => !Fits(field, filled.GetValueOrDefault(field.Id))).DistinctBy(field => field.BlockId).ToDictionary(field => field.BlockId, field => field.Error);
    }

    private static bool Fits(SlackField field, string? value)
    {
        // A box that has to be ticked is not filled in while it is off.
        if (string.IsNullOrWhiteSpace(value) || value == field.Off)
            return !field.IsRequired;
        return value.Length <= (field.MaxLength ?? int.MaxValue)
            && (field.Regex is null || Matches(value, field.Regex))
            && (field.Min is null || Compare(value, field.Min) >= 0)
            && (field.Max is null || Compare(value, field.Max) <= 0);
    }

    private static bool Matches(string value, string pattern)
    {
        try
        {
            return Regex.IsMatch(value, pattern, RegexOptions.None, LongestMatch);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>Dates and times are ordered as their letters are.</summary>
    private static int Compare(string value, string limit) =>
        double.TryParse(value, CultureInfo.InvariantCulture, out var number) && double.TryParse(limit, CultureInfo.InvariantCulture, out var bound)
            ? number.CompareTo(bound)
            : string.CompareOrdinal(value, limit);

    /// <summary>What is filled in, by the fields' ids.</summary>
    public static IReadOnlyDictionary<string, string> Values(JsonElement values, SlackForm form)
    {
        Dictionary<string, string> filled = [];
        if (values.ValueKind == JsonValueKind.Object)
            foreach (var element in values.EnumerateObject().Where(block => block.Value.ValueKind == JsonValueKind.Object).SelectMany(block => block.Value.EnumerateObject()))
                if (Value(element.Value) is { } value)
                    filled[element.Name] = value;
        foreach (var toggle in form.Fields.Where(field => field.Off is not null))
            filled.TryAdd(toggle.Id, toggle.Off!);
        return filled;
    }

    private static string? Value(JsonElement element) => Text(element, "type") switch
    {
        "plain_text_input" or "number_input" => Text(element, "value"),
        "datepicker" => Text(element, "selected_date"),
        "timepicker" => Text(element, "selected_time"),
        "static_select" or "external_select" or "radio_buttons" => Has(element, "selected_option") ? Text(element.GetProperty("selected_option"), "value") : null,
        "checkboxes" or "multi_static_select" or "multi_external_select" => Several(element),
        _ => null,
    };

    private static string? Several(JsonElement element)
    {
        if (!element.TryGetProperty("selected_options", out var options) || options.ValueKind != JsonValueKind.Array || options.GetArrayLength() == 0)
            return null;
        return string.Join(',', options.EnumerateArray().Select(option => Text(option, "value")));
    }

    private static string? Verb(JsonElement data) => Text(data, "verb");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static bool Has(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);
}
