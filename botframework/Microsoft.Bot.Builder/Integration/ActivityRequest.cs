using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Hausmeister.BotFramework;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Reads the one activity of a request, straight from the connection's buffers.</summary>
internal static class ActivityRequest
{
    /// <summary>
    /// The largest body, in bytes. Teams caps a message at about 100 KB with its cards; a quoted thread or a form with long
    /// answers stays well below twice that. What is larger is not a message and must not cost memory.
    /// </summary>
    public const int MaxBodyBytes = 256 * 1024;

    private static readonly string BodyTooLarge = $"The body is larger than {MaxBodyBytes} bytes.";

    /// <summary>The longest text, in UTF-16 characters: Teams ends a message at about 100 KB of these, so nobody can write more there.</summary>
    public const int MaxTextLength = 50_000;

    /// <exception cref="BadHttpRequestException">The request is not an activity; its message says why.</exception>
    public static async Task<Activity> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException("Content-Type must be application/json.", StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > MaxBodyBytes)
            throw TooLarge(BodyTooLarge);

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            if (read.IsCompleted || read.Buffer.Length > MaxBodyBytes)
                return Take(reader, read.Buffer);
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Activity Take(PipeReader reader, ReadOnlySequence<byte> body)
    {
        try
        {
            return body.Length > MaxBodyBytes ? throw TooLarge(BodyTooLarge) : Checked(Parse(body));
        }
        finally
        {
            // Also what is refused is given back: else the server cannot read on, and hangs up before its answer is out.
            reader.AdvanceTo(body.End);
        }
    }

    private static Activity Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            CheckTexts(body);
            var json = new Utf8JsonReader(body);
            var activity = JsonSerializer.Deserialize(ref json, BotJson.TypeInfo<Activity>());
            // Anything behind the activity makes this throw.
            json.Read();
            return activity;
        }
        catch (JsonException e)
        {
            // Its own words may hold the body's, however long.
            throw Bad($"The body is not an activity in JSON, as of byte {e.BytePositionInLine} of line {e.LineNumber + 1}.");
        }
        catch (InvalidOperationException)
        {
            throw Bad("The body has a text in it that is none, such as half a character.");
        }
    }

    // The parser looks at a text only when somebody reads it: half a character in a member without a type would come to light in
    // the middle of a turn, or when it is sent.
    private static void CheckTexts(ReadOnlySequence<byte> body)
    {
        var json = new Utf8JsonReader(body);
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
                && (json.ValueIsEscaped || json.HasValueSequence || !Utf8.IsValid(json.ValueSpan)))
                _ = json.GetString();
        }
    }

    private static Activity Checked(Activity activity)
    {
        if (string.IsNullOrWhiteSpace(activity?.Type))
            throw Bad("The activity has no type.");
        if (activity.Text?.Length > MaxTextLength)
            throw TooLarge($"The text is longer than {MaxTextLength} characters.");
        if (activity.ServiceUrl is { } serviceUrl && !IsHttp(serviceUrl))
            throw Bad("The activity's serviceUrl is not an http or https URL.");
        return activity;
    }

    private static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static BadHttpRequestException Bad(string reason) => new(reason, StatusCodes.Status400BadRequest);

    private static BadHttpRequestException TooLarge(string reason) => new(reason, StatusCodes.Status413PayloadTooLarge);
}
