using System.Text.Json.Serialization;
using Hausmeister.Bot.Channels.WebChat.DirectLine;
using Hausmeister.Bot.Channels.WebChat.Me;
using Hausmeister.Bot.Channels.WebChat.Transcript;

namespace Hausmeister.Bot.Channels.WebChat;

/// <summary>What goes between the page and us, as Direct Line and the page write it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DirectLineToken))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(IncomingActivity))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(PostedAnswer))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(MeAnswer))]
internal sealed partial class WebChatJson : JsonSerializerContext;
