using Microsoft.Extensions.Logging;

namespace Hausmeister.Tests.Dialogs;

/// <summary>Whatever was logged as an error: what a turn or a duty threw ends there.</summary>
internal sealed class LoggedErrors : ILoggerProvider, ILogger
{
    public List<string> Lines { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Lines.Add($"{formatter(state, exception)} {exception?.Message} {exception?.StackTrace?.Split('\n')[0].Trim()}");
    }

    public void Dispose()
    {
    }
}
