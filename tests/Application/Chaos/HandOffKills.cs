using System.Text.Json;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;
using Hausmeister.Bot.Channels.WebChat;
using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.HandOffs;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.EmbeddedTracker;
using Hausmeister.Integrations.Storage.Sqlite;
using Hausmeister.Tests;
using NodaTime;

namespace Hausmeister.ApplicationTests.Chaos;

/// <summary>Rounds of the Friday hand-off, each on data of 16:58 with an open P3 of Ana's, three kills, and the account of it once the bot is left alone.</summary>
internal sealed class HandOffKills(Account account, string data)
{
    private const int KillsOfRound = 3;

    /// <summary>One round of these ends unconfirmed: the issue must stay Ana's.</summary>
    private const int SilentRound = 4;

    private const int MostLooks = 5;

    private const string Repository = "nubank/itaipu";

    private static readonly Instant Start = SampleSquad.At(2026, 11, 27, 17, 0);

    /// <summary>Until then the bot has started.</summary>
    private static readonly Duration Before = Duration.FromSeconds(2);

    /// <summary>A hand-off passes so many until it is confirmed and said.</summary>
    private static readonly IReadOnlyList<(string Point, int Most)> Points = [("a commit", 8), ("a wake-up's change", 5), ("the tracker's", 1)];

    private readonly List<Round> rounds = [];

