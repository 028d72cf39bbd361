using System.Net.Mime;
using System.Text;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>
/// The rota for calendar programs and as a picture, at addresses that cannot be guessed. Whoever has a wrong one learns nothing, not even that there is such a squad.
/// </summary>
internal static class RotaFeedEndpoints
{
    private const string Calendar = "text/calendar";

    public static IServiceCollection AddRotaFeeds(this IServiceCollection services, Uri publicAddress) => services
        .AddSingleton(provider => new RotaFeeds(provider.GetRequiredService<SecretKey>(), publicAddress))
        .AddSingleton<IRotaFeeds>(provider => provider.GetRequiredService<RotaFeeds>());

    public static void MapRotaFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/calendar/{code}/{squad}.ics", FeedAsync);
        routes.MapGet("/calendar/{code}/{squad}/{member}.ics", FeedAsync);
        routes.MapGet("/calendar/{code}/{squad}.png", PictureAsync);
    }

    private static Task<IResult> FeedAsync(
        string code, string squad, string? member, RotaFeeds feeds, People people, TimeProvider time, HttpResponse response, CancellationToken cancellationToken) =>
        AnswerAsync(
            code, people.Find(squad), member, feeds, response,
            found => Results.Text(RotaFeed.Write(found, member, Now(time)), Calendar, Encoding.UTF8), cancellationToken);

    private static Task<IResult> PictureAsync(
        string code, string squad, RotaFeeds feeds, People people, TimeProvider time, HttpResponse response, CancellationToken cancellationToken) =>
        AnswerAsync(
            code, people.Find(squad), null, feeds, response,
            found => Results.Bytes(RotaPicture.Draw(found, Now(time)), MediaTypeNames.Image.Png), cancellationToken);

    private static async Task<IResult> AnswerAsync(
        string code, Squad? squad, string? member, RotaFeeds feeds, HttpResponse response, Func<Squad, IResult> answer, CancellationToken cancellationToken)
    {
        if (squad is null
            || (member is not null && squad.Find(member) is null)
            || !await feeds.IsKnownAsync(code, squad, member, cancellationToken))
            return Results.NotFound();
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        return answer(squad);
    }

    private static Instant Now(TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
