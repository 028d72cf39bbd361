using AdaptiveCards;
using Hausmeister.Domain.Cases;

namespace Hausmeister.Cards.Parts;

/// <summary>What a priority means, word for word the same on every card.</summary>
internal static class PriorityWords
{
    public static IReadOnlyList<Priority> HighestFirst { get; } = [Priority.P4, Priority.P3, Priority.P2, Priority.P1];

    public static Markdown Meaning(Priority priority) => priority switch
    {
        Priority.P4 => Markdown.Of($"**P4 Stop everything, pull people in.** We build invalid datasets, or a bug will make us miss an external SLA."),
        Priority.P3 => Markdown.Of($"**P3 You work on it now**, or give it to someone who knows it better."),
        Priority.P2 => Markdown.Of($"**P2 Backlog**, when time permits."),
        _ => Markdown.Of($"**P1 Backlog**, maybe never."),
    };

    /// <summary>Short enough for a list to choose from.</summary>
    public static string Choice(Priority priority) => priority switch
    {
        Priority.P4 => "P4 Stop everything",
        Priority.P3 => "P3 You work on it now",
        Priority.P2 => "P2 Backlog, when time permits",
        _ => "P1 Backlog, maybe never",
    };

    /// <summary>The four rows to choose from; <paramref name="verb"/> names each one's.</summary>
    public static IReadOnlyList<AdaptiveContainer> Rows(Target target, Func<Priority, string> verb) => Parts.Rows.Spaced(HighestFirst.Select(priority =>
        target.Row(Meaning(priority), null, verb(priority), priority.ToString(), Tint(priority))));

    /// <summary>In a list only a P4 is tinted.</summary>
    public static AdaptiveContainerStyle Tint(Priority? priority) =>
        priority == Priority.P4 ? AdaptiveContainerStyle.Attention : AdaptiveContainerStyle.Emphasis;
}
