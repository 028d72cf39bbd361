using System.Globalization;
using NodaTime;

namespace Hausmeister.Domain.Documents;

/// <summary>The keys of all documents. A part that comes from outside is escaped, so that it cannot leave its place.</summary>
public static class Keys
{
    private const string OutboxPrefix = "outbox/";
    private const string ConversationPrefix = "conversation/";
    private const string LatePart = "late";

    public static string Case(string squad, string id) => $"{squad}/case/{Part(id)}";

    /// <summary>Index of open cases.</summary>
    public static string Open(string squad, string id = "") => $"{squad}/open/{Part(id)}";

    /// <summary>Index of open cases by the threads that hear of them.</summary>
    /// <param name="thread">As <see cref="Place"/> makes it.</param>
    public static string Thread(string squad, string thread, string id = "") => $"{squad}/thread/{Part(thread)}/{Part(id)}";

    /// <summary>Index of answered questions, by month.</summary>
    public static string Answered(string squad, Instant at, string id) => $"{squad}/answered/{Month(at)}/{Part(id)}";

    public static string Answered(string squad) => $"{squad}/answered/";

    /// <summary>Index of cases by their issue's number.</summary>
    public static string Issue(string squad, int number, string id = "") => $"{squad}/issue/{number.ToString(CultureInfo.InvariantCulture)}/{Part(id)}";

    /// <summary>Index of questions that the same page or case answered, oldest first.</summary>
    public static string Same(string squad, string source, Instant at, string id) => $"{Same(squad, source)}{at.ToUnixTimeSeconds():D12}/{Part(id)}";

    public static string Same(string squad, string source) => $"{squad}/same/{Part(source)}/";

    /// <summary>Index of cases that have ended, by month: what is kept for some time is found by it.</summary>
    public static string Ended(string squad, Instant at, string id) => $"{Ended(squad)}{Month(at)}/{Part(id)}";

    public static string Ended(string squad) => $"{squad}/ended/";

    /// <summary>Index of conversations, by their documents' keys and the month of their last use.</summary>
    public static string Used(string squad, Instant at, string conversationDocument) => $"{Used(squad)}{Month(at)}/{conversationDocument}";

    public static string Used(string squad) => $"{squad}/used/";

    /// <summary>The document whose entry in the index of used conversations this is.</summary>
    public static string OfUsed(string entry) => entry.Split('/', 4)[3];

    /// <summary>The conversation's own key, as <see cref="Place"/> makes it, of a conversation's document.</summary>
    public static string PlaceOf(string conversationDocument) => conversationDocument[ConversationPrefix.Length..conversationDocument.LastIndexOf('/')];

    /// <summary>What the squad owes by the calendar.</summary>
    public static string Calendar(string squad) => $"{squad}/calendar";

    /// <summary>What members agreed on about the rota.</summary>
    public static string Rota(string squad) => $"{squad}/rota";

    /// <summary>What the squad is owed about a channel itself.</summary>
    public static string Channel(string squad, string channel) => $"{squad}/channels/{Part(channel)}";

    public static string Offer(string squad, string id) => $"{squad}/offer/{Part(id)}";

    /// <summary>In the order of their starts.</summary>
    public static string HandOff(string squad, string id = "") => $"{squad}/handoff/{Part(id)}";

    /// <summary>A day of the nightly run, in the order of their dates.</summary>
    public static string Dag(string squad, string id = "") => $"{squad}/dag/{Part(id)}";

    /// <summary>How a member can be reached.</summary>
    public static string Reach(string squad, string member) => $"{squad}/reach/{Part(member)}";

    /// <summary>How a conversation can be written to.</summary>
    public static string Reference(string conversation) => $"reference/{conversation}";

    /// <summary>What one person and the bot are talking about in one conversation.</summary>
    public static string Conversation(string channel, string conversation, string person) => $"{ConversationPrefix}{Place(channel, conversation)}/{Part(person)}";

    /// <summary>A conversation's own key, as it stands in posts and cases.</summary>
    public static string Place(string channel, string conversation) => $"{Part(channel)}/{Part(conversation)}";

    /// <summary>The room's own key, of the room or of a thread in it: Teams and Slack write a thread behind a semicolon.</summary>
    public static string RoomOf(string place) => place.Split("%3B", 2)[0];

    /// <summary>What a channel's button brings back only the key of.</summary>
    public static string Kept(string channel, string key) => $"{Part(channel)}/kept/{Part(key)}";

    /// <summary>What is to be known of a channel's message when somebody taps it.</summary>
    public static string Tappable(string channel, string message) => $"{Part(channel)}/message/{Part(message)}";

    /// <summary>What a channel was told is taken and is not done yet, each person's in the order in which it came.</summary>
    public static string Late(string channel, string person, Instant at, string id) => $"{Late(channel, person)}{at.ToUnixTimeMilliseconds():D15}-{Part(id)}";

    public static string Late(string channel, string person) => $"{Late(channel)}{Part(person)}/";

    public static bool IsLate(string document) => document.Split('/') is [_, LatePart, _, _];

    public static string Late(string channel) => $"{Part(channel)}/{LatePart}/";

    /// <summary>Index of what is kept and of messages, by their keys and the month in which somebody needed them last.</summary>
    public static string Needed(string channel, Instant at, string document) => $"{Needed(channel)}{Month(at)}/{document}";

    public static string Needed(string channel) => $"{Part(channel)}/needed/";

    /// <summary>The document whose entry in the index of what is needed this is.</summary>
    public static string OfNeeded(string entry) => entry.Split('/', 4)[3];

    /// <summary>Index of conversations, by their documents' keys, in which something is committed and not known to be sent.</summary>
    public static string Outbox(string conversationDocument = "") => $"{OutboxPrefix}{conversationDocument}";

    /// <summary>The document whose entry in the outbox this is.</summary>
    public static string OfOutbox(string entry) => entry[OutboxPrefix.Length..];

    /// <summary>The version in which each kind of document was written last.</summary>
    public const string Versions = "versions";

    /// <summary>How far this data's clock is from the real one.</summary>
    public const string Clock = "clock";

    /// <summary>The last part of a key, as it was before it was escaped.</summary>
    public static string LastPart(string key) => Decoded(key[(key.LastIndexOf('/') + 1)..]);

    /// <summary>A part of a key as it was before it was escaped.</summary>
    public static string Decoded(string part) => Uri.UnescapeDataString(part);

    private static string Part(string text) => Uri.EscapeDataString(text);

    private static string Month(Instant at) => at.InUtc().ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
