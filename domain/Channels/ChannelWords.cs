using Hausmeister.Domain.Squads;

namespace Hausmeister.Domain.Channels;

/// <summary>Sentences about a channel that does not work.</summary>
public static class ChannelWords
{
    private const int LongestQuote = 600;

    /// <param name="channel">The channel's id, as everywhere here: <c>slack</c>.</param>
    /// <param name="why">The end of a sentence, with its full stop.</param>
    public static string NobodyWrittenTo(string channel, string why) =>
        $"I can write to nobody in {Called(channel)}: {why} Until then I say what I have to say wherever else people can be reached.";

    public static string NobodyHeard(string channel, string why) => $"I hear nobody in {Called(channel)}: {why} Whoever needs me finds me in my other channels.";

    public static string IsHeardAgain(string channel) => $"I hear people in {Called(channel)} again.";

    public static string AreWrittenToAgain(string channel) => $"I can write to people in {Called(channel)} again.";

    /// <param name="what">As <c>is archived</c>.</param>
    public static string RoomGone(Squad squad, string channel, string room, string what)
    {
        var name = RoomOf(squad, channel, room);
        return $"{char.ToUpperInvariant(name[0])}{name[1..]} {what}: {Effect(squad.Channels, channel, room)} Put another channel into the squad's file, or set this one right.";
    }

    /// <param name="why">The end of a sentence, with its full stop.</param>
    public static string AccountGone(string member, string channel, string why) =>
        $"{member} cannot be written to in {Called(channel)}: {why} What I have to say to them goes to their other channels. Set the account right in the squad's file.";

    /// <param name="where">As <c>our direct message</c>.</param>
    /// <param name="why">The end of a sentence, with its full stop.</param>
    /// <param name="words">What was to be said.</param>
    public static string NotSaid(string where, string why, string words) =>
        $"What I had to say in {where} could not be said: {why} It was: “{(words.Length > LongestQuote ? words[..LongestQuote] + "…" : words)}”";

    /// <param name="when">As <c>14:05</c>.</param>
    public static string NotDone(string channel, string when) => $"What you did in {Called(channel)} at {when} could not be done, though I tried several times. Please do it again.";

    public static string RoomOf(Squad squad, string channel, string room) => $"{RoleOf(squad.Channels, channel, room)} in {Called(channel)} ({room})";

    public static string DirectMessageIn(string channel) => $"our direct message in {Called(channel)}";

    private static string RoleOf(ChannelSettings rooms, string id, string room) => rooms switch
    {
        _ when rooms.Announcements.GetValueOrDefault(id) == room => "the announcements channel",
        _ when rooms.Guild.GetValueOrDefault(id) == room => "the guild's channel",
        _ when rooms.Help.GetValueOrDefault(id, []).Contains(room) => "the help channel",
        _ when rooms.Crash.GetValueOrDefault(id) == room => "the crash channel",
        _ => "a channel",
    };

    private static string Effect(ChannelSettings rooms, string id, string room) => rooms switch
    {
        _ when rooms.Announcements.GetValueOrDefault(id) == room => "announcements do not reach anybody there.",
        _ when rooms.Guild.GetValueOrDefault(id) == room => "what the guild should hear does not reach anybody there.",
        _ when rooms.Crash.GetValueOrDefault(id) == room => "the company hears of no crash there.",
        _ => "nobody who asks there is heard.",
    };

    private static string Called(string channel) => channel switch
    {
        "slack" => "Slack",
        "msteams" => "Teams",
        _ => channel,
    };
}
