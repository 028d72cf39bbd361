using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.Fuzz;

/// <summary>
/// An honest person in each channel, in conversations of their own: what they are answered must never change. Guests, as members are also told
/// of what the nonsense has brought about.
/// </summary>
internal sealed partial class Probe(BotProcess bot, RecordingConnector connector)
{
    /// <summary>The conversations of probes begin with it.</summary>
    public const string Place = "probe-";

    private static readonly string[] Said = ["help", "who", "triage Zebras are counted twice", "2", "back", "cancel", "nonsense"];
    private int people;
    private string? first;

    /// <returns>What was answered otherwise than the first time; null: nothing.</returns>
    public async Task<string?> DifferenceAsync()
    {
        var answered = Duty().Replace(Time().Replace($"{await InTeamsAsync()}\n=====\n{await InWebChatAsync()}", "…"), "…");
        first ??= answered;
        return answered == first ? null : $"An honest person was answered\n{answered}\ninstead of\n{first}";
    }

    private async Task<string> InTeamsAsync()
    {
        var guest = new TeamsPerson(bot, connector, $"{Place}{++people}");
        foreach (var text in Said)
        {
            var message = guest.Message(text);
            message["from"] = new JsonObject { ["id"] = $"29:{Place}{people}", ["name"] = "Guest" };
            await guest.SendAsync(message);
        }

        return string.Join("\n---\n", guest.Reads().Select(read => read.Text));
    }

    private async Task<string> InWebChatAsync()
    {
        var secret = people.ToString("d12", CultureInfo.InvariantCulture);
        var guest = await ChatWindow.OpenAsync(bot, $"guest.1.0b7f1d9e-5a0c-4f4e-9a51-{secret}");
        foreach (var text in Said)
            await guest.SayAsync(text);
        return string.Join("\n---\n", await guest.ShownAsync());
    }

    /// <summary>A card says when something was said.</summary>
    [GeneratedRegex(@"\b\d\d:\d\d\b")]
    private static partial Regex Time();

    /// <summary>Members are ill and take over, and whose duty it is changes.</summary>
    [GeneratedRegex(@"\b(Ana|Bruno|Clara|Davi)\b|\b(is Hausmeister|is on call|holds it)\b|, (Hausmeister|on call)\b|(?<=until \**)\w{3} \d+ \w{3}")]
    private static partial Regex Duty();
}
