using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AdaptiveCards;

namespace Hausmeister.Cards.Rendering;

/// <summary>Makes the buttons of one message. They are counted, because two of them with one id are refused.</summary>
/// <param name="longestValue">What a button carries itself.</param>
internal sealed class SlackTaps(int longestValue = SlackButton.LongestValue)
{
    private const int LongestVerb = 240;

    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, string> kept = [];
    private int made;

    /// <summary>What the buttons' values have no room for, by key.</summary>
    public IReadOnlyDictionary<string, string> Kept => kept;

    /// <param name="about">What the button is about, where that is not the card as a whole.</param>
    public SlackButton Button(Tap tap, string? about = null)
    {
        var button = new SlackButton(new(tap.Label), ActionId(tap.Action))
        {
            Style = tap.IsPrimary ? "primary" : null,
            AccessibilityLabel = string.IsNullOrWhiteSpace(about) ? null : Shortened.To($"{tap.Label}: {about}", SlackButton.LongestAccessibilityLabel),
        };
        return tap.Action is AdaptiveOpenUrlAction open
            ? button with { Url = open.Url.AbsoluteUri }
            : button with { Value = Fitting(Data(tap.Action, tap.OpensForm), longestValue) };
    }

    /// <summary>Shows the card whole in a modal, from what is kept under the key.</summary>
    public SlackButton ShowAll(AdaptiveCard card) => new(new("Show all"), Numbered(BlockKit.ShowAll)) { Value = Key(Keep(card.ToJson())) };

    /// <summary>The JSON itself, or the key of what is kept where it is too long.</summary>
    public string Fitting(string json, int longest) => json.Length <= longest ? json : Key(Keep(json));

    /// <summary>The same content has the same key, so that it is kept once and a message that is made again is the same.</summary>
    public string Keep(string content)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..32];
        kept[key] = content;
        return key;
    }

    public static string Verb(AdaptiveAction action) => (action as AdaptiveExecuteAction)?.Verb is { Length: > 0 } verb ? verb : Member(action, "verb") ?? "submit";

    /// <summary>A member of the button's data, as text.</summary>
    public static string? Member(AdaptiveAction action, string name)
    {
        using var data = JsonDocument.Parse(DataJson(action));
        return data.RootElement.ValueKind == JsonValueKind.Object && data.RootElement.TryGetProperty(name, out var member) ? member.ToString() : null;
    }

    /// <summary>The button's data in one line, with its verb and what is to be added.</summary>
    public static string Data(AdaptiveAction action, bool opensForm = false, SlackPlace? place = null)
    {
        using var parsed = JsonDocument.Parse(DataJson(action));
        var data = parsed.RootElement;
        return Json(writer =>
        {
            var isObject = data.ValueKind == JsonValueKind.Object;
            if (isObject)
                foreach (var member in data.EnumerateObject())
                    member.WriteTo(writer);
            if (!isObject || !data.TryGetProperty("verb", out _))
                writer.WriteString("verb", Verb(action));
            if (opensForm)
                writer.WriteBoolean("form", true);
            Write(writer, place);
        });
    }

    private static string Json(Action<Utf8JsonWriter> members)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written, Written))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(written.WrittenSpan);
    }

    public static string Key(string key, SlackPlace? place = null) => Json(writer =>
    {
        writer.WriteString("k", key);
        Write(writer, place);
    });

    public static string PlaceJson(SlackPlace? place) => Json(writer => Write(writer, place));

    private static void Write(Utf8JsonWriter writer, SlackPlace? place)
    {
        if (place is null)
            return;
        writer.WriteString("channel", place.Channel);
        foreach (var (name, value) in new[] { ("ts", place.Timestamp), ("thread", place.Thread), ("viewer", place.Viewer) })
            if (value is not null)
                writer.WriteString(name, value);
    }

    private static string DataJson(AdaptiveAction action) => action switch
    {
        AdaptiveExecuteAction execute => execute.DataJson,
        AdaptiveSubmitAction submit => submit.DataJson,
        _ => null,
    } ?? "{}";

    private string ActionId(AdaptiveAction action) => Numbered(action is AdaptiveOpenUrlAction ? "open" : Verb(action));

    private string Numbered(string verb) => $"{Shortened.To(verb, LongestVerb)}.{made++}";
}
