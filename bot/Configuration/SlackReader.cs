using System.Diagnostics.CodeAnalysis;
using Hausmeister.Bot.Channels.Slack;

namespace Hausmeister.Bot.Configuration;

/// <summary>Reads <see cref="AppOptions.Slack"/>: none of it, or what Slack signs with or a token for Socket Mode or both, the bot's token and the workspaces.</summary>
internal static class SlackReader
{
    public const string SigningSecret = "Slack:SigningSecret";
    public const string AppToken = "Slack:AppToken";
    public const string BotToken = "Slack:BotToken";

    private const string Teams = "Slack:Teams";
    private const string ApiAddress = "Slack:ApiAddress";
    private const string Nothing = "nothing";

    // The one goes into a hash, the other into a header.
    private static readonly Format<string> Opaque = new(
        "ASCII characters without blanks", (string text, [MaybeNullWhen(false)] out string value) => (value = text).All(c => c is > ' ' and <= '~'));

    private static readonly Format<string> OfApp = Opaque.Where(
        token => token.StartsWith("xapp-", StringComparison.Ordinal), "that begin with xapp-: an app-level token with the scope connections:write");

    private static readonly Format<IReadOnlyCollection<string>> Ids = new("ids of workspaces as \"T024BE7LD\", separated by spaces", TryParseIds);

    // What is called stands behind it.
    private static readonly Format<Uri> PlainAddress = Formats.Address.Where(
        address => address is { UserInfo: "", Query: "", Fragment: "" } && address.AbsolutePath.EndsWith('/'), "that ends with a slash, with neither credentials nor a query in it");

    public static SlackSettings? Read(Settings settings, Problems problems)
    {
        var (secret, app) = (settings.Secret(SigningSecret, Opaque), settings.Secret(AppToken, OfApp));
        var (token, teams) = (settings.Secret(BotToken, Opaque), settings.Text(Teams, Ids));
        var address = settings.Text(ApiAddress, PlainAddress);
        if (IsAnySet(settings))
            TellMissing(settings, problems);
        return (secret ?? app) is null || token is null || teams is null ? null : new(secret, token, teams, address ?? SlackSettings.UsualApiAddress) { AppToken = app };
    }

    private static bool IsAnySet(Settings settings) =>
        new[] { SigningSecret, AppToken, BotToken, Teams, ApiAddress }.Any(key => settings.Text(key) is not null);

    private static void TellMissing(Settings settings, Problems problems)
    {
        if (settings.Text(SigningSecret) is null && settings.Text(AppToken) is null)
            problems.Add(SigningSecret, Nothing, $"it for events over HTTP, or {AppToken} for Socket Mode, or both");
        foreach (var key in new[] { BotToken, Teams }.Where(key => settings.Text(key) is null))
            problems.Add(key, Nothing, "a value beside what else is set of Slack");
    }

    private static bool TryParseIds(string text, [MaybeNullWhen(false)] out IReadOnlyCollection<string> ids)
    {
        ids = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return ids.Count > 0 && ids.All(id => id is ['T' or 'E', _, ..] && SlackPlaces.IsId(id));
    }
}
