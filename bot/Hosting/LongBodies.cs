using Microsoft.AspNetCore.Http.Features;

namespace Hausmeister.Bot.Hosting;

/// <summary>Refuses a body that says beforehand that it is longer than anybody here takes. The server hangs up behind the answer, and whoever would use the connection again must know.</summary>
internal static partial class LongBodies
{
    public static void UseLongBodies(this WebApplication app) => app.Use(next => http =>
    {
        if (!(http.Request.ContentLength > Limits.BodyBytes))
            return next(http);

        // Behind an answer Kestrel reads on for 5 seconds, if the body is within its limit: hung up on while still sending, the caller would not see the answer.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        http.Response.Headers.Connection = "close";
        Log.Refused(app.Logger, Limits.BodyBytes);
        return Results.Text($"The body is larger than {Limits.BodyBytes} bytes.", statusCode: StatusCodes.Status413PayloadTooLarge).ExecuteAsync(http);
    });

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Refused a body with 413: it is larger than {Limit} bytes")]
        public static partial void Refused(ILogger logger, int limit);
    }
}
