using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Dialogs;

/// <summary>What somebody fills into a card's field: what it offers or expects, or whatever words they have.</summary>
internal static class FieldWords
{
    public static string For(JsonObject input, string words, int choice)
    {
        string[] sensible = (string?)input["type"] switch
        {
            "Input.ChoiceSet" => [.. input["choices"]!.AsArray().Select(c => (string)c!["value"]!), string.Join(',', input["choices"]!.AsArray().Select(c => (string)c!["value"]!))],
            "Input.Toggle" => [(string)input["valueOn"]!, (string)input["valueOff"]!],
            "Input.Date" or "Input.Time" => [(string)input["value"]!],
            _ => [],
        };
        return choice % (sensible.Length + 1) is var place && place < sensible.Length ? sensible[place] : words;
    }
}
