namespace Hausmeister.Domain.Cases;

/// <summary>The first thing in the crash channel's topic: 🔴 while something is open there, 🟢 after. What else stands there is people's and stays as it is.</summary>
public static class CrashTopic
{
    // As it is written, and as Slack may give it back.
    private static readonly string[] Red = ["🔴", ":red_circle:"];
    private static readonly string[] Green = ["🟢", ":large_green_circle:"];

    /// <param name="longest">How many characters the channel takes.</param>
    /// <returns>Null where there is no room for it.</returns>
    public static string? With(bool isOpen, string topic, int longest)
    {
        var (mark, other) = isOpen ? (Red, Green) : (Green, Red);
        if (BeginningOf(topic, mark) is not null)
            return topic;
        var marked = BeginningOf(topic, other) is { } former ? mark[0] + topic[former.Length..] : topic.Length == 0 ? mark[0] : $"{mark[0]} {topic}";
        return marked.Length <= longest ? marked : null;
    }

    private static string? BeginningOf(string topic, string[] marks) => Array.Find(marks, mark => topic.StartsWith(mark, StringComparison.Ordinal));
}
