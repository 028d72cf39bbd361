using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hausmeister.Bot.Channels.WebChat.Transcript;
using Hausmeister.Bot.Hosting;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace Hausmeister.Bot.Channels.WebChat.DirectLine;

/// <summary>What a person does on the page becomes an activity and runs a turn. Whoever hangs up meanwhile does not end it.</summary>
internal sealed partial class Posts(WebChatAdapter adapter, IBot bot, Transcripts transcripts, TimeProvider time, ILogger<Posts> logger)
{
    private const string FirstVisit = "first-visit";
    private const int IdBytes = 12;

    /// <summary>Says hello in a conversation in which nobody has said anything.</summary>
    public async Task GreetAsync(DirectLineToken caller)
    {
        if (caller.IsRoom || !await transcripts.IsEmptyAsync(caller.Conversation, CancellationToken.None))
            return;
        var arrival = From(caller, ActivityTypes.ConversationUpdate, FirstVisit);
        arrival.MembersAdded = [arrival.From];
        await adapter.RunAsync(arrival, own: null, bot, CancellationToken.None);
    }

    public async Task<IResult> TakeAsync(DirectLineToken caller, HttpRequest request)
    {
        IncomingActivity? posted;
        try
        {
            posted = await JsonSerializer.DeserializeAsync(request.Body, WebChatJson.Default.IncomingActivity, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return Bad("The body is not an activity in JSON.");
        }
        catch (BadHttpRequestException e)
        {
            return Refused(e.StatusCode, e.Message);
        }

        if (posted is not { Type.Length: > 0 })
            return Bad("The activity has no type.");
        var given = posted.ChannelData?.ClientActivityId;
        var id = IdOf(caller, string.IsNullOrEmpty(given) ? Guid.NewGuid().ToString() : given);
        // Web Chat also tells of typing and the like, which nobody is told of.
        if (posted.Type != ActivityTypes.Message)
            return Taken(id);
        if (string.IsNullOrWhiteSpace(posted.Text) && posted.Value is not { ValueKind: JsonValueKind.Object })
            return Bad("The message has neither a text nor a button's data.");
        if (posted.Text?.Length > Limits.TextLength)
            return Refused(StatusCodes.Status413PayloadTooLarge, $"The text is longer than {Limits.TextLength} characters.");
        var message = MessageFrom(caller, posted, id);
        await adapter.RunAsync(message, string.IsNullOrEmpty(message.Text) ? null : RowWriter.Own(message, given), bot, CancellationToken.None);
        return Taken(id);
    }

    /// <summary>The same for a message that comes again; nobody can choose one that replaces somebody else's message.</summary>
    private static string IdOf(DirectLineToken caller, string given) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Account}\n{given}")).AsSpan(0, IdBytes));

    private Activity MessageFrom(DirectLineToken caller, IncomingActivity posted, string id)
    {
        var message = From(caller, ActivityTypes.Message, id);
        message.Text = posted.Text;
        message.TextFormat = TextFormatTypes.Plain;
        message.Value = posted.Value is { ValueKind: JsonValueKind.Object } data ? data : null;
        return message;
    }

    private Activity From(DirectLineToken caller, string type, string id) => new(type)
    {
        Id = id,
        Timestamp = time.GetUtcNow(),
        ChannelId = Microsoft.Bot.Connector.Channels.Webchat,
        From = new ChannelAccount(caller.Account, caller.Name, RoleTypes.User),
        Recipient = WebChatPlaces.Bot,
        Conversation = WebChatPlaces.Account(caller.Conversation, caller.IsRoom),
    };

    private static IResult Taken(string id) => Answers.Json(new PostedAnswer(id), WebChatJson.Default.PostedAnswer);

    private IResult Refused(int status, string reason)
    {
        Log.Refused(logger, status, reason);
        return Answers.Error(status, "BadArgument", reason);
    }

    private static IResult Bad(string message) => Answers.Error(StatusCodes.Status400BadRequest, "BadArgument", message);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Refused a post with {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);
    }
}
