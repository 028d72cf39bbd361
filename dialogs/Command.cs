using System.Globalization;
using System.Text.RegularExpressions;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Rota;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;

namespace Hausmeister.Dialogs;

/// <summary>What somebody typed, where it is a command: the whole trimmed message, in any case of letters.</summary>
public abstract partial record Command
{
    /// <summary>A look at the state of things: answered inside a dialog too, whose question then comes again.</summary>
    public bool IsLook => this is Help or Who or Rota or RotaPicture or Fairness or HandOff or HandOffs or Next or Issues or Cases or Dag or DagHistory;

    public sealed record Help : Command;

    public sealed record Cancel : Command;

    public sealed record StartOver : Command;

    public sealed record Who : Command;

    public sealed record Rota : Command;

    public sealed record RotaPicture : Command;

    public sealed record Fairness : Command;

    /// <param name="For">Whose shift; null: one's own.</param>
    public sealed record Swap(string? For) : Command;

    /// <param name="Dates">From when to when, if it was said at once.</param>
    public sealed record Cover(string? Dates) : Command;

    public sealed record TakeOver : Command;

    /// <summary>Before the rota says so.</summary>
    public sealed record HandOver(string To) : Command;

    public sealed record Ill : Command;

    public sealed record Well : Command;

    /// <summary>The present hand-off.</summary>
    public sealed record HandOff : Command;

    /// <summary>The past ones.</summary>
    public sealed record HandOffs : Command;

    /// <summary>The nightly run.</summary>
    public sealed record Dag : Command;

    /// <summary>When its stages were loaded on the last days.</summary>
    public sealed record DagHistory : Command;

    public sealed record Next : Command;

    public sealed record Issues(bool Backlog) : Command;

    public sealed record Cases : Command;

    /// <param name="What">What happened, if it was said at once.</param>
    public sealed record Triage(string? What, bool IsP4) : Command;

    /// <param name="Target">An issue's number or a case's id.</param>
    public sealed record Show(string Target) : Command;

    public sealed record Note(int Number, string Text) : Command;

    public sealed record Give(int Number, string To) : Command;

    public sealed record SetPriority(int Number, Priority Priority) : Command;

    /// <summary>It begins like a command and is not one.</summary>
    /// <param name="Hint">What was expected.</param>
    public sealed record Incomplete(string Hint) : Command;

    /// <summary>The command, or null where the text is something else.</summary>
    public static Command? Parse(string text)
    {
        var trimmed = text.Trim();
        return Lower(trimmed) switch
        {
            "help" or "?" => new Help(),
            "cancel" => new Cancel(),
            "start over" => new StartOver(),
            "who" => new Who(),
            "rota" => new Rota(),
            "rota picture" or "rota.picture" => new RotaPicture(),
            "fairness" => new Fairness(),
            "handoff" or "hand-off" or "hand off" => new HandOff(),
            "swap" or "rota.swap" => new Swap(null),
            "cover" or "rota.cover" => new Cover(null),
            "take over" or "takeover" => new TakeOver(),
            "ill" or "sick" or "i'm ill" or "i am ill" or "i'm sick" or "i am sick" or "rota.ill" => new Ill(),
            "well" or "i'm well" or "i am well" => new Well(),
            "handoff history" or "handoffs" or "handoff.history" => new HandOffs(),
            "dag" => new Dag(),
            "dag history" or "dag.history" => new DagHistory(),
            "next" => new Next(),
            "issues" => new Issues(false),
            "backlog" or "issues.backlog" => new Issues(true),
            "cases" => new Cases(),
            "triage" => new Triage(null, false),
            "p4" => new Triage(null, true),
            _ => ParseWithWords(trimmed),
        };
    }

    private static Command? ParseWithWords(string text)
    {
        if (NumberOnly().Match(text) is { Success: true } number)
            return new Show(number.Groups[1].Value);
        if (CaseId().IsMatch(text))
            return new Show(text);
        var words = FirstWord().Match(text);
        var rest = words.Groups[2].Value.Trim();
        return Lower(words.Groups[1].Value) switch
        {
            "triage" => new Triage(rest, false),
            "p4" => new Triage(rest, true),
            "note" => ParseNote(rest),
            "give" => ParseGive(rest),
            "priority" => ParsePriority(rest),
            "swap" when SwapFor().Match(rest) is { Success: true } swap => new Swap(swap.Groups[1].Value),
            "cover" when SpanReader.LooksLikeOne(rest) => new Cover(rest),
            "handoff" when HandOverTo().Match(rest) is { Success: true } to => new HandOver(to.Groups[1].Value),
            _ => null,
        };
    }

    private static Command? ParseNote(string rest) => Numbered().Match(rest) is { Success: true } match
        ? PeoplesText.Clean(match.Groups[2].Value, TriageDesk.LongestDetails) is { Length: > 0 } words ? new Note(NumberIn(match), words) : new Incomplete("note 482, and then your words")
        : null;

    private static Command? ParseGive(string rest) => GiveTo().Match(rest) is { Success: true } match
        ? new Give(NumberIn(match), match.Groups[2].Value.Trim())
        : Numbered().IsMatch(rest) ? new Incomplete("give 482 to bruno") : null;

    private static Command? ParsePriority(string rest) => PriorityOf().Match(rest) is { Success: true } match
        ? new SetPriority(NumberIn(match), (Priority)int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
        : Numbered().IsMatch(rest) ? new Incomplete("priority 482 P4, with P1, P2, P3 or P4") : null;

    private static int NumberIn(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    private static string Lower(string text) => text.ToLowerInvariant();

    [GeneratedRegex(@"^for\s+@?(\S{1,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex SwapFor();

    [GeneratedRegex(@"^to\s+@?(\S{1,80})$", RegexOptions.IgnoreCase)]
    private static partial Regex HandOverTo();

    [GeneratedRegex(@"^#?(\d{1,9})$")]
    private static partial Regex NumberOnly();

    [GeneratedRegex(@"^[\p{L}\d._]+(-[\p{L}\d._]+)*-\d{1,6}$")]
    private static partial Regex CaseId();

    [GeneratedRegex(@"^(\S+)\s+(.*)$", RegexOptions.Singleline)]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^#?(\d{1,9})(?:\s+(.*))?$", RegexOptions.Singleline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^#?(\d{1,9})\s+(?!to$)(?:to\s+)?@?(\S.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex GiveTo();

    [GeneratedRegex(@"^#?(\d{1,9})\s+(?:to\s+)?p?([1-4])$", RegexOptions.IgnoreCase)]
    private static partial Regex PriorityOf();
}
