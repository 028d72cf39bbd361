using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Squads;
using Hausmeister.Domain.Text;
using Hausmeister.Domain.Triage;
using KnownChannels = Microsoft.Bot.Connector.Channels;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>What a triage begins with where it is about a message of people's: its words, who wrote it, and what hangs on it as links.</summary>
internal sealed partial class SlackSubjects(
    SlackApi api, SlackIdentity identity, SlackGuests guests, IReadOnlyList<Squad> squads, [FromKeyedServices(HouseClock.Real)] TimeProvider real, ILogger<SlackSubjects> logger)
{
    /// <summary>Of nothing yet.</summary>
    public static TriageDraft Nothing { get; } = new() { CaseId = "" };

    public static TriageDraft Of(string? words, bool isP4 = false) => Nothing with { What = Optional(words), Express = isP4 };

    public async Task<TriageDraft> OfAsync(SlackEvent message)
    {
        var text = message.Text ?? "";
        var words = SlackWords.Plain(identity.User is { } us ? SlackWords.WithoutMention(text, us) : text, account => SlackNames.Of(squads, account));
        return Of(words) with { Reporter = await AuthorOfAsync(message), Details = Optional(string.Join('\n', LinksOf(message))) };
    }

    /// <summary>A thread's first message; of nothing where Slack does not say it in time.</summary>
    public async Task<TriageDraft> OfThreadAsync(string channel, string thread)
    {
        using var late = new CancellationTokenSource(SlackPatience.OfQuestion, real);
        try
        {
            return await api.MessageAsync(channel, thread, late.Token) is { } message ? await OfAsync(message) : Nothing;
        }
        catch (Exception e) when (e is SlackException or HttpRequestException or OperationCanceledException)
        {
            Log.NotRead(logger, e.Message);
            return Nothing;
        }
    }

    private async Task<string?> AuthorOfAsync(SlackEvent message) => message.User is { } user && user != identity.User && SlackPlaces.IsId(user)
        ? SlackNames.Of(squads, user) ?? (await guests.FindAsync(user)).Name ?? message.Username
        : message.Username;

    private static IEnumerable<string> LinksOf(SlackEvent message) =>
        (message.Files ?? []).Select(file => file?.Permalink).OfType<string>().Where(link => Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme is "https" or "http");

    private static string? Optional(string? words) => PeoplesText.Clean(words, TriageDesk.LongestDetails) is { Length: > 0 } clean ? clean : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A thread's first message could not be read, so the triage asks what it is about: {Reason}")]
        public static partial void NotRead(ILogger logger, string reason);
    }
}

/// <summary>People's names by their accounts in Slack.</summary>
internal static class SlackNames
{
    /// <summary>Null where it is nobody's that is known.</summary>
    public static string? Of(IReadOnlyList<Squad> squads, string account) =>
        squads.Select(squad => squad.FindByAccount(KnownChannels.Slack, account)?.Name).FirstOrDefault(name => name is not null);
}
