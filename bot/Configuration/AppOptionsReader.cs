using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Hausmeister.Integrations.Storage.Sqlite;
using Microsoft.Extensions.Configuration.Json;

namespace Hausmeister.Bot.Configuration;

/// <summary>Reads <see cref="AppOptions"/>. A key of our sections that nobody reads is a problem: it is misspelt.</summary>
internal static partial class AppOptionsReader
{
    private const string TokenKey = "GitHub:Token";

    private static readonly string[] Secrets = [TokenKey, AirflowReader.Password, AirflowReader.Token, SlackReader.SigningSecret, SlackReader.AppToken, SlackReader.BotToken];

    private const string Normal = "NORMAL";

    private static readonly Format<string> Token = new("letters, digits and underscores", (string text, [MaybeNullWhen(false)] out string token) => TokenPattern().IsMatch(token = text));

    private static readonly Format<string> AppId = new("a GUID", (string text, [MaybeNullWhen(false)] out string id) => Guid.TryParse(id = text, out _));

    public static AppOptions Read(IConfiguration configuration, string contentRoot, Problems problems)
    {
        var settings = new Settings(configuration, problems);
        var options = new AppOptions
        {
            StorageFile = Path.Combine(contentRoot, settings.Text("Storage:File") ?? Path.Combine("data", "hausmeister.db")),
            StorageSynchronous = settings.Text("Storage:Synchronous", Formats.OneOf("FULL", Normal)) == Normal ? Synchronous.Normal : Synchronous.Full,
            SquadsFolder = settings.Text("Squads:Folder") is { } folder ? Path.Combine(contentRoot, folder) : Path.Combine(AppContext.BaseDirectory, "squads"),
            GitHubToken = settings.Secret(TokenKey, Token),
            GitHubApiAddress = settings.Text("GitHub:ApiAddress", Formats.Address) ?? new Uri("https://api.github.com/"),
            Airflow = AirflowReader.Read(settings, problems),
            Slack = SlackReader.Read(settings, problems),
            PublicAddress = settings.Text("PublicAddress", Formats.Address) ?? WhereItListens(configuration),
            ClockStart = settings.Text("Clock:Start", ClockStart.Format),
            MicrosoftAppId = settings.Text("MicrosoftAppId", AppId),
        };
        settings.RefuseUnknownKeys();
        RefuseSecretsInFiles(configuration, problems);
        return options;
    }

    /// <summary>On one machine people's browsers reach the bot where it listens.</summary>
    private static Uri WhereItListens(IConfiguration configuration) => StartRules.ListeningUrls(configuration)
        .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null)
        .FirstOrDefault(address => address is { IsLoopback: true, Port: not 0 }) ?? new Uri("http://localhost:3978");

    private static void RefuseSecretsInFiles(IConfiguration configuration, Problems problems)
    {
        var files = (configuration as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>().Where(f => Path.GetFileName(f.Source.Path) != "secrets.json") ?? [];
        foreach (var (file, key) in files.SelectMany(f => Secrets.Where(key => f.TryGet(key, out _)).Select(key => (f, key))))
            problems.Add($"{file.Source.Path}: {key}", "a secret in a file", $"it in user secrets or in the environment ({key.Replace(":", "__", StringComparison.Ordinal)})");
    }

    [GeneratedRegex(@"^[A-Za-z0-9_]+\z")]
    private static partial Regex TokenPattern();
}
