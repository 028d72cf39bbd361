using Hausmeister.ApplicationTests.House;
using Hausmeister.ApplicationTests.WebChat;
using Hausmeister.Tests.Tracker;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>Where scripts are played: each on all channels at the same time, on a bot of its own on each, so that no script minds another.</summary>
public sealed class Stage(Browser browser) : IAsyncLifetime
{
    public const string Teams = "Teams";
    public const string Slack = "Slack";
    public const string WebChat = "Web Chat";

    private readonly EmulatedGitHub gitHub = new();
    private readonly Dictionary<string, Task<Dictionary<string, string?>>> played = [];

    public ValueTask InitializeAsync() => gitHub.InitializeAsync();

    public ValueTask DisposeAsync() => gitHub.DisposeAsync();

    /// <summary>Plays the script, if it was not played yet.</summary>
    /// <returns>What went wrong on the channel; null: it went as on the others.</returns>
    internal async Task<string?> TroubleAsync(ChannelScript script, string channel)
    {
        if (!played.TryGetValue(script.Name, out var troubles))
            played.Add(script.Name, troubles = PlayAsync(script));
        return (await troubles)[channel];
    }

    private async Task<Dictionary<string, string?>> PlayAsync(ChannelScript script)
    {
        var performances = await Task.WhenAll(OpenAsync(script, Teams), OpenAsync(script, Slack), OpenAsync(script, WebChat));
        try
        {
            var troubles = (await Task.WhenAll(performances.Select(TryAsync))).ToDictionary();
            foreach (var other in performances.Skip(1))
                troubles[other.Channel] ??= troubles[Teams] is null ? await DifferenceAsync(performances[0], other) : "There is nothing to compare it with: it failed in Teams.";
            return troubles;
        }
        finally
        {
            await Task.WhenAll(performances.Select(performance => performance.DisposeAsync().AsTask()));
        }
    }

    private static async Task<KeyValuePair<string, string?>> TryAsync(Performance performance)
    {
        try
        {
            await performance.PlayAsync();
            return new(performance.Channel, null);
        }
        catch (Exception e)
        {
            return new(performance.Channel, e.ToString());
        }
    }

    /// <summary>What was waited for is the same, and what stands there in the end, as soon as all has been said.</summary>
    private static async Task<string?> DifferenceAsync(Performance one, Performance other)
    {
        if (Difference(one, one.Heard, other, other.Heard) is { } heard)
            return heard;
        string? difference = null;
        try
        {
            await Eventually.TrueAsync(
                async () => (difference = Difference(one, await one.StandsAsync(), other, await other.StandsAsync())) is null, () => difference!);
            return null;
        }
        catch (TimeoutException)
        {
            return difference;
        }
    }

    /// <summary>The first message that is another one.</summary>
    private static string? Difference(Performance one, IEnumerable<string> ones, Performance other, IEnumerable<string> others)
    {
        var (left, right) = (ones.ToList(), others.ToList());
        var at = left.Zip(right).TakeWhile(both => both.First == both.Second).Count();
        return left.Count == right.Count && at == left.Count ? null : $"Message {at + 1} is in {one.Channel}\n{left.ElementAtOrDefault(at)}\nand in {other.Channel}\n{right.ElementAtOrDefault(at)}";
    }

    private async Task<Performance> OpenAsync(ChannelScript script, string channel)
    {
        var tracker = await TrackerView.CreateAsync(gitHub, $"itaipu-{played.Count}-{channel.Replace(' ', '-')}");
        return new Performance(script, channel switch
        {
            Teams => new PlaygroundChannel(await StartAsync(script, tracker, [], [])),
            WebChat => new WebChatChannel(await StartAsync(script, tracker, [], []), await browser.OpenAsync()),
            _ => await OpenSlackAsync(script, tracker),
        }, tracker);
    }

    private async Task<SlackChannel> OpenSlackAsync(ChannelScript script, TrackerView tracker)
    {
        var slack = await EmulatedSlack.StartAsync();
        var door = await ViewsDoor.OpenAsync(slack.Api);
        var ids = await slack.IdsAsync();
        return new SlackChannel(await StartAsync(script, tracker, EmulatedSlack.SquadChanges(ids), EmulatedSlack.BotSettings(door.Api)), slack, door, ids);
    }

    private async Task<BotProcess> StartAsync(ChannelScript script, TrackerView tracker, (string From, string To)[] changes, Dictionary<string, string> settings)
    {
        var bot = BotProcess.Create(settings);
        settings["Clock:Start"] = script.Begins;
        settings["GitHub:Token"] = EmulatedGitHub.Token;
        settings["GitHub:ApiAddress"] = gitHub.Api.ToString();
        settings["Squads:Folder"] = SquadFiles.Write(Path.Combine(bot.Folder, "squads"), script.HasNightlyRun, [.. changes, ("nubank/itaipu", tracker.Repository)]);
        await bot.StartAgainAsync();
        return bot;
    }
}
