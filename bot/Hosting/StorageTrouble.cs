using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Hosting;

/// <summary>A call that the storage failed is answered with 503, so that whoever called comes again; what is to be done about it stands in the log.</summary>
internal static partial class StorageTrouble
{
    private const string RetryAfterSeconds = "60";

    public static void UseStorageTrouble(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StorageTrouble));
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (StorageException e) when (!http.Response.HasStarted)
            {
                Log.Failed(logger, http.Request.Path, e.Message);
                await AnswerAsync(http.Response);
            }
        });
    }

    private static Task AnswerAsync(HttpResponse response)
    {
        response.Clear();
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfterSeconds;
        return response.WriteAsync("Nothing can be stored here at the moment. Nothing was changed; please try again in a few minutes.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Path} failed and nothing was stored: {Trouble}")]
        public static partial void Failed(ILogger logger, string path, string trouble);
    }
}
