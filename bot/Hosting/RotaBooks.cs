using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Hosting;

/// <summary>Reads what the squads agreed on before anything is served.</summary>
internal sealed class RotaBooks(IDocumentStore store, LiveSquads squads) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => squads.LoadAsync(store, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
