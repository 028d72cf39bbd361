using System.Net.Mime;
using System.Text.Json;
using NodaTime.Text;

namespace Hausmeister.Bot.Hosting;

/// <summary><c>POST /development/clock</c>, in Development only: sets the clock forward. See docs/hand-off.md.</summary>
internal static class ClockEndpoint
{
    public static void MapClock(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.MapPost("/development/clock", AnswerAsync);
    }

    /// <summary>Of JSON only: another site's page cannot send that from a browser without being asked first.</summary>
    private static async Task<IResult> AnswerAsync(HttpRequest request, ClockSteps steps, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            return Results.Text($"Send {MediaTypeNames.Application.Json}.", statusCode: StatusCodes.Status415UnsupportedMediaType);
        if (await ReadAsync(request, cancellationToken) is not { } step)
            return Refuse("That is no JSON object with \"by\" or \"to\" as text.");
        var (now, problem) = await steps.StepAsync(step, cancellationToken);
        return problem is null ? Results.Json(new ClockAnswer(OffsetDateTimePattern.GeneralIso.Format(now)), HostJson.Default.ClockAnswer) : Refuse(problem);
    }

    private static async Task<ClockStep?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, HostJson.Default.ClockStep, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Refuse(string why) => Results.Text(why, statusCode: StatusCodes.Status400BadRequest);
}
