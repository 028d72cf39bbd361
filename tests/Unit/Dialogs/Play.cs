using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Hausmeister.Tests.Dialogs;

/// <summary>
/// A say/reply table, played. What is expected are lines of a message in their order, others may stand between them; a line that
/// ends in "…" is the beginning of one. Every message must be expected, in the order in which its conversation got it.
/// <code>
/// Ana: triage                      somebody says it in their own conversation
/// Ana in help: who                 … in a room
/// Ana > Create | title = New       somebody taps; "Ana >> Create" on a card as it was before, "Ana > again" the same once more
/// ...                              what is owed is done; "... 15" lets so many minutes pass
/// &lt; Triage / What is it?           a message to whoever spoke; "&lt;~" a message becomes this; "Clara &lt;", "help &lt;" elsewhere
///   (Not sure) …                   more lines of it
/// = ana-1: P3 of ana …             what is stored of a case, or of the tracker's #1
/// </code>
/// </summary>
internal sealed partial class Play(DialogHouse house)
{
    private static readonly string[] Rooms = ["help", "guild", "announcements"];

    private int seen = house.Chats.Shown.Count;
    private string speaker = "";
    private List<Message> pending = [];

    public async Task RunAsync(string script)
    {
        foreach (var step in Steps(script))
            await PlayAsync(step);
        NothingElse("at the end");
    }

    /// <summary>A line with the indented ones under it.</summary>
    private static IEnumerable<IReadOnlyList<string>> Steps(string script)
    {
        List<string> step = [];
        foreach (var line in script.Split('\n').Where(line => line.Trim().Length > 0))
        {
            if (line[0] != ' ' && step.Count > 0)
            {
                yield return step;
                step = [];
            }

            step.Add(line.Trim());
        }

        yield return step;
    }

    private async Task PlayAsync(IReadOnlyList<string> step)
    {
        if (Expected().Match(step[0]) is { Success: true } expected)
            Expect(expected, step);
        else if (Stored().Match(step[0]) is { Success: true } stored)
            Matches(await StoredText.OfAsync(house, stored.Groups["what"].Value), [stored.Groups["line"].Value, .. step.Skip(1)], step[0]);
        else
            await ActAsync(step[0]);
    }

    private async Task ActAsync(string line)
    {
        NothingElse(line);
        if (line.StartsWith("...", StringComparison.Ordinal))
            await (line.Length > 3 ? house.PassAsync(Duration.FromMinutes(int.Parse(line[3..], CultureInfo.InvariantCulture))) : house.WorkAsync());
        else
            await SpeakAsync(Spoken().Match(line) is { Success: true } spoken ? spoken : throw new FormatException($"No line of a script: {line}"));
        pending = [.. house.Chats.Shown.Skip(seen)];
        seen = house.Chats.Shown.Count;
    }

    private Task SpeakAsync(Match spoken)
    {
        var (person, what) = (spoken.Groups["person"].Value, spoken.Groups["what"].Value.Replace("⏎", "\n", StringComparison.Ordinal));
        var room = spoken.Groups["room"] is { Success: true } named ? named.Value : null;
        speaker = house.ConversationOf(person, room);
        return (spoken.Groups["how"].Value, what) switch
        {
            (":", _) => house.SayAsync(person, room, what),
            (_, "joins") => house.JoinAsync(person),
            (_, "again") => house.TapAgainAsync(room),
            (var how, _) => house.TapAsync(person, room, what.Split('|')[0].Trim(), Fields(what), stale: how == ">>"),
        };
    }

    private static Dictionary<string, string> Fields(string what) => what.Split('|').Skip(1).Select(field => field.Split('=', 2))
        .ToDictionary(field => field[0].Trim(), field => field[1].Trim());

    private void Expect(Match expected, IReadOnlyList<string> step)
    {
        var where = expected.Groups["where"].Value;
        var conversation = where.Length == 0 ? speaker : Rooms.Contains(where) ? house.ConversationOf("", where) : house.ConversationOf(where, null);
        var isUpdate = expected.Groups["update"].Success;
        var next = pending.FirstOrDefault(m => m.Conversation == conversation && m.IsUpdate == isUpdate);
        next.ShouldNotBeNull($"No more messages there, expected:\n{string.Join('\n', step)}\n{Heard()}");
        pending.Remove(next);
        Matches(next.Lines, [expected.Groups["line"].Value, .. step.Skip(1)], step[0]);
    }

    private static void Matches(IReadOnlyList<string> lines, IReadOnlyList<string> expected, string step)
    {
        var at = 0;
        foreach (var line in expected)
        {
            while (at < lines.Count && !IsSame(lines[at], line))
                at++;
            at.ShouldBeLessThan(lines.Count, $"At {step}\n\nnot there, or not in this order: {line}\n\nin\n  {string.Join("\n  ", lines)}\n");
            at++;
        }
    }

    private static bool IsSame(string line, string expected) =>
        expected.EndsWith('…') ? line.StartsWith(expected[..^1], StringComparison.Ordinal) : line == expected;

    private void NothingElse(string before) => pending.ShouldBeEmpty($"Not expected before {before}:\n{Heard()}");

    private string Heard() => string.Join('\n', pending.Select(m => $"{m.Conversation} <{(m.IsUpdate ? "~" : "")} {string.Join("\n  ", m.Lines)}"));

    [GeneratedRegex(@"^(?<where>\w*) ?<(?<update>~)? (?<line>.*)$")]
    private static partial Regex Expected();

    [GeneratedRegex(@"^= (?<what>\S+): (?<line>.*)$")]
    private static partial Regex Stored();

    [GeneratedRegex(@"^(?<person>\w+)(?: in (?<room>\w+))? ?(?<how>:|>>?) ?(?<what>.*)$")]
    private static partial Regex Spoken();
}
