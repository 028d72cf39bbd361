using Hausmeister.Bot.Channels.Calendar;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Tests.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Hausmeister.Tests;

/// <summary>What every test of the whole machinery has in common: it is wired as the program wires it. A tracker and channels come besides.</summary>
internal static class HouseParts
{
    public static IServiceCollection AddHouse(this IServiceCollection services, Squad squad, IDocumentStore store, TimeProvider time, Uri address) =>
        services.AddHouse([squad], store, time, address);

    public static IServiceCollection AddHouse(this IServiceCollection services, IReadOnlyList<Squad> squads, IDocumentStore store, TimeProvider time, Uri address) => services
        .AddLogging()
        .AddSingleton(store)
        .AddSingleton(time)
        .AddSquads(squads)
        .AddSingleton<IOpenIssues, OpenIssuesWithinPatience>()
        .AddSingleton<IPipeline>(new ScriptedPipeline())
        .AddSearch()
        .AddSingleton<SecretKey>()
        .AddRotaFeeds(address)
        .AddTurns()
        .AddBot()
        .AddDuties(address);
}
