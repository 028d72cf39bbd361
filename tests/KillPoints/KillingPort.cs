using System.Reflection;

namespace Hausmeister.KillPoints;

/// <summary>A port with a kill point before and after each of its calls.</summary>
/// <typeparam name="T">The port's interface.</typeparam>
public class KillingPort<T> : DispatchProxy
    where T : class
{
    private static readonly MethodInfo Around = typeof(KillingPort<T>).GetMethod(nameof(AroundAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    private T inner = null!;
    private Func<string, string?> pointOf = null!;

    /// <param name="port">What is called at last.</param>
    /// <param name="points">The name of a call's kill points; null: it has none.</param>
    internal void Surround(T port, Func<string, string?> points) => (inner, pointOf) = (port, points);

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (!typeof(Task).IsAssignableFrom(targetMethod!.ReturnType) || pointOf(targetMethod.Name) is not { } point)
            return Call();
        Reaper.Pass($"before {point}");
        var task = (Task)Call()!;
        return targetMethod.ReturnType.IsGenericType
            ? Around.MakeGenericMethod(targetMethod.ReturnType.GetGenericArguments()).Invoke(null, [task, point])
            : DoneAsync(task, point);

        object? Call() => targetMethod!.Invoke(inner, BindingFlags.DoNotWrapExceptions, null, args, null);
    }

    private static async Task<TResult> AroundAsync<TResult>(Task<TResult> call, string point)
    {
        await DoneAsync(call, point);
        return await call;
    }

    private static async Task DoneAsync(Task call, string point)
    {
        await call;
        Reaper.Pass($"after {point}");
    }
}
