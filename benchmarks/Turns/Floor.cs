using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hausmeister.Benchmarks.Turns;

/// <summary>The least that a turn can cost in ASP.NET Core: parses the activity once and posts one reply, without state, dialog or card.</summary>
internal static class Floor
{
    private static readonly HttpClient Http = new();

    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        app.MapPost("/api/messages", AnswerAsync);
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        var activity = (await JsonSerializer.DeserializeAsync(http.Request.Body, FloorJson.Default.FloorActivity, http.RequestAborted))!;
        var reply = new FloorActivity("message", null, activity.Text, activity.ServiceUrl, activity.Recipient, activity.From, activity.Conversation);
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, FloorJson.Default.FloorActivity));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await Http.PostAsync($"{activity.ServiceUrl}v3/conversations/{activity.Conversation.Id}/activities/{activity.Id}", content, http.RequestAborted);
        answer.EnsureSuccessStatusCode();
    }
}

internal sealed record FloorActivity(
    string Type, string? Id, string? Text, string? ServiceUrl, FloorAccount? From, FloorAccount? Recipient, FloorAccount Conversation);

internal sealed record FloorAccount(string Id, string? Name, string? AadObjectId, string? ConversationType);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FloorActivity))]
internal sealed partial class FloorJson : JsonSerializerContext;