    public static async Task<Account> RunAsync(int seed, int kills)
    {
        var account = new Account(seed, "around a hand-off");
        var folder = Directory.CreateTempSubdirectory("handoff");
        try
        {
            await PrepareAsync(folder.FullName);
            var run = new HandOffKills(account, folder.FullName);
            for (var (round, left) = (0, kills); left > 0; round++, left -= KillsOfRound)
                await run.RoundAsync(seed + round, Math.Min(KillsOfRound, left), isSilent: round % SilentRound == SilentRound - 1);
            run.Count();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return account;
    }

    /// <summary>The same for every round: everybody has opened the page, and Ana has an issue.</summary>
    private static async Task PrepareAsync(string folder)
    {
        await using var bot = await BotProcess.StartAsync(new() { ["Clock:Start"] = "2026-11-27T16:40:00-03:00" });
        var ana = await ChatWindow.OpenAsync(bot, "ana");
        foreach (var person in new[] { "bruno", "clara", "davi" })
            await ChatWindow.OpenAsync(bot, person);
        foreach (var (says, reads) in new[] { ("triage Contracts has duplicated rows", "What is it?"), ("issue", "How urgent is it?"), ("P3", "Create this issue?"), ("create", "#1") })
        {
            await ana.SayAsync(says);
            await ana.ReadsAsync(reads);
        }
        await bot.ClockToAsync("2026-11-27T16:58:00");
        (await bot.StopAsync()).ShouldBe(0, bot.Log);
        foreach (var file in Directory.GetFiles(bot.Folder, "hausmeister.db*"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }

    private async Task RoundAsync(int seed, int kills, bool isSilent)
    {
        var settings = new Dictionary<string, string>();
        await using var bot = BotProcess.Create(settings);
        foreach (var file in Directory.GetFiles(data))
            File.Copy(file, Path.Combine(bot.Folder, Path.GetFileName(file)));
        await SetClockAsync(bot.DataFile);
        using var enough = new CancellationTokenSource();
        var davi = isSilent ? Task.CompletedTask : ConfirmAsync(bot, new Random(seed), enough.Token);
        var ending = seed % 3 == 0 ? Ending.AtRandomInstants : Ending.AtKillPoints;
        await new Killer(bot, settings, account, ending, seed, Points) { LongestLife = TimeSpan.FromSeconds(6) }.KillAsync(kills);
        try
        {
            await davi.WaitAsync(Waiting.Longest);
            await (await ChatWindow.OpenAsync(bot, "davi")).ReadsAsync(isSilent ? "**Not confirmed.**" : "**Confirmed Fri 17:0");
            await (await ChatWindow.OpenAsync(bot, "ana")).ReadsAsync(isSilent ? "**Not confirmed.**" : "You are free.** Confirmed");
        }
        catch (TimeoutException trouble)
        {
            account.Faults.Add($"round {seed}: {trouble.Message}");
        }
        await enough.CancelAsync();
        rounds.Add(await EndAsync(bot, new Round(seed, isSilent, kills)));
    }

    /// <summary>Only a bot that is stopped lets somebody else look into its data; what is still on its way gets more time.</summary>
    private async Task<Round> EndAsync(BotProcess bot, Round round)
    {
        for (var looks = 1; ; looks++)
        {
            await Task.Delay(TimeSpan.FromSeconds(looks));
            if (await bot.StopAsync() is var code && code != 0)
                account.Faults.Add($"{round}: a stop ended with {code}");
            var ended = await round.ReadAsync(bot.DataFile);
            if (ended.Overdue.Count == 0 || looks == MostLooks)
                return ended;
            await bot.StartAgainAsync();
        }
    }

    private static async Task SetClockAsync(string file)
    {
        await using var store = SqliteDocumentStore.Open(new SqliteStoreOptions(file));
        var work = new Work(store);
        await work.LoadAsync(HostDocuments.Clock, Keys.Clock, CancellationToken.None);
        work.Save(HostDocuments.Clock, Keys.Clock, new DataClock((Start - Before - SystemClock.Instance.GetCurrentInstant()).BclCompatibleTicks));
        await work.CommitAsync(CancellationToken.None);
    }

    /// <summary>
    /// Davi taps as soon as there is a button, or a little later, and the same again until the tap was taken: where the bot died between its commit and its
    /// answer, the button is gone by then.
    /// </summary>
    private static async Task ConfirmAsync(BotProcess bot, Random random, CancellationToken enough)
    {
        (ChatWindow? davi, JsonObject? button) = (null, null);
        var patience = TimeSpan.FromMilliseconds(random.Next(1_500));
        while (!enough.IsCancellationRequested)
        {
            try
            {
                davi ??= await ChatWindow.OpenAsync(bot, "davi");
                button ??= (await davi.CardsAsync()).SelectMany(CardView.Buttons).Select(b => b["data"]!.AsObject()).FirstOrDefault(d => (string?)d["verb"] == "handoff.confirm");
                if (button is not null)
                {
                    await Task.Delay(patience, enough);
                    if (await davi.PostTapAsync(button, "davi-confirms"))
                        return;
                }
            }
            catch (Exception away) when (away is HttpRequestException or IOException or JsonException)
            {
                // The bot is dead, or dies.
            }
            await Task.Delay(50, CancellationToken.None);
        }
    }

    private void Count()
    {
        var confirmed = rounds.Where(r => !r.IsSilent).ToList();
        account.Promise("hand-offs begun, one for the shift", rounds, r => r.Begun.Count, mayDouble: false);
        account.Promise("confirmations kept", confirmed, r => r.Begun.Count(h => h.Confirmed?.By.Id == "davi"), mayDouble: false);
        account.Promise("silent ones that stay unconfirmed", rounds.Where(r => r.IsSilent), r => r.Begun.Count(h => h.IsUnconfirmed), mayDouble: false);
        account.Promise("Davi's card", rounds, r => r.Davi.Count(text => text.Contains("Hand-off from Ana")), mayDouble: true);
        account.Promise("Ana's copy", rounds, r => r.Ana.Count(text => text.Contains("Hand-off from Ana")), mayDouble: true);
        account.Promise("the guild's notice", rounds, r => r.Guild.Count(text => text.Contains("Davi is on call")), mayDouble: true);
        account.Promise("Ana told that she is free", confirmed, r => r.Ana.Count(text => text.Contains("Davi has it. You are free.")), mayDouble: true);
        account.Promise("issues, the one that there was", rounds, r => r.Issues.Count, mayDouble: false);
        account.Promise("issues assigned to Davi after he confirmed", confirmed, r => r.AssignedToDavi(), mayDouble: false);
        account.Promise("issues of silent rounds that stay Ana's", rounds.Where(r => r.IsSilent), r => r.Issues.Count(i => i.Assignee == "ana"), mayDouble: false);
        account.Promise("rounds with nothing overdue", rounds, r => r.Overdue.Count == 0 ? 1 : 0, mayDouble: false);
        foreach (var round in rounds)
            foreach (var (what, times) in round.Said().Where(said => said.Times > 1 + round.Kills))
                account.Faults.Add($"{what} came {times} times with {round.Kills} kills: {round}");
    }

    /// <summary>What the data says when a round is over.</summary>
    private sealed record Round(int Seed, bool IsSilent, int Kills)
    {
        public IReadOnlyList<HandOff> Begun { get; private init; } = [];

        public IReadOnlyList<string> Ana { get; private init; } = [];

        public IReadOnlyList<string> Davi { get; private init; } = [];

        public IReadOnlyList<string> Guild { get; private init; } = [];

        public IReadOnlyList<EmbeddedIssue> Issues { get; private init; } = [];

        /// <summary>Duties that are due, and what waits in the outbox.</summary>
        public IReadOnlyList<string> Overdue { get; private init; } = [];

        public async Task<Round> ReadAsync(string file)
        {
            await using var store = SqliteDocumentStore.Open(new SqliteStoreOptions(file));
            var squad = SampleSquad.DataInfra;
            var clock = (await new Work(store).LoadAsync(HostDocuments.Clock, Keys.Clock, CancellationToken.None))!;
            var now = SystemClock.Instance.GetCurrentInstant() + Duration.FromTicks(clock.OffsetTicks);
            var handOffs = (await store.ListAsync(Keys.HandOff(squad.Id), int.MaxValue, CancellationToken.None)).Select(d => DocumentTypes.HandOff.Read(d.Body)).ToList();
            var cases = (await store.ListAsync(Keys.Case(squad.Id, ""), int.MaxValue, CancellationToken.None)).Select(d => DocumentTypes.Case.Read(d.Body)).ToList();
            return this with
            {
                Begun = [.. handOffs.Where(h => h.BegunAt is not null)],
                Ana = await SaidAsync(store, WebChatPlaces.Private(squad, "ana")),
                Davi = await SaidAsync(store, WebChatPlaces.Private(squad, "davi")),
                Guild = await SaidAsync(store, WebChatPlaces.Room(squad, "guild")),
                Issues = await new EmbeddedIssues(store).ListOpenAsync(Repository, [], int.MaxValue, CancellationToken.None),
                Overdue =
                [
                    .. handOffs.SelectMany(h => h.Duties).Concat(cases.SelectMany(c => c.Duties)).Where(d => d.Due + Duration.FromSeconds(1) < now).Select(d => d.Id),
                    .. (await store.ListAsync(Keys.Outbox(), int.MaxValue, CancellationToken.None)).Select(d => d.Key),
                ],
            };
        }

        public int AssignedToDavi() => Issues is [{ Assignee: "davi" } issue]
            ? issue.Assignments.Count(a => a.To == "davi" && a.At >= Begun[0].Confirmed?.At)
            : 0;

        public IEnumerable<(string What, int Times)> Said() =>
        [
            ("Davi's card", Davi.Count(text => text.Contains("Hand-off from Ana"))),
            ("Ana's copy", Ana.Count(text => text.Contains("Hand-off from Ana"))),
            ("the guild's notice", Guild.Count(text => text.Contains("Davi is on call"))),
            ("that Ana is free", Ana.Count(text => text.Contains("Davi has it. You are free."))),
        ];

        public override string ToString() => $"round {Seed}{(IsSilent ? ", silent" : "")}, overdue: {string.Join(", ", Overdue)}";

        /// <summary>Each message as it was said first.</summary>
        private static async Task<IReadOnlyList<string>> SaidAsync(IDocumentStore store, string conversation)
        {
            var rows = await store.ReadRowsAsync(WebChatPlaces.Stream(conversation), 0, int.MaxValue, CancellationToken.None);
            return [.. rows.Select(row => JsonElement.Parse(row.Body.Span)).DistinctBy(row => row.GetProperty("id").GetString()).Select(row => row.GetRawText())];
        }
    }
}
