using System.Diagnostics;
using Hausmeister.KillPoints;
using Microsoft.Extensions.Hosting;

#pragma warning disable CA1050 // The runtime looks for this name outside of any namespace.

/// <summary>Runs before the product's own first line, where <c>DOTNET_STARTUP_HOOKS</c> names this assembly, and decorates the ports once the product has added them.</summary>
internal static class StartupHook
{
    public static void Initialize() => DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(listener =>
    {
        if (listener.Name == "Microsoft.Extensions.Hosting")
            listener.Subscribe(new Observer<KeyValuePair<string, object?>>(Decorate));
    }));

    private static void Decorate(KeyValuePair<string, object?> happening)
    {
        if (happening is { Key: "HostBuilding", Value: IHostBuilder host })
            host.ConfigureServices((_, services) => services.AddKillPoints());
    }

    private sealed class Observer<T>(Action<T> next) : IObserver<T>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(T value) => next(value);
    }
}
