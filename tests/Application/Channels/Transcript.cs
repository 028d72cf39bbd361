using System.Text.RegularExpressions;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>A message in words that can be held against the same message on another channel.</summary>
internal static partial class Transcript
{
    /// <summary>What may differ, and nothing else may: a whole line or a label. Null: nothing stands there.</summary>
    private static readonly (string? InSlack, string? Elsewhere, string Why)[] Differs =
    [
        ("Edit", null, "a form's fields are in a modal, which this opens"),
        ("Add notes", "Save notes", "the button that opens a modal says what comes; the modal's own says the same as elsewhere"),
        (null, "Severity level? Rare for us. Yes puts the procedure first.", "a field's hint is with its field, in the modal"),
    ];

    /// <summary>A channel arranges a card's words in its own way, so they are compared in alphabetical order. Null: not every channel says it.</summary>
    public static string? Of(string who, Heard message) =>
        IsWelcome(message) ? null : $"{who}: {string.Join(' ', Words(message.Lines))} [{string.Join("] [", Labels(message))}]";

    /// <summary>Slack does not tell that somebody opened the conversation; in the others the bot says hello then.</summary>
    private static bool IsWelcome(Heard message) => message.Lines.Any(line => line.StartsWith("Hello ", StringComparison.Ordinal));

    /// <summary>A button in Slack that opens a modal has an ellipsis.</summary>
    private static IEnumerable<string> Labels(Heard message) => message.Buttons.Select(label => AsElsewhere(label.TrimEnd('…'))).OfType<string>();

    private static IEnumerable<string> Words(IEnumerable<string> lines) => lines.Select(AsElsewhere).OfType<string>().SelectMany(Words).Order(StringComparer.Ordinal);

    /// <summary>Without what stands between facts, and with the apostrophe that is typed: Web Chat sets it.</summary>
    private static IEnumerable<string> Words(string line) =>
        Times().Replace(line.Replace('’', '\''), "TIME").Split([' ', '·', '›'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.TrimEnd(':'));

    private static string? AsElsewhere(string words) => Array.Find(Differs, one => one.InSlack == words || (one.InSlack is null && one.Elsewhere == words)) switch
    {
        (null, null, _) => words,
        (null, _, _) => null,
        (_, var elsewhere, _) => elsewhere,
    };

    /// <summary>The clock goes on while a script is played, and not everywhere as fast.</summary>
    [GeneratedRegex(@"\b\d\d:\d\d\b|\b\d+ h( \d\d)?\b|\b\d+ min\b|\bjust now\b")]
    private static partial Regex Times();
}
