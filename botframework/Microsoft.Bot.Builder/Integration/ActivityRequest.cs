using System.Buffers;
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

    /// <exception cref="BadHttpRequestException">The request is not an activity; its message says why.</exception>
    public static async Task<Activity> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            throw new BadHttpRequestException("Content-Type must be application/json.", StatusCodes.Status415UnsupportedMediaType);
        if (request.ContentLength > MaxBodyBytes)
            throw TooLarge();

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var (isTooLarge, isWhole) = (read.Buffer.Length > MaxBodyBytes, read.IsCompleted);
            if (!isTooLarge && !isWhole)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            try
            {
                return isTooLarge ? throw TooLarge() : Checked(Parse(read.Buffer));
            }
            finally
            {
                // A reader that is left in the middle of a read costs the caller its connection.
                reader.AdvanceTo(read.Buffer.End);
            }
        }
    }

    private static Activity Parse(ReadOnlySequence<byte> body)
    {
        var bytes = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
        try
        {
            CheckText(bytes);
            return JsonSerializer.Deserialize(bytes, BotJson.TypeInfo<Activity>());
        }
        catch (JsonException e)
        {
            throw Bad($"The body is not an activity: {e.Message}");
        }
    }

    // A value is kept as JSON and its texts are decoded only when somebody reads them: what cannot be decoded must not get that far.
    private static void CheckText(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
            throw Bad("The body is not UTF-8.");
        if (bytes.IndexOf("\\ud"u8) < 0 && bytes.IndexOf("\\uD"u8) < 0)
            return;
        var json = new Utf8JsonReader(bytes);
        try
        {
            while (json.Read())
            {
                if (json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && json.ValueIsEscaped)
                    json.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            throw Bad("The body has half of a surrogate pair.");
        }
    }

    private static Activity Checked(Activity activity)
    {
        if (string.IsNullOrWhiteSpace(activity?.Type))
            throw Bad("The activity has no type.");
        if (activity.ServiceUrl is { } serviceUrl && !IsHttp(serviceUrl))
            throw Bad("The activity's serviceUrl is not an http or https URL.");
        return activity;
    }

    private static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static BadHttpRequestException Bad(string reason) => new(reason, StatusCodes.Status400BadRequest);

    private static BadHttpRequestException TooLarge() =>
        new($"The body is larger than {MaxBodyBytes} bytes.", StatusCodes.Status413PayloadTooLarge);
}
