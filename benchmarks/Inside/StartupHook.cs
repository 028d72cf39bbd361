using System.Diagnostics;
using Hausmeister.Benchmarks.Inside;
using Microsoft.Extensions.Hosting;

#pragma warning disable CA1050 // The runtime looks for this name outside of any namespace.

/// <summary>
/// The runtime calls this in the measured processes, which know nothing of it (DOTNET_STARTUP_HOOKS): what they allocate and how often they
/// go to the store can only be asked inside.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        _ = UsageSocket.ServeAsync(Environment.GetEnvironmentVariable(UsageSocket.Variable)!);
        DiagnosticListener.AllListeners.Subscribe(new Observer<DiagnosticListener>(listener =>
        {
            if (listener.Name == "Microsoft.Extensions.Hosting")
                listener.Subscribe(new Observer<KeyValuePair<string, object?>>(Count));
        }));
    }

    private static void Count(KeyValuePair<string, object?> happening)
    {
        if (happening is { Key: "HostBuilding", Value: IHostBuilder host })
            host.ConfigureServices((_, services) => services.CountStorage());
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
