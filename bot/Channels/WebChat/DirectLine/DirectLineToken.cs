using NodaTime;

namespace Hausmeister.Bot.Channels.WebChat.DirectLine;

/// <summary>What a token says: who speaks, and in which conversation. It opens no other one.</summary>
/// <param name="Account">The person's id on this channel.</param>
/// <param name="Expires">Unix seconds.</param>
internal sealed record DirectLineToken(string Conversation, bool IsRoom, string Account, string Name, long Expires)
{
    /// <summary>Web Chat refreshes a token every 15 minutes, whatever it is told.</summary>
    public static readonly Duration Life = Duration.FromHours(1);

    public static DirectLineToken For(string conversation, bool isRoom, string account, string name) => new(conversation, isRoom, account, name, 0);

    public DirectLineToken FromNow(Instant now) => this with { Expires = (now + Life).ToUnixTimeSeconds() };

    public bool IsExpired(Instant now) => now.ToUnixTimeSeconds() >= Expires;
}
