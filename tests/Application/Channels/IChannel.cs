using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>One way to the bot, with whatever program stands at its other end.</summary>
internal interface IChannel : IAsyncDisposable
{
    string Name { get; }

    BotProcess Bot { get; }

    /// <summary>Somebody comes, and sees what comes to them and what stands in these rooms.</summary>
    Task<IChannelPerson> ArriveAsync(string person, IReadOnlyCollection<Room> rooms);
}

/// <summary>What one person can do on a channel, as they would do it there.</summary>
internal interface IChannelPerson
{
    Task SayAsync(string text);

    /// <summary>Waits for the newest message that has such buttons, and taps one of them with what was filled in.</summary>
    /// <param name="button">Its label.</param>
    /// <param name="nth">Which of those in the message, counted from 1.</param>
    Task TapAsync(string button, int nth);

    /// <param name="field">Its label.</param>
    Task FillAsync(string field, string text);

    /// <param name="choice">As it reads.</param>
    Task ChooseAsync(string field, string choice);

    /// <summary>The bot's messages, each as it is now, in the order in which they came.</summary>
    Task<IReadOnlyList<Heard>> HeardAsync(Room room);
}

/// <summary>A message as its reader sees it.</summary>
/// <param name="Lines">Its texts without marks for bold and links; a field that is filled in as its label and its value.</param>
/// <param name="Buttons">Their labels.</param>
internal sealed record Heard(IReadOnlyList<string> Lines, IReadOnlyList<string> Buttons)
{
    public bool Shows(string words) => Lines.Any(line => line.Contains(words, StringComparison.Ordinal));

    public override string ToString() => string.Join('\n', [.. Lines, .. Buttons.Select(button => $"[{button}]")]);
}
