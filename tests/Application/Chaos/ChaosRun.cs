using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hausmeister.ApplicationTests.House;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;
using Hausmeister.Tests;
using NodaTime;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.ApplicationTests.Chaos;

/// <summary>People at work with a bot that is killed again and again, and the account of it all once it is left alone.</summary>
internal sealed partial class ChaosRun(BotProcess bot, RecordingConnector connector, ChaosTracker tracker, Account account)
{
    private const int People = 3;

    /// <summary>So many lines of the bot's log stand beside the faults that they may explain.</summary>
    private const int MostErrors = 5;

    private static readonly TimeSpan SettlesWithin = TimeSpan.FromSeconds(90);

    /// <summary>After that long a duty that is due should have been done.</summary>
    private static readonly Duration Late = Duration.FromSeconds(30);

    public static async Task<Account> RunAsync(int seed, int kills, Ending ending, bool isGitHub)
    {
        await using var connector = await RecordingConnector.StartAsync();
        await using var tracker = await ChaosTracker.OpenAsync(isGitHub);
        var settings = new Dictionary<string, string>(tracker.Settings) { ["Clock:Start"] = "2026-11-26T10:00:00" };
        await using var bot = BotProcess.Create(settings);
        var account = new Account(seed, $"{tracker.Name}, {(ending == Ending.AtKillPoints ? "at kill points" : "at random instants")}", connector);
        await new ChaosRun(bot, connector, tracker, account).RunAsync(new Killer(bot, settings, account, ending, seed), kills, seed);
        return account;
    }

    private async Task RunAsync(Killer killer, int kills, int seed)
    {
        using var enough = new CancellationTokenSource();
        var people = Task.WhenAll(Enumerable.Range(1, People).Select(number => new ChaosPerson(bot, connector, account, number, seed).WorkAsync(enough.Token)));
        await killer.KillAsync(kills);
        await enough.CancelAsync();
        await people;
        await SettleAsync();
        if (await bot.StopAsync() is var code && code != 0)
            account.Faults.Add($"The last stop ended with {code}.");
        await CheckAsync();
        if (account.Faults.Count > 0)
            account.Faults.InsertRange(0, bot.Lines.Where(line => line.Contains(" fail: ", StringComparison.Ordinal)).Take(MostErrors));
    }

    private async Task SettleAsync()
    {
        var (read, open) = (0, account.Issues.Select(issue => issue.Title).ToHashSet());
        for (var tries = SettlesWithin.TotalSeconds; open.Count > 0 && tries > 0; tries--)
        {
            var came = connector.Since(read);
            read += came.Count;
            open.RemoveWhere(title => came.Any(delivery => ShowsNumber(delivery, title)));
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private async Task CheckAsync()
    {
        await using var store = SqliteDocumentStore.Open(new SqliteStoreOptions(Path.Combine(bot.Folder, "hausmeister.db")));
        var (issues, p4) = (account.Issues, account.Issues.Where(issue => issue.Priority == "P4").ToList());
        account.CountAnswers();
        var titles = (await tracker.TitlesAsync(store)).ToLookup(title => title);
        account.Promise("issues created", issues, issue => titles[issue.Title].Count(), mayDouble: false);
        var deliveries = connector.Since(0);
        account.Promise("cards that show their number", issues, issue => deliveries.Any(delivery => ShowsNumber(delivery, issue.Title)) ? 1 : 0, mayDouble: false);
        var guild = await MessagesAsync(store, WebChatPlaces.Room(SampleSquad.DataInfra, "guild"));
        account.Promise("P4s of which the guild was told", p4, issue => guild.Count(text => text.Contains(issue.Title)), mayDouble: true);
        var clara = await MessagesAsync(store, WebChatPlaces.Private(SampleSquad.DataInfra, "clara"));
        account.Promise("P4s of which Level 2 was told", p4, issue => clara.Count(text => text.Contains("A P4 has begun") && text.Contains(issue.Title)), mayDouble: true);
        await CheckDutiesAsync(store);
    }

    private async Task CheckDutiesAsync(IDocumentStore store)
    {
        var work = new Work(store);
        var clock = (await work.LoadAsync(HostDocuments.Clock, Keys.Clock, CancellationToken.None))!;
        var now = SystemClock.Instance.GetCurrentInstant() + Duration.FromTicks(clock.OffsetTicks);
        var cases = (await store.ListAsync(Keys.Case(SampleSquad.DataInfra.Id, ""), int.MaxValue, CancellationToken.None)).Select(document => DocumentTypes.Case.Read(document.Body)).ToList();
        account.Promise("cases, one for each confirmed issue", account.Issues, issue => cases.Count(c => c.Title == issue.Title), mayDouble: false);
        account.Promise("cases whose duties are done in time", cases, c => c.NextDue + Late < now ? 0 : 1, mayDouble: false);
        account.Promise("P4s of which news was asked after the time", cases.Where(c => IsToBeAsked(c, now)), c => c.Progress!.AskedAt is null ? 0 : 1, mayDouble: false);
        foreach (var left in await store.ListAsync(Keys.Outbox(), int.MaxValue, CancellationToken.None))
            account.Faults.Add($"still in the outbox: {left.Key}");
    }

    private static bool IsToBeAsked(Case @case, Instant now) =>
        @case is { IsOpen: true, Priority: Priority.P4, Progress: { } progress } && progress.NewsAt + ChaosTracker.NoProgressAfter + Late < now;

    /// <summary>Each message as it was said first.</summary>
    private static async Task<IReadOnlyList<string>> MessagesAsync(IDocumentStore store, string conversation)
    {
        var rows = await store.ReadRowsAsync(WebChatPlaces.Stream(conversation), 0, int.MaxValue, CancellationToken.None);
        return [.. rows.Select(row => Encoding.UTF8.GetString(row.Body.Span)).DistinctBy(row => JsonElement.Parse(row).GetProperty("id").GetString())];
    }

    private static bool ShowsNumber(Delivery delivery, string title) => delivery.Text is var text && text.Contains(title) && Number().IsMatch(text);

    [GeneratedRegex(@"#\d+\b")]
    private static partial Regex Number();
}
