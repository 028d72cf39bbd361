namespace Hausmeister.Bot.Hosting;

/// <summary>Whoever comes while the host stops is sent away with 503 and comes again; turns in hand are finished.</summary>
internal static class StopGate
{
    /// <summary>How long turns and duties in hand have to finish.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const string RetryAfterSeconds = "5";

    public static void UseStopGate(this IApplicationBuilder app)
    {
        var stopping = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        app.Use((http, next) =>
        {
            if (!stopping.IsCancellationRequested || !HttpMethods.IsPost(http.Request.Method))
                return next(http);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Task.CompletedTask;
        });
    }
}
