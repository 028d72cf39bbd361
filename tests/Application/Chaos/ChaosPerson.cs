using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;
using Hausmeister.Tests;

namespace Hausmeister.ApplicationTests.Chaos;

/// <summary>Somebody in Teams who triages one issue after the other and waits for each answer. Their channel sends again what was not taken, and some of what was.</summary>
internal sealed class ChaosPerson(BotProcess bot, RecordingConnector connector, Account account, int number, int seed)
{
    private const double SentAgain = 0.1;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(30);

    private readonly TeamsPerson teams = new(bot, connector, $"a:chaos-{number}");
    private readonly Random random = new(seed + number);
    private int read;

    /// <summary>Goes on until it is cancelled; what was begun is finished.</summary>
    public async Task WorkAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
            await TriageAsync(new Triage($"{Word()} {Word()}", random.Next(2) == 0 ? "P4" : "P2"));
    }

    private async Task TriageAsync(Triage triage)
    {
        (string Says, string Reads)[] steps = triage.Priority == "P4"
            ? [($"p4 {triage.Title}", "Create this P4?"), ("create", "Creating the issue")]
            : [($"triage {triage.Title}", "What is it?"), ("issue", "How urgent is it?"), ("2", "Create this issue?"), ("create", "Creating the issue")];
        foreach (var (says, reads) in steps)
        {
            var turn = new Turn(teams.Conversation, triage.Title, says, reads);
            if (says == "create")
                account.Confirmed(triage);
            await PostAsync(teams.Message(says));
            account.Taken(turn);
            if (!await IsAnsweredAsync(turn))
                account.Lost(turn);
        }
    }

    /// <summary>As a channel does it: the same activity, until somebody takes it.</summary>
    private async Task PostAsync(JsonObject activity)
    {
        while (!await IsTakenAsync(activity))
            await Task.Delay(Pause);
        if (random.NextDouble() < SentAgain)
            await IsTakenAsync(activity);
    }

    private async Task<bool> IsTakenAsync(JsonObject activity)
    {
        try
        {
            using var answer = await teams.PostAsync(activity);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<bool> IsAnsweredAsync(Turn turn)
    {
        for (var tries = Waiting.Longest / Pause; tries > 0; tries--)
        {
            var came = connector.Since(read);
            read += came.Count;
            if (came.Any(turn.IsAnsweredBy))
                return true;
            await Task.Delay(Pause);
        }
        return false;
    }

    /// <summary>Made up, so that no two issues look alike.</summary>
    private string Word() => string.Concat(Enumerable.Range(0, 12).Select(_ => (char)('a' + random.Next(26))));
}

internal sealed record Triage(string Title, string Priority);

/// <summary>Something said, and the message that answers it: it shows these words and the title.</summary>
internal sealed record Turn(string Conversation, string Title, string Says, string Reads)
{
    public bool IsAnsweredBy(Delivery delivery) => delivery.Method == "POST" && delivery.Conversation == Conversation
        && delivery.Text.Contains(Title, StringComparison.Ordinal) && delivery.Text.Contains(Reads, StringComparison.Ordinal);
}
