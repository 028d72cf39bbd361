using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hausmeister.Bot.Channels.WebChat.Transcript;

namespace Hausmeister.Tests.Journeys;

/// <summary>A button and what a tap on it sends.</summary>
internal sealed record Button(string Title, JsonObject Data);

/// <summary>A message as a person reads it: without Markdown, a line for each text.</summary>
/// <param name="Summary">The message in one sentence, as a notification shows it.</param>
internal sealed partial record Message(string Id, string Summary, IReadOnlyList<string> Lines, IReadOnlyList<Button> Taps)
{
    public string Text => string.Join('\n', Lines);

    public IEnumerable<string> Buttons => Taps.Select(button => button.Title);

    public static Message Of(TranscriptRow row)
    {
        var cards = (row.Attachments ?? []).Select(attachment => JsonNode.Parse(attachment.Content.GetRawText())).ToList();
        var lines = row.Text is { } text ? [text] : cards.SelectMany(Texts).ToList();
        return new Message(row.Id, row.Text ?? row.ChannelData?.FallbackText ?? "", lines, [.. cards.SelectMany(Submits)]);
    }

    public override string ToString() => $"{Text}\n[{string.Join("] [", Buttons)}]";

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject o when Is(o, "TextBlock") => [Plain((string)o["text"]!)],
        JsonObject o when Is(o, "FactSet") => o["facts"]!.AsArray().Select(fact => Plain($"{fact!["title"]}: {fact["value"]}")),
        JsonObject o => o.Where(member => member.Key is not ("data" or "selectAction")).SelectMany(member => Texts(member.Value)),
        JsonArray a => a.SelectMany(Texts),
        _ => [],
    };

    private static IEnumerable<Button> Submits(JsonNode? node) => node switch
    {
        JsonObject o when Is(o, "Action.Submit") => [new Button((string)o["title"]!, o["data"]!.AsObject())],
        JsonObject o => o.SelectMany(member => Submits(member.Value)),
        JsonArray a => a.SelectMany(Submits),
        _ => [],
    };

    private static bool Is(JsonObject node, string type) => node["type"] is JsonValue value && value.ToString() == type;

    private static string Plain(string markdown) => Escape().Replace(Link().Replace(markdown, "$1"), "$1").Replace("**", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
