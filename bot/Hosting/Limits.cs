namespace Hausmeister.Bot.Hosting;

/// <summary>
/// What the host takes, and why so much and not more. Above it: 413, or 429 with <c>Retry-After</c>. An address is one IPv4 address, or one
/// network of 64 bits in IPv6, which is what one subscriber gets. See docs/limits.md.
/// </summary>
internal static class Limits
{
    /// <summary>Of a request, in bytes: ten times the longest text that a card's field takes, and its data.</summary>
    public const int BodyBytes = 512 * 1024;

    /// <summary>Of a message, in UTF-16 characters: Teams ends one at about 100 KB of these, so nobody can write more there.</summary>
    public const int TextLength = 50_000;

    /// <summary>
    /// Of an id of a channel, a person, a conversation or a message, in UTF-16 characters: the longest that are known, those of Teams' threads, have 300.
    /// Two of them, escaped, still fit into the 8 KB of a connector's address.
    /// </summary>
    public const int IdLength = 400;

    /// <summary>
    /// From one address. Azure Bot Service brings many people's messages from few, and a benchmark on one core has them all from one: more than
    /// such a core serves, so that only a flood meets this.
    /// </summary>
    public const int MessagesPerSecond = 10_000;

    /// <summary>From one address, to everything else: two hundred windows behind one office's address that ask five times a second.</summary>
    public const int RequestsPerSecond = 1_000;

    /// <summary>Opened from one address. A page opens five; after an outage forty come back at once.</summary>
    public const int ConversationsPerSecond = 100;

    /// <summary>A bucket holds so many seconds' worth: a page's files, or everybody who comes back, arrive together.</summary>
    public const int BurstSeconds = 2;

    /// <summary>Open at once from one address: forty windows of five rooms.</summary>
    public const int Sockets = 200;

    /// <summary>A socket is free again when somebody leaves, which nobody knows; Web Chat tries again after 3 to 15 seconds by itself.</summary>
    public static readonly TimeSpan SocketRetry = TimeSpan.FromSeconds(5);

    /// <summary>Open at once from anywhere, sockets not counted: a hundred offices of forty windows. Each costs memory before it has said who it is.</summary>
    public const int Connections = 4_000;

    /// <summary>Until a request's headers have come: they are one packet, or a few on a telephone.</summary>
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(10);

    /// <summary>Of a body, in bytes per second: the slowest modem brings more. What is slower than this after the grace holds a connection on purpose.</summary>
    public const double BodyBytesPerSecond = 240;

    public static readonly TimeSpan BodyGrace = TimeSpan.FromSeconds(5);

    /// <summary>An idle connection is kept longer than the two minutes for which proxies keep theirs: else one may send into a connection that ends.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(130);
}
