using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>Teams: each person sits at a Playground of their own.</summary>
internal sealed class PlaygroundChannel(BotProcess bot) : IChannel
{
    private readonly List<Playground> open = [];

    public string Name => "Teams";

    public BotProcess Bot => bot;

    /// <summary>In Teams the bot knows nobody and no room to which it was not added.</summary>
    public async Task<IChannelPerson> ArriveAsync(string person, IReadOnlyCollection<Room> rooms)
    {
        var playground = await Playground.StartAsync(bot, person, PlaygroundConfig.Announcements);
        open.Add(playground);
        foreach (var room in rooms)
            await playground.OpenAsync(Conversation(playground, room));
        await playground.OpenAsync(playground.PersonalChat);
        await playground.ReadsAsync("Hello");
        return new Person(playground);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(open.Select(playground => playground.DisposeAsync().AsTask()));
        await bot.DisposeAsync();
    }

    private static string Conversation(Playground playground, Room room) => room switch
    {
        Room.Guild => PlaygroundConfig.Guild,
        Room.Announcements => PlaygroundConfig.Announcements,
        _ => playground.PersonalChat,
    };

    private sealed class Person(Playground playground) : IChannelPerson
    {
        private readonly Dictionary<string, string> filled = [];

        public Task SayAsync(string text) => playground.SayAsync(text);

        /// <summary>Teams sends all fields of the card along, but with a button that says it wants none.</summary>
        public async Task TapAsync(string button, int nth)
        {
            var (message, action) = await Eventually.GetAsync(
                () => Task.FromResult(playground.Shown().Reverse().Select(message => Find(message, button, nth)).FirstOrDefault(found => found is not null)), () => $"There is no button “{button}”.");
            var fields = (string?)action["associatedInputs"] == "none" ? [] : CardWords.Fields(message.Content).ToDictionary(IdOf, ValueOf);
            filled.Clear();
            await playground.TapAsync(message, action, fields);
        }

        public async Task FillAsync(string field, string text) => filled[IdOf(await FieldAsync(field))] = text;

        public async Task ChooseAsync(string field, string choice)
        {
            var input = await FieldAsync(field);
            filled[IdOf(input)] = (string)input["choices"]!.AsArray().Single(one => (string?)one!["title"] == choice)!["value"]!;
        }

        public Task<IReadOnlyList<Heard>> HeardAsync(Room room)
        {
            var conversation = Conversation(playground, room);
            return Task.FromResult<IReadOnlyList<Heard>>([.. playground.Shown().Where(message => IsIn(message, conversation) && IsOfBot(message)).Select(message => CardWords.Read(message.Content))]);
        }

        private Task<JsonObject> FieldAsync(string label) => Eventually.GetAsync(
            () => Task.FromResult(playground.Shown().Reverse().SelectMany(message => CardWords.Fields(message.Content)).FirstOrDefault(field => (string?)field["label"] == label)),
            () => $"There is no field “{label}”.");

        private static Found? Find(ScreenMessage message, string label, int nth) =>
            CardWords.Actions(message.Content).Where(action => CardWords.IsCalled(action, label)).ElementAtOrDefault(nth - 1) is { } action ? new(message, action) : null;

        private string ValueOf(JsonObject field) => filled.GetValueOrDefault(IdOf(field), (string?)field["value"] ?? "");

        private static string IdOf(JsonObject field) => (string)field["id"]!;

        /// <summary>A post of a channel has the channel's id, and its own behind it.</summary>
        private static bool IsIn(ScreenMessage message, string conversation) => $"{message.Conversation};".StartsWith($"{conversation};", StringComparison.Ordinal);

        private static bool IsOfBot(ScreenMessage message) => (string?)message.Content["from"]?["id"] == PlaygroundConfig.BotId;
    }

    private sealed record Found(ScreenMessage Message, JsonObject Action);
}
