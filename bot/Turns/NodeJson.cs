using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Hausmeister.Bot.Turns;

[JsonSerializable(typeof(JsonArray))]
internal sealed partial class NodeJson : JsonSerializerContext;
