using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Hausmeister.Bot.Channels.WebChat.DirectLine;
using Hausmeister.Bot.Channels.WebChat.Transcript;
using Microsoft.AspNetCore.Http;

namespace Hausmeister.Tests.Journeys;

/// <summary>One person's window of the web chat: what they say and tap goes in by the page's own door, what they read comes out of the transcript.</summary>
internal sealed class JourneyWindow(JourneyHouse house, string conversation, bool isRoom, string account, string name)
{
    private readonly HashSet<string> read = [];
    private long watermark;

    public string Name => isRoom ? "the room" : name;

    public async Task SayAsync(string text) => await PostAsync(new JsonObject { ["type"] = "message", ["text"] = text });

    /// <summary>Taps the newest button with this title.</summary>
    public async Task TapAsync(string title, params (string Id, string Value)[] inputs) => await TapAsync(await ButtonAsync(title), inputs);

    /// <summary>Taps a button that may stand there no more.</summary>
    public async Task TapAsync(Button button, params (string Id, string Value)[] inputs)
    {
        var data = button.Data.DeepClone().AsObject();
        foreach (var (id, value) in inputs)
            data[id] = value;
        await PostAsync(new JsonObject { ["type"] = "message", ["value"] = data });
    }

    public async Task<Button> ButtonAsync(string title) => (await AllAsync()).Reverse().SelectMany(message => message.Taps).FirstOrDefault(button => button.Title == title)
        ?? throw new ShouldAssertException($"{Name} sees no button “{title}” but:\n{string.Join("\n---\n", await AllAsync())}");

    /// <summary>The bot's messages that came since the last look, each as it is now.</summary>
    public async Task<IReadOnlyList<Message>> ReadAsync() => [.. (await AllAsync()).Where(message => read.Add(message.Id))];

    /// <summary>The bot's messages that came since the last look, each as it was said first: for a transcript of a year.</summary>
    public async Task<IReadOnlyList<Message>> ArrivedAsync()
    {
        var rows = await house.Get<Transcripts>().ReadAsync(conversation, watermark, CancellationToken.None);
        watermark = long.Parse(rows.Watermark, CultureInfo.InvariantCulture);
        return [.. rows.Activities.Where(row => row.From.Role == "bot" && read.Add(row.Id)).Select(Message.Of)];
    }

    /// <summary>The one message that came since the last look.</summary>
    public async Task<Message> ReadOneAsync() => (await ReadAsync()).ShouldHaveSingleItem();

    /// <summary>Nothing came since the last look.</summary>
    public async Task ReadsNothingAsync() => (await ReadAsync()).ShouldBeEmpty(Name);

    /// <summary>The message as it is now.</summary>
    public async Task<Message> NowAsync(Message message) => (await AllAsync()).Single(m => m.Id == message.Id);

    /// <summary>Everything that the bot said here, each as it is now.</summary>
    public async Task<IReadOnlyList<Message>> AllAsync()
    {
        var rows = (await house.Get<Transcripts>().ReadAsync(conversation, 0, CancellationToken.None)).Activities;
        return [.. rows.Where(row => row.From.Role == "bot").GroupBy(row => row.Id).Select(same => Message.Of(same.Last()))];
    }

    /// <summary>Something that the page may send again: the same with the same id. Nothing that is due is done yet.</summary>
    public Task SendAsync(JsonObject activity, string id)
    {
        var sent = activity.DeepClone().AsObject();
        sent["channelData"] = new JsonObject { ["clientActivityID"] = id };
        return TakeAsync(sent);
    }

    private async Task PostAsync(JsonObject activity)
    {
        await TakeAsync(activity);
        await house.PumpAsync();
    }

    private async Task TakeAsync(JsonObject activity)
    {
        var http = new DefaultHttpContext();
        http.Request.ContentType = MediaTypeNames.Application.Json;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(activity.ToJsonString()));
        var answer = await house.Get<Posts>().TakeAsync(DirectLineToken.For(conversation, isRoom, account, name), http.Request);
        (answer as IStatusCodeHttpResult)?.StatusCode.GetValueOrDefault(StatusCodes.Status200OK).ShouldBe(StatusCodes.Status200OK);
    }
}
