using Hausmeister.Bot.Channels.WebChat.Page;
using Hausmeister.Domain.Squads;
using Hausmeister.Integrations.EmbeddedTracker;

namespace Hausmeister.Bot.Channels.WebChat;

/// <summary>The embedded tracker's issues to read: a page for each, and a list of a repository's open ones. There are none where GitHub has them.</summary>
internal static class IssuePages
{
    private const int MostListed = 500;
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static IEndpointRouteBuilder MapIssuePages(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<EmbeddedIssues>() is null) return routes;
        var pages = routes.MapGroup("/issues/{owner}/{name}").AddEndpointFilter(HarmlessAsync);
        pages.MapGet("/", ListAsync);
        pages.MapGet("/{number:int}", IssueAsync);
        return routes;
    }

    private static async Task<IResult> ListAsync(
        string owner, string name, string? label, EmbeddedIssues issues, IReadOnlyList<Squad> squads, PageAssets assets, CancellationToken cancellationToken)
    {
        if (SquadOf(squads, owner, name) is not { } squad) return Results.NotFound();
        var open = await issues.ListOpenAsync(squad.Issues.Repository, label is null ? [] : [label], MostListed, cancellationToken);
        return Html(new IssueHtml(squad, assets.Page).List(open, label));
    }

    private static async Task<IResult> IssueAsync(
        string owner, string name, int number, EmbeddedIssues issues, IReadOnlyList<Squad> squads, PageAssets assets, CancellationToken cancellationToken) =>
        SquadOf(squads, owner, name) is { } squad && await issues.FindAsync(squad.Issues.Repository, number, cancellationToken) is { } issue
            ? Html(new IssueHtml(squad, assets.Page).Issue(issue))
            : Results.NotFound();

    private static Squad? SquadOf(IReadOnlyList<Squad> squads, string owner, string name) =>
        squads.FirstOrDefault(s => s.Issues.Repository.Equals($"{owner}/{name}", StringComparison.OrdinalIgnoreCase));

    private static IResult Html(string page) => Results.Text(page, "text/html; charset=utf-8");

    private static ValueTask<object?> HarmlessAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
