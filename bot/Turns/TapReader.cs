using System.Globalization;
using System.Text.Json;
using Hausmeister.Dialogs;
using Microsoft.Bot.Schema;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Turns;

/// <param name="Tap">Null where nothing was tapped, or what came cannot be a tap.</param>
/// <param name="Problem">Why it cannot be a tap, without anything that somebody wrote; null where nothing was tapped.</param>
internal readonly record struct TapReading(Tap? Tap, string? Problem);

/// <summary>
/// Reads what a tapped button sends. All of it is user input: types and lengths are checked here, roles and states by whoever acts on it.
/// Only in the web chat the data names the message with the card; a channel that says so itself is not contradicted by data.
/// </summary>
internal static class TapReader
{
    public const int LongestVerb = 64;
    public const int LongestId = 256;
    public const int LongestInputName = 64;

    /// <summary>More than the longest details, which are cut later and with a word to the person.</summary>
    public const int LongestInput = 32_000;

    public const int MostInputs = 20;

    private const string Verb = "verb";
    private const string Id = "id";
    private const string Rev = "rev";
    private const string Card = "card";
    private const string CardAction = "adaptiveCard/action";

    public static TapReading Read(Activity activity)
    {
        if (activity.Value is null)
            return default;
        if (activity.Type == ActivityTypes.Message)
            return PlainJson.Of(activity.Value) is { } value ? Read(value, null, activity) : Problem("the value is not JSON");
        if (activity.Type != ActivityTypes.Invoke || activity.Name != CardAction)
            return default;
        return PlainJson.Of(activity.Value)?.Member("action") is not { } action
            ? Problem("the invoke has no action")
            : Read(action.Member("data") ?? default, action.Member(Verb), message: null);
    }

    private static TapReading Read(JsonElement data, JsonElement? actionVerb, Activity? message)
    {
        if (data.ValueKind != JsonValueKind.Object)
            return Problem("the data is not an object");
        if (Text(data.Member(Verb) ?? actionVerb, LongestVerb) is not { Length: > 0 } verb)
            return Problem("there is no verb, or it is too long");
        if (!IsOptionalText(data.Member(Id), LongestId, out var id))
            return Problem("the id is not a text, or too long");
        if (!IsOptionalNumber(data.Member(Rev), out var rev))
            return Problem("the rev is not a number");
        if (!IsOptionalText(data.Member(Card), LongestId, out var named))
            return Problem("the card is not a text, or too long");
        return Inputs(data) is { } inputs
            ? new(new Tap(verb, id ?? "", rev, message?.ChannelId == KnownChannels.Webchat ? named : message?.ReplyToId, inputs), null)
            : Problem("there are too many inputs, or one is too long or not a plain value");
    }

    private static Dictionary<string, string>? Inputs(JsonElement data)
    {
        Dictionary<string, string> inputs = [];
        foreach (var member in data.EnumerateObject())
        {
            if (member.Name is Verb or Id or Rev or Card || member.Value.ValueKind == JsonValueKind.Null)
                continue;
            if (inputs.Count == MostInputs || member.Name.Length > LongestInputName || Scalar(member.Value) is not { Length: <= LongestInput } text)
                return null;
            inputs[member.Name] = text;
        }

        return inputs;
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string? Text(JsonElement? value, int longest) =>
        value is { ValueKind: JsonValueKind.String } text && text.GetString() is { } read && read.Length <= longest ? read : null;

    private static bool IsOptionalText(JsonElement? value, int longest, out string? text)
    {
        text = Text(value, longest);
        return text is not null || value is null or { ValueKind: JsonValueKind.Null };
    }

    /// <summary>A number may come as a text, as some channels make texts of everything.</summary>
    private static bool IsOptionalNumber(JsonElement? value, out int number)
    {
        number = 0;
        return value switch
        {
            null or { ValueKind: JsonValueKind.Null } => true,
            { ValueKind: JsonValueKind.Number } plain => plain.TryGetInt32(out number),
            { ValueKind: JsonValueKind.String } text => int.TryParse(text.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out number),
            _ => false,
        };
    }

    private static TapReading Problem(string why) => new(null, why);
}
