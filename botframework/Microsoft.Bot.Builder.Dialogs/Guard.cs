using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Builder.Dialogs;

internal static class Guard
{
    /// <summary>A parameter of type object swallows a cancellation token passed one place too early; it must not end up in the stored state.</summary>
    public static void NotToken(object value, [CallerArgumentExpression(nameof(value))] string name = null)
    {
        if (value is CancellationToken)
            throw new ArgumentException($"{name} cannot be a cancellation token", name);
    }
}
