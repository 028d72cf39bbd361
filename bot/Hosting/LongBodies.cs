namespace Hausmeister.Bot.Hosting;

/// <summary>Nobody reads a body that is longer than we take to its end, so the server hangs up behind the answer, whatever that is: whoever would use the connection again must know.</summary>
internal static class LongBodies
{
    public static void UseLongBodies(this IApplicationBuilder app) => app.Use(next => http =>
    {
        if (http.Request.ContentLength > Limits.BodyBytes)
            http.Response.Headers.Connection = "close";
        return next(http);
    });
}
