using System.Net.Mime;
using System.Text;
using Hausmeister.Bot.Turns;
using Hausmeister.Cards;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Pipeline;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Bot.Channels.Calendar;

/// <summary>
/// The rota for calendar programs and as a picture, and that of the nightly run, at addresses that cannot be guessed.
/// Whoever has a wrong one learns nothing, not even that there is such a squad.
/// </summary>
internal static class RotaFeedEndpoints
{
    private const string Calendar = "text/calendar";

    public static IServiceCollection AddRotaFeeds(this IServiceCollection services, Uri publicAddress) => services
        .AddSingleton<SecretCodes>()
        .AddSingleton(provider => new RotaFeeds(provider.GetRequiredService<SecretCodes>(), publicAddress))
        .AddSingleton<IRotaFeeds>(provider => provider.GetRequiredService<RotaFeeds>())
        .AddSingleton(provider => new DagPictures(provider.GetRequiredService<SecretCodes>(), publicAddress))
        .AddSingleton<IDagPictures>(provider => provider.GetRequiredService<DagPictures>());

    public static void MapRotaFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/calendar/{code}/{squad}.ics", FeedAsync);
        routes.MapGet("/calendar/{code}/{squad}/{member}.ics", FeedAsync);
        routes.MapGet("/calendar/{code}/{squad}.png", PictureAsync);
        routes.MapGet("/dag/{code}/{squad}.png", DagPictureAsync);
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

    private static async Task<IResult> DagPictureAsync(
        string code, string squad, DagPictures pictures, People people, IDocumentStore store, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        if (people.Find(squad) is not { Pipeline: not null } found || !await pictures.IsKnownAsync(code, found, cancellationToken))
            return Results.NotFound();
        var moment = new Moment(found, Now(time));
        var days = await new PipelineDesk(new Work(store), moment).HistoryAsync(DagHistory.Days, cancellationToken);
        return Private(response, Results.Bytes(DagPicture.Draw(days, moment), MediaTypeNames.Image.Png));
    }

    private static async Task<IResult> AnswerAsync(
        string code, Squad? squad, string? member, RotaFeeds feeds, HttpResponse response, Func<Squad, IResult> answer, CancellationToken cancellationToken)
    {
        if (squad is null
            || (member is not null && squad.Find(member) is null)
            || !await feeds.IsKnownAsync(code, squad, member, cancellationToken))
            return Results.NotFound();
        return Private(response, answer(squad));
    }

    private static IResult Private(HttpResponse response, IResult answer)
    {
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        return answer;
    }

    private static Instant Now(TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
