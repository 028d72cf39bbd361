using System.Text;
using System.Text.Json;
using Hausmeister.Bot.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace Hausmeister.Bot.Channels.Slack;

/// <summary>
/// What Slack brings over HTTP. It is read once as bytes, since these are what is signed; only then is it looked at. Nothing of a body
/// is logged.
/// </summary>
/// <param name="secret">What Slack signs with.</param>
internal sealed partial class SlackDoor(
    string secret, SlackPatience patience, [FromKeyedServices(HouseClock.Real)] TimeProvider real, ILogger<SlackDoor> logger)
{
    private const string Payload = "payload";

    private readonly Quiet quiet = new(real);

    public Task<IResult> TakeEventAsync(HttpRequest request) => TakeAsync(request, SlackKind.Event, body => body);

    public Task<IResult> TakeInteractionAsync(HttpRequest request) => TakeAsync(request, SlackKind.Interaction, FieldOf);

    public Task<IResult> TakeCommandAsync(HttpRequest request) => TakeAsync(request, SlackKind.Command, MembersOf);

    /// <param name="json">What of the body is looked at, as JSON.</param>
    private async Task<IResult> TakeAsync(HttpRequest request, SlackKind kind, Func<byte[], byte[]> json)
    {
        byte[]? body;
        try
        {
            body = await ReadAsync(request);
        }
        catch (BadHttpRequestException e)
        {
            return Results.Text(e.Message, statusCode: e.StatusCode);
        }

        if (body is null)
            return Results.Text($"The body is larger than {Limits.BodyBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge);
        if (SlackSignature.IsGenuine(secret, request.Headers[SlackSignature.TimestampHeader], request.Headers[SlackSignature.SignatureHeader], body, real.GetUtcNow()))
            return (await patience.TakeAsync(kind, json(body))).ToResult();
        if (quiet.MaySpeak())
            Log.NotGenuine(logger);
        return Results.Text("This does not come from Slack, or it is too old.", statusCode: StatusCodes.Status401Unauthorized);
    }

    /// <summary>Null where it is longer than anybody here takes.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var read = new MemoryStream();
        var part = new byte[8 * 1024];
        while (await request.Body.ReadAsync(part, request.HttpContext.RequestAborted) is > 0 and var count)
        {
            read.Write(part, 0, count);
            if (read.Length > Limits.BodyBytes)
                return null;
        }

        return read.ToArray();
    }

    private static byte[] FieldOf(byte[] form) =>
        Encoding.UTF8.GetBytes(QueryHelpers.ParseQuery(Encoding.UTF8.GetString(form)).TryGetValue(Payload, out var payload) ? payload.ToString() : "");

    /// <summary>The form as the JSON object that a socket brings.</summary>
    private static byte[] MembersOf(byte[] form) => JsonSerializer.SerializeToUtf8Bytes(
        QueryHelpers.ParseQuery(Encoding.UTF8.GetString(form)).ToDictionary(member => member.Key, member => member.Value.ToString()),
        SlackPayloadJson.Default.IReadOnlyDictionaryStringString);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A request to Slack's door was not signed by Slack, or is too old; the next minute's are not told")]
        public static partial void NotGenuine(ILogger logger);
    }
}
