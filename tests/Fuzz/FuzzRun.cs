using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.Fuzz;

/// <summary>The built bot under a seeded flood of nonsense, with idle sockets and slow bodies meanwhile, and honest people in between.</summary>
internal sealed class FuzzRun(FuzzOptions options, BotProcess bot, RecordingConnector connector, Action<string> tell)
{
    private const int Workers = 24;
    private const int Slow = 20;
    private const int Rounds = 10;
    private const int WarmRounds = 3;
    private static readonly string[] Members = ["ana", "bruno", "clara", "davi"];
    private readonly Account account = new(options);
    private readonly Probe probe = new(bot, connector);
    private readonly List<string> conversations = [];
    private readonly List<string> tokens = [];

    public static async Task<Account> RunAsync(FuzzOptions options, Action<string> tell)
    {
        await using var connector = await RecordingConnector.StartAsync();
        connector.Keeps = conversation => conversation.StartsWith(Probe.Place, StringComparison.Ordinal);
        await using var bot = await BotProcess.StartAsync(new() { ["Clock:Start"] = "2026-11-26T10:00:00", ["Squads:Folder"] = SquadFiles.Sample });
        return await new FuzzRun(options, bot, connector, tell).RunAsync();
    }

    private async Task<Account> RunAsync()
    {
        await EnterAsync();
        await ProbeAsync();
        using (var sockets = await IdleSockets.OpenAsync(bot.Address, await StreamAddressAsync(), options.Sockets))
        using (var patient = new Caller(IPAddress.Parse("127.0.8.1"), bot.Address))
        {
            var slow = SlowBodies.RunAsync(patient, bot.Address, Slow);
            await FloodAsync();
            NoteSlow(await slow);
            NoteSockets(sockets);
            await NoteMemoryAsync();
        }

        await ProbeAsync();
        account.Warnings = LogKinds.Warnings(bot.Lines);
        foreach (var line in LogKinds.Broken(bot.Lines))
            account.Break(line);
        if (options.Log is { } file)
            await File.WriteAllLinesAsync(file, bot.Lines);
        return account;
    }

    /// <summary>In rounds. What is kept after the first three is what it takes to run at all: it is compared with what is kept at the end.</summary>
    private async Task FloodAsync()
    {
        var requests = new Requests(options.Seed, connector.Address.ToString(), conversations);
        var callers = Enumerable.Range(1, Workers).Select(number => new Caller(IPAddress.Parse($"127.0.7.{number}"), bot.Address)).ToList();
        var size = Math.Max(1, options.Requests / Rounds);
        for (var done = 0; done < options.Requests; done += size)
        {
            await RoundAsync(requests, callers, options.From + done, Math.Min(size, options.Requests - done));
            if (done == (WarmRounds - 1) * size)
                account.Warm = await BotMemory.AfterCollectionAsync(bot.Id);
            await ProbeAsync();
            tell($"{Math.Min(options.Requests, done + size)} requests, {account.Broken.Count} rules broken");
        }

        callers.ForEach(caller => caller.Dispose());
    }

    private Task RoundAsync(Requests requests, List<Caller> callers, int from, int count) => Task.WhenAll(callers.Select(async (caller, worker) =>
    {
        for (var number = from + worker; number < from + count; number += callers.Count)
        {
            var request = requests.Of(number);
            var began = Stopwatch.GetTimestamp();
            var status = await caller.SendAsync(request, tokens);
            account.Took(request, status, Stopwatch.GetElapsedTime(began));
        }
    }));

    private async Task EnterAsync()
    {
        foreach (var member in Members)
            foreach (var (conversation, token) in await RoomsAsync(member))
            {
                conversations.Add(conversation);
                tokens.Add(token);
            }
    }

    private async Task<IReadOnlyList<(string Conversation, string Token)>> RoomsAsync(string person)
    {
        var me = await bot.Http.GetFromJsonAsync<JsonObject>($"/api/chat/me?as={person}");
        return [.. me!["rooms"]!.AsArray().Select(room => ((string)room!["conversationId"]!, (string)room["token"]!))];
    }

    /// <summary>Of a guest's conversation, in which nobody else says anything.</summary>
    private async Task<string> StreamAddressAsync()
    {
        var (conversation, token) = (await RoomsAsync("guest"))[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v3/directline/conversations/{conversation}") { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await bot.Http.SendAsync(request);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["streamUrl"]!;
    }

    private async Task ProbeAsync()
    {
        try
        {
            if (await probe.DifferenceAsync() is { } difference)
                account.Break(difference);
            else
                account.Probes++;
        }
        catch (Exception e) when (e is HttpRequestException or ShouldAssertException)
        {
            account.Break($"an honest person was not answered: {e.Message.Split('\n')[0]}");
        }
    }

    /// <summary>With the same sockets open as when it was warm.</summary>
    private async Task NoteMemoryAsync()
    {
        account.Tired = await BotMemory.AfterCollectionAsync(bot.Id);
        if (account.Warm is { } warm && FuzzRules.Grown(warm, account.Tired) is { } growth)
            account.Break(growth);
    }

    private void NoteSlow(int?[] answers)
    {
        foreach (var status in answers.Where(status => status is null or >= 500))
            account.Break($"a slow request ended with {status?.ToString() ?? "nothing"}");
    }

    private void NoteSockets(IdleSockets sockets)
    {
        account.Sockets = $"{sockets.Open} of {options.Sockets} idle ones open at the end, {sockets.Refused} refused as one too many";
        if (sockets.Open != options.Sockets || sockets.Refused != options.Sockets / IdleSockets.PerAddress)
            account.Break(account.Sockets);
    }
}
