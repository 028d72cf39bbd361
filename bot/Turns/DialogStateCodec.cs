using System.Text.Json;
using System.Text.Json.Nodes;
using Hausmeister.Domain.Triage;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Bot.Turns;

/// <summary>
/// A dialog stack to JSON and back. What a dialog may keep is known here: strings, booleans, whole numbers, dictionaries of these,
/// an inner stack and the draft of a triage. Anything else throws, at the first turn that keeps it.
/// </summary>
/// <remarks>
/// Written with public members of the packages only, and with no JSON of theirs: it is the same for <c>BotFramework=local</c> and <c>nuget</c>.
/// Every value but a scalar is an object with one member that says what it is, so that no key of a dialog can be taken for another kind.
/// </remarks>
internal static class DialogStateCodec
{
    private const string Id = "id";
    private const string State = "state";
    private const string Version = "version";
    private const string Map = "map";
    private const string Stack = "stack";
    private const string Draft = "draft";

    /// <summary>Null for an empty stack.</summary>
    /// <exception cref="NotSupportedException">A dialog keeps something of another type.</exception>
    public static JsonElement? Write(DialogState state)
    {
        if (state.DialogStack is not { Count: > 0 } stack)
            return null;
        using var document = JsonSerializer.SerializeToDocument(WriteStack(stack), NodeJson.Default.JsonArray);
        return document.RootElement.Clone();
    }

    /// <param name="isKnown">Whether this program has a dialog of that id. One that it has not is dropped, with what stands on top of it.</param>
    public static DialogState Read(JsonElement stack, Func<string, bool> isKnown) => new(ReadStack(stack, isKnown));

    private static JsonArray WriteStack(List<DialogInstance> stack) => [.. stack.Select(Write)];

    private static JsonObject Write(DialogInstance instance)
    {
        var written = new JsonObject { [Id] = instance.Id, [State] = WriteMap(instance.State ?? new Dictionary<string, object>()) };
        if (instance.Version is { } version)
            written[Version] = version;
        return written;
    }

    private static JsonObject WriteMap(IDictionary<string, object> map) =>
        new(map.Select(member => KeyValuePair.Create(member.Key, WriteValue(member.Key, member.Value))));

    private static JsonNode? WriteValue(string key, object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        IDictionary<string, object> map => new JsonObject { [Map] = WriteMap(map) },
        DialogState state => new JsonObject { [Stack] = WriteStack(state.DialogStack) },
        TriageDraft draft => new JsonObject { [Draft] = JsonSerializer.SerializeToNode(draft, TurnJson.Default.TriageDraft) },
        _ => throw new NotSupportedException($"A dialog keeps a {value.GetType()} as \"{key}\". Keep strings, booleans and the dialog's draft."),
    };

    private static List<DialogInstance> ReadStack(JsonElement stack, Func<string, bool> isKnown)
    {
        List<DialogInstance> read = [];
        foreach (var instance in stack.EnumerateArray())
        {
            // The active dialog comes first, so what was read so far stands on top of this one.
            if (!isKnown(instance.GetProperty(Id).GetString()!))
                read.Clear();
            else
                read.Add(ReadInstance(instance, isKnown));
        }

        return read;
    }

    private static DialogInstance ReadInstance(JsonElement instance, Func<string, bool> isKnown) => new()
    {
        Id = instance.GetProperty(Id).GetString(),
        Version = instance.Member(Version)?.GetString(),
        State = ReadMap(instance.GetProperty(State), isKnown),
    };

    private static Dictionary<string, object?> ReadMap(JsonElement map, Func<string, bool> isKnown) =>
        map.EnumerateObject().ToDictionary(member => member.Name, member => ReadValue(member.Value, isKnown));

    private static object? ReadValue(JsonElement value, Func<string, bool> isKnown) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetInt32(),
        _ => ReadObject(value.EnumerateObject().Single(), isKnown),
    };

    private static object? ReadObject(JsonProperty kind, Func<string, bool> isKnown) => kind.Name switch
    {
        Map => ReadMap(kind.Value, isKnown),
        Stack => new DialogState(ReadStack(kind.Value, isKnown)),
        Draft => kind.Value.Deserialize(TurnJson.Default.TriageDraft),
        _ => throw new JsonException($"A dialog's state holds \"{kind.Name}\", which this program does not know."),
    };
}
