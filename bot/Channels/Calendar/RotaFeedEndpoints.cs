using System.Text;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Ports;
using NodaTime;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>The rota for calendar programs, at addresses that cannot be guessed. Whoever has a wrong one learns nothing, not even that there is such a squad.</summary>
internal static class RotaFeedEndpoints
{
    private const string Calendar = "text/calendar";

    public static IServiceCollection AddRotaFeeds(this IServiceCollection services, Uri publicAddress) => services
        .AddSingleton(provider => new RotaFeeds(provider.GetRequiredService<SecretKey>(), publicAddress))
        .AddSingleton<IRotaFeeds>(provider => provider.GetRequiredService<RotaFeeds>());

    public static void MapRotaFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/calendar/{code}/{squad}.ics", AnswerAsync);
        routes.MapGet("/calendar/{code}/{squad}/{member}.ics", AnswerAsync);
    }

    private static async Task<IResult> AnswerAsync(
        string code, string squad, string? member, RotaFeeds feeds, People people, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        if (people.Find(squad) is not { } found
            || (member is not null && found.Find(member) is null)
            || !await feeds.IsKnownAsync(code, found, member, cancellationToken))
            return Results.NotFound();
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Text(RotaFeed.Write(found, member, Instant.FromDateTimeOffset(time.GetUtcNow())), Calendar, Encoding.UTF8);
    }
}
