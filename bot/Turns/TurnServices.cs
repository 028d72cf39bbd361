using System.Security.Cryptography;
using Hausmeister.Dialogs;
using Hausmeister.Domain.Squads;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace Hausmeister.Bot.Turns;

internal static class TurnServices
{
    /// <summary>How long a turn that met a conflict waits at most before it runs again; longer with each conflict.</summary>
    private const int LongestPauseMilliseconds = 50;

    /// <summary>The squads as <see cref="IReadOnlyList{Squad}"/>, each with what it agreed on in chat.</summary>
    public static IServiceCollection AddSquads(this IServiceCollection services, IReadOnlyList<Squad> configured) => services
        .AddSingleton(new LiveSquads(configured))
        .AddSingleton<IReadOnlyList<Squad>>(provider => provider.GetRequiredService<LiveSquads>());

    /// <summary>Everything that a turn goes through. Needs the document store, the squads and a clock.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<People>()
        .AddSingleton<KeyedLocks>()
        .AddSingleton<LostReplies>()
        .AddSingleton<Delivery>()
        .AddSingleton<OutboxBell>()
        .AddSingleton<TurnMiddleware>()
        .AddSingleton<TurnErrors>()
        .AddSingleton<PauseBefore>(Jitter)
        .AddSingleton<Marks>()
        .AddHostedService(provider => provider.GetRequiredService<Marks>())
        .AddHostedService<Outbox>();

    /// <summary>The bot itself with its dialogs. Needs the search and the tracker.</summary>
    public static IServiceCollection AddBot(this IServiceCollection services) => services
        .AddSingleton<IssueFinder>()
        .AddSingleton<NextThing>()
        .AddSingleton<CommandAnswers>()
        .AddSingleton<TriageOutcomes>()
        .AddSingleton<TriageQuestions>()
        .AddSingleton<TriageDialog>()
        .AddSingleton<GuestDialog>()
        .AddSingleton<RootDialog>()
        .AddSingleton<IStatePropertyAccessor<DialogState>>(provider =>
            new DialogStateAccessor(DialogStateAccessor.IdsOf(provider.GetRequiredService<RootDialog>()).Contains))
        .AddSingleton<CardTaps>()
        .AddSingleton<IBot, HausmeisterBot>();

    private static TimeSpan Jitter(int attempt) => TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(LongestPauseMilliseconds) * (attempt - 1));
}
