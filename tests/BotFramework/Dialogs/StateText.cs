using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace BotFramework.Tests.Dialogs;

/// <summary>Turns dialog state into JSON and back, as storage does: integers come back as long, and everything as a new object.</summary>
internal static class StateText
{
    private const string Kind = "$";

    public static string Write(DialogState state) => ToNode(state).ToJsonString();

    public static DialogState Read(string text) => (DialogState)FromNode(JsonNode.Parse(text));

    private static JsonNode ToNode(object value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create((long)number),
        long number => JsonValue.Create(number),
        DialogState state => new JsonObject { [Kind] = "state", ["stack"] = new JsonArray([.. state.DialogStack.Select(Instance)]) },
        PromptOptions options => Options(options),
        IDictionary<string, object> map => new JsonObject(map.Select(e => KeyValuePair.Create(e.Key, ToNode(e.Value)))),
        _ => throw new NotSupportedException($"Dialog state holds a {value.GetType()}"),
    };

    private static JsonObject Instance(DialogInstance instance) => new()
    {
        ["id"] = instance.Id,
        ["version"] = instance.Version,
        ["state"] = ToNode(instance.State),
    };

    private static JsonObject Options(PromptOptions options) => new()
    {
        [Kind] = "prompt",
        ["prompt"] = options.Prompt?.Text,
        ["retry"] = options.RetryPrompt?.Text,
        ["choices"] = new JsonArray([.. (options.Choices ?? []).Select(c => JsonValue.Create(c.Value))]),
    };

    private static object FromNode(JsonNode node) => node switch
    {
        null => null,
        JsonObject { } map when (string)map[Kind] == "state" => new DialogState([.. map["stack"].AsArray().Select(n => FromInstance(n.AsObject()))]),
        JsonObject { } map when (string)map[Kind] == "prompt" => FromOptions(map),
        JsonObject map => map.ToDictionary(e => e.Key, e => FromNode(e.Value)),
        JsonValue value when value.TryGetValue<bool>(out var flag) => flag,
        JsonValue value when value.TryGetValue<long>(out var number) => number,
        _ => (string)node,
    };

    private static DialogInstance FromInstance(JsonObject node) => new()
    {
        Id = (string)node["id"],
        Version = (string)node["version"],
        State = (IDictionary<string, object>)FromNode(node["state"]),
    };

    private static PromptOptions FromOptions(JsonObject node) => new()
    {
        Prompt = Message((string)node["prompt"]),
        RetryPrompt = Message((string)node["retry"]),
        Choices = [.. node["choices"].AsArray().Select(c => new Choice((string)c))],
    };

    private static Activity Message(string text) => text == null ? null : MessageFactory.Text(text);
}
