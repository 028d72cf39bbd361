using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace BotFramework.Tests.PublicSurface;

/// <summary>The public and protected members of a loaded type, in the form of <see cref="Signature"/>.</summary>
internal static class Surface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Name(Type type) => $"{type.Namespace}.{TypeText(type)}";

    public static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    /// <summary>The base class and the interfaces that the type itself names.</summary>
    public static IEnumerable<string> Bases(Type type)
    {
        if (Kind(type) is "delegate" or "enum")
            return [];
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var own = type.GetInterfaces().Except(inherited).ToArray();
        var named = own.Where(one => !own.Any(other => other != one && other.GetInterfaces().Contains(one)));
        var bases = type is { IsValueType: false, BaseType: { } parent } && parent != typeof(object)
            ? named.Prepend(parent)
            : named;
        return bases.Select(TypeText);
    }

    public static IEnumerable<string> Members(Type type)
    {
        if (Kind(type) == "delegate")
            return [Method(type.GetMethod("Invoke"), "")];
        return type.GetFields(Declared).Where(field => IsVisible(field.Attributes) && !field.IsSpecialName).Select(Field)
            .Concat(type.GetConstructors(Declared).Where(one => IsVisible(one)).Select(Constructor))
            .Concat(type.GetProperties(Declared).Where(IsNewAndVisible).Select(Property))
            .Concat(type.GetMethods(Declared).Where(IsNewAndVisible).Select(method => Method(method, Modifiers(method))));
    }

    private static bool IsVisible(MethodBase method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    private static bool IsVisible(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    // What overrides a base's member adds nothing to the surface.
    private static bool IsNewAndVisible(MethodInfo method) =>
        IsVisible(method)
        && method.GetBaseDefinition() == method
        && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool IsNewAndVisible(PropertyInfo property) =>
        property.GetAccessors(nonPublic: true).Any(accessor => IsVisible(accessor) && accessor.GetBaseDefinition() == accessor);

    private static string Field(FieldInfo field)
    {
        if (!field.IsLiteral)
            return $"{Word("protected", !field.IsPublic)}{Word("static", field.IsStatic)}{TypeText(field.FieldType)} {field.Name}";
        var value = Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture);
        return $"const {field.Name} = {value}";
    }

    // An abstract class's constructor is as good protected as public.
    private static string Constructor(ConstructorInfo constructor) =>
        $"{Word("protected", !constructor.IsPublic && !constructor.DeclaringType.IsAbstract)}ctor({Parameters(constructor)})";

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible).ToArray();
        var widest = Array.Find(accessors, accessor => accessor.IsPublic) ?? accessors[0];
        var texts = new[] { (property.GetMethod, "get; "), (property.SetMethod, "set; ") }
            .Where(one => one.Item1 is not null && accessors.Contains(one.Item1) && one.Item1.IsPublic == widest.IsPublic)
            .Select(one => one.Item2);
        return $"{Modifiers(widest)}{TypeText(property.PropertyType)} {property.Name} {{ {string.Concat(texts)}}}";
    }

    private static string Method(MethodInfo method, string modifiers)
    {
        var name = method.IsGenericMethod
            ? $"{method.Name}<{string.Join(',', method.GetGenericArguments().Select(TypeText))}>"
            : method.Name;
        return $"{modifiers}{TypeText(method.ReturnType)} {name}({Parameters(method)})";
    }

    private static string Modifiers(MethodInfo method) =>
        Word("protected", !method.IsPublic)
        + Word("static", method.IsStatic)
        + Word("abstract", method.IsAbstract && !method.DeclaringType.IsInterface)
        + Word("virtual", method is { IsVirtual: true, IsAbstract: false, IsFinal: false });

    private static string Parameters(MethodBase method)
    {
        var extends = method.IsDefined(typeof(ExtensionAttribute));
        return string.Join(", ", method.GetParameters().Select((parameter, i) => Parameter(parameter, extends && i == 0)));
    }

    private static string Parameter(ParameterInfo parameter, bool isThis)
    {
        var type = parameter.ParameterType;
        var modifier = Word("this", isThis) + Word("out", parameter.IsOut) + Word("ref", type.IsByRef && !parameter.IsOut)
            + Word("params", parameter.IsDefined(typeof(ParamArrayAttribute)));
        var text = $"{modifier}{TypeText(type.IsByRef ? type.GetElementType() : type)} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text} = {DefaultValue(parameter)}" : text;
    }

    private static string DefaultValue(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null or false or 0 or 0u => "default",
        true => "true",
        Enum value => Convert.ToInt64(value, CultureInfo.InvariantCulture) is 0 ? "default" : value.ToString("D"),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string TypeText(Type type)
    {
        if (type.IsArray)
            return TypeText(type.GetElementType()) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return TypeText(value) + "?";
        if (!type.IsGenericType)
            return Signature.Type(type.Name);
        var arguments = string.Join(',', type.GetGenericArguments().Select(TypeText));
        return type.IsAssignableTo(typeof(ITuple)) && type.IsValueType
            ? $"({arguments})"
            : $"{type.Name[..type.Name.IndexOf('`')]}<{arguments}>";
    }

    private static string Word(string word, bool applies) => applies ? word + " " : "";
}
