using System.Text.RegularExpressions;

namespace Hausmeister.Benchmarks.Profile;

/// <summary>What a sampled thread was doing, told from its stack. A frame reads <c>Module!Namespace.Type.Method(…)</c>.</summary>
internal static partial class Phases
{
    private const string Duties = "duties, behind the turns";
    private const string Rest = "the turn's rest";
    private const string Framework = "framework";

    private static readonly (string Name, Regex Frame)[] All =
    [
        ("parse", Parse()),
        ("lock", Lock()),
        ("load", Load()),
        ("commit", Commit()),
        ("search", Search()),
        ("card", Card()),
        ("dialog", Dialog()),
        ("send", Send()),
        ("log", Log()),
        (Framework, AspNetCore()),
        (Rest, OfBot()),
    ];

    public static IEnumerable<string> Names => ["parse", "lock", "load", "dialog", "search", "card", "commit", "send", Rest, "log", Framework, Duties];

    /// <param name="frames">The innermost first.</param>
    /// <returns>What the innermost frame belongs to that belongs to something; <see cref="Framework"/> where none does.</returns>
    public static string Of(IReadOnlyList<string> frames) =>
        frames.Any(frame => OfDuties().IsMatch(frame)) ? Duties : frames.Select(PhaseOf).FirstOrDefault(phase => phase is not null) ?? Framework;

    /// <summary>Whether a thread waits, or looks for work and, as there is but one core, gives way each time.</summary>
    /// <param name="isOutside">It is outside of managed code: where it does not wait, it works in SQLite or in the system.</param>
    public static bool IsWaiting(IReadOnlyList<string> frames, bool isOutside) =>
        frames.Count == 0 || GivingWay().IsMatch(frames[0]) || (isOutside && Waiting().IsMatch(string.Join(' ', frames.Take(2))));

    private static string? PhaseOf(string frame) => Array.Find(All, phase => phase.Frame.IsMatch(frame)).Name;

    [GeneratedRegex(@"Threading\.LowLevelSpinWaiter\.")]
    private static partial Regex GivingWay();

    [GeneratedRegex(@"LowLevelLifoSemaphore\.Wait|Monitor\.(Wait|Enter)|WaitHandle\.Wait|FileSystem\.Watcher!|SocketAsyncEngine\.EventLoop")]
    private static partial Regex Waiting();

    [GeneratedRegex(@"^hausmeister!Hausmeister\.Bot\.Duties\.")]
    private static partial Regex OfDuties();

    [GeneratedRegex(@"AspNet\.Core\.ActivityRequest\b")]
    private static partial Regex Parse();

    [GeneratedRegex(@"Bot\.Turns\.KeyedLocks\b")]
    private static partial Regex Lock();

    [GeneratedRegex(@"Documents\.Work(\.|\+<)Load|Storage\.Sqlite\.Reader|DocumentType`1.*\.(Read|VersionOf)\(")]
    private static partial Regex Load();

    [GeneratedRegex(@"Documents\.Work(\.|\+<)(Save|Commit)|Storage\.Sqlite\.(Writ|PendingWrite|SharedTransaction)|DocumentType`1.*\.Write\(")]
    private static partial Regex Commit();

    [GeneratedRegex(@"^Hausmeister\.(Integrations!Hausmeister\.Integrations\.(TextIndex|EmbeddedTracker)|Domain!Hausmeister\.Domain\.Support)\.|Bot\.Hosting\.OpenIssues")]
    private static partial Regex Search();

    [GeneratedRegex(@"^(Hausmeister\.Cards|AdaptiveCards)!|Bot\.Channels\.CardsForChannel\b")]
    private static partial Regex Card();

    [GeneratedRegex(@"^(Hausmeister\.Dialogs|Microsoft\.Bot\.Builder\.Dialogs)!|Bot\.Turns\.(HausmeisterBot|DialogState|DialogSlot)|Domain\.Triage\.")]
    private static partial Regex Dialog();

    [GeneratedRegex(@"^System\.Net\.Http!|Microsoft\.Bot\.Connector\.|Bot\.Turns\.Delivery\b|CloudAdapterBase(\.|\+<)Send")]
    private static partial Regex Send();

    [GeneratedRegex(@"^Microsoft\.Extensions\.Logging")]
    private static partial Regex Log();

    [GeneratedRegex(@"^Microsoft\.AspNetCore\.")]
    private static partial Regex AspNetCore();

    [GeneratedRegex(@"^(hausmeister|Microsoft\.Bot\.Builder)!(?!Hausmeister\.BotFramework\.)")]
    private static partial Regex OfBot();
}
