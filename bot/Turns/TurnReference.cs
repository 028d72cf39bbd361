using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Turns;

/// <summary>The correlation id of a turn: in every line of its log, and what people are told when it fails.</summary>
internal static class TurnReference
{
    /// <summary>Six characters, the same for an activity that comes again.</summary>
    public static string Of(Activity activity) => ShortHash.Of($"{activity.ChannelId}\n{activity.Conversation?.Id}\n{activity.Id ?? $"{activity.Timestamp:O}"}");
}
