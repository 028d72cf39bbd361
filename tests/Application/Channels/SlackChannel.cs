using System.Text.Json.Nodes;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests.Channels;

/// <summary>Slack: messages are read where the bot has put them, and what Slack would bring is sent signed.</summary>
internal sealed class SlackChannel(BotProcess bot, EmulatedSlack slack, ViewsDoor door, IReadOnlyDictionary<string, string> ids) : IChannel
{
    private readonly SlackSender sender = new(bot);
    private readonly EmulatedSlack slack = slack;
    private readonly ViewsDoor door = door;
    private readonly IReadOnlyDictionary<string, string> ids = ids;

    public string Name => "Slack";

    public BotProcess Bot => bot;

    public async Task<IChannelPerson> ArriveAsync(string person, IReadOnlyCollection<Room> rooms) =>
        new Person(this, ids[person], await slack.DirectAsync(ids[person]));

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await door.DisposeAsync();
        await slack.DisposeAsync();
    }

    /// <summary>What was filled in waits for the tap that sends it: in Slack it goes with the message's button, or with the modal.</summary>
    private sealed class Person(SlackChannel channel, string user, string direct) : IChannelPerson
    {
        private readonly Dictionary<string, string> filled = [];

        public Task SayAsync(string text) => channel.sender.SayAsync(user, direct, text);

        public async Task TapAsync(string button, int nth)
        {
            var (message, found) = await ButtonAsync(button, nth);
            if (OpensForm(found))
                await SubmitAsync(await OpenAsync(message, found), button);
            else
                await channel.sender.TapAsync(user, direct, message, found, trigger: "1.2.3", SlackForms.Values(message["blocks"], filled));
            filled.Clear();
        }

        public Task FillAsync(string field, string text)
        {
            filled[field] = text;
            return Task.CompletedTask;
        }

        public Task ChooseAsync(string field, string choice) => FillAsync(field, choice);

        public async Task<IReadOnlyList<Heard>> HeardAsync(Room room) => [.. (await MessagesAsync(room)).Reverse().Select(BlockWords.Read)];

        /// <summary>The newest message's button with the label; fields that do not stand in a message are behind its button that opens them.</summary>
        private Task<Found> ButtonAsync(string label, int nth) => Eventually.GetAsync(
            async () => (await MessagesAsync(Room.Private)).Select(message => Find(message, label, nth)).FirstOrDefault(found => found is not null),
            () => $"There is no button “{label}”{(filled.Count > 0 ? $" for {string.Join(", ", filled.Keys)}" : "")}.");

        private Found? Find(JsonObject message, string label, int nth)
        {
            var hasFields = filled.Keys.All(name => BlockWords.Fields(message["blocks"]).Any(field => BlockWords.FieldLabel(field) == name));
            var found = BlockWords.Buttons(message["blocks"]).Where(button => hasFields ? BlockWords.Label(button) == label : OpensForm(button)).ElementAtOrDefault(nth - 1);
            return found is null ? null : new(message, found);
        }

        private async Task<JsonObject> OpenAsync(JsonObject message, JsonObject button)
        {
            var before = channel.door.Views.Count;
            var trigger = (string)(await channel.slack.CallAsync("views.generateTriggerId", new() { ["user_id"] = user }))["trigger_id"]!;
            await channel.sender.TapAsync(user, direct, message, button, trigger, []);
            return channel.door.Views.Skip(before).ShouldHaveSingleItem($"“{BlockWords.Label(button)}” opened no modal. The bot wrote:\n{channel.Bot.Log}");
        }

        private Task SubmitAsync(JsonObject view, string label)
        {
            view["submit"]!["text"]!.ToString().ShouldBe(label);
            return channel.sender.SubmitAsync(user, view, SlackForms.Values(view["blocks"], filled));
        }

        /// <summary>Newest first.</summary>
        private Task<IReadOnlyList<JsonObject>> MessagesAsync(Room room) => channel.slack.HistoryAsync(room switch
        {
            Room.Guild => channel.ids["guild"],
            Room.Announcements => channel.ids["announcements"],
            _ => direct,
        });

        private static bool OpensForm(JsonObject button) => button["value"] is { } value && JsonNode.Parse((string)value!)!["form"] is not null;
    }

    private sealed record Found(JsonObject Message, JsonObject Button);
}
