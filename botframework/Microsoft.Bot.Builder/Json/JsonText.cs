using System.Collections.Concurrent;
using System.Reflection;

namespace Hausmeister.BotFramework;

/// <summary>
/// Objects that write their own JSON, such as <c>AdaptiveCards.AdaptiveCard</c>: known by their public <c>string ToJson()</c>,
/// because that assembly stands beside this one and neither refers to the other. Looked up once per type.
/// </summary>
internal static class JsonText
{
    private static readonly ConcurrentDictionary<Type, Func<object, string>> Writers = new();

    private static readonly MethodInfo TypedWriter =
        typeof(JsonText).GetMethod(nameof(Call), BindingFlags.NonPublic | BindingFlags.Static);

    /// <summary>The object's own JSON, or null if it does not write any.</summary>
    public static string Of(object value) => Writers.GetOrAdd(value.GetType(), Writer)?.Invoke(value);

    private static Func<object, string> Writer(Type type)
    {
        var method = type.GetMethod("ToJson", BindingFlags.Public | BindingFlags.Instance, Type.EmptyTypes);
        return method?.ReturnType == typeof(string)
            ? (Func<object, string>)TypedWriter.MakeGenericMethod(type).Invoke(null, [method])
            : null;
    }

    private static Func<object, string> Call<T>(MethodInfo method)
    {
        var write = method.CreateDelegate<Func<T, string>>();
        return value => write((T)value);
    }
}
