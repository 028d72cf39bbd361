using System.Text.RegularExpressions;

namespace Hausmeister.Fuzz;

/// <summary>The bot's log: which warnings there were, and what in it breaks a rule.</summary>
internal static partial class LogKinds
{
    private const int LongestLine = 2_000;

    /// <summary>How often each kind of warning came.</summary>
    public static IReadOnlyDictionary<string, int> Warnings(IEnumerable<string> lines) =>
        lines.Where(line => Warning().IsMatch(line)).CountBy(Kind).ToDictionary();

    /// <summary>A person would have to look into an error or an exception; and what people wrote has no place in a log.</summary>
    public static IEnumerable<string> Broken(IEnumerable<string> lines) =>
        from line in lines
        where line.Length > 0 && !Unreachable().IsMatch(line)
        let why = Error().IsMatch(line) ? "an error is in the log"
            : Trace().IsMatch(line) ? "an exception is in the log"
            : line.Length > LongestLine ? "a line of the log is without end"
            : Warning().IsMatch(line) && Kind(line).Contains(Shapes.Mark, StringComparison.OrdinalIgnoreCase) ? "somebody's words are in the log"
            : null
        where why is not null
        select $"{why}: {line[..Math.Min(line.Length, LongestLine)]}";

    private static string Kind(string line) => Changing().Replace(Scopes().Replace(line[line.IndexOf("warn:", StringComparison.Ordinal)..], ""), "…");

    [GeneratedRegex(@"^\S+ (fail|crit): |^Unhandled exception")]
    private static partial Regex Error();

    [GeneratedRegex(@"Exception: .*\s+at \S+\(|^\s+at \S+\.")]
    private static partial Regex Trace();

    [GeneratedRegex(@"^\S+ warn: ")]
    private static partial Regex Warning();

    /// <summary>Somebody named an address at which nobody is.</summary>
    [GeneratedRegex(@"^\S+ warn: Hausmeister\.Bot\.(Turns\.Delivery|Duties)\S* .*HttpRequestException")]
    private static partial Regex Unreachable();

    [GeneratedRegex(@" => (ConnectionId:\S+|RequestPath:\S+ RequestId:\S+|Turn \S+ on \S+)")]
    private static partial Regex Scopes();

    [GeneratedRegex(@"\d+|Path: .*? \||'[^']*'|0x\w+|(?<=outbox of )\S+|(?<=\().*(?=\))|(?<=Exception: ).*|(?<=converted to )\S+")]
    private static partial Regex Changing();
}
