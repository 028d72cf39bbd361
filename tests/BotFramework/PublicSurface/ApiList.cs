using System.Globalization;
using System.Text.RegularExpressions;

namespace BotFramework.Tests.PublicSurface;

/// <summary>
/// Reads <c>botframework-api.txt</c>: a namespace per heading, a type per line, its members indented beneath it. A line that
/// is none of these is an error, so that nothing is skipped in silence.
/// </summary>
internal sealed partial class ApiList
{
    private readonly Dictionary<string, ListedType> _types = [];
    private readonly Dictionary<string, string> _constants = [];

    public static ApiList Read(string path)
    {
        var lines = File.ReadAllLines(path).SkipWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).ToArray();
        var list = new ApiList();
        list.ReadConstants(lines);
        list.ReadTypes(lines);
        return list;
    }

    /// <summary>By full name, with type parameters as they are written: <c>Microsoft.Bot.Builder.ITurnContext&lt;T&gt;</c>.</summary>
    public IReadOnlyDictionary<string, ListedType> Types => _types;

    // Defaults of parameters refer to constants and enums, so these are known first.
    private void ReadConstants(string[] lines)
    {
        var type = "";
        foreach (var line in lines)
        {
            if (TypeLine().Match(line) is { Success: true } head)
                type = head.Groups["head"].Value.Split(' ', ':')[0];
            else if (ConstLine().Match(line) is { Success: true } constant)
                _constants[$"{type}.{constant.Groups["name"].Value}"] = constant.Groups["value"].Value.Trim();
        }
    }

    private void ReadTypes(string[] lines)
    {
        var space = "";
        ListedType type = null;
        foreach (var line in lines.Where(line => line.Trim().Length > 0))
        {
            if (line.StartsWith("## namespace ", StringComparison.Ordinal))
                space = line["## namespace ".Length..].Trim();
            else if (TypeLine().Match(line) is { Success: true } head)
                type = Add(space, head.Groups["kind"].Value, head.Groups["head"].Value);
            else if (line.StartsWith("    ", StringComparison.Ordinal) && type is not null)
                type.Members.UnionWith(Members(Comment().Replace(line, "").Trim(), type.Kind));
            else
                throw new FormatException($"Not a line of the list: {line}");
        }
    }

    private ListedType Add(string space, string kind, string head)
    {
        if (kind == "delegate")
            return AddDelegate(space, head);
        var parts = Constraint().Replace(head, "").Split(" : ", 2);
        var bases = parts.Length == 1 ? [] : Signature.Split(parts[1]).Select(Signature.Type).ToHashSet();
        return _types[$"{space}.{Signature.Type(parts[0])}"] = new ListedType(kind, bases, new HashSet<string>());
    }

    private ListedType AddDelegate(string space, string head)
    {
        var method = MethodLine().Match(head);
        var invoke = $"{Signature.Type(method.Groups["type"].Value)} Invoke({Parameters(method)})";
        return _types[$"{space}.{Signature.Type(method.Groups["name"].Value)}"] =
            new ListedType("delegate", new HashSet<string>(), new HashSet<string> { invoke });
    }

    private IEnumerable<string> Members(string line, string kind)
    {
        if (ConstLine().Match("    " + line) is { Success: true } constant)
            return [$"const {constant.Groups["name"].Value} = {constant.Groups["value"].Value.Trim().Trim('"')}"];
        if (kind == "enum")
            return line.Split(',').Select((name, value) => string.Create(CultureInfo.InvariantCulture, $"const {name.Trim()} = {value}"));
        var text = Constraint().Replace(line, "");
        var modifiers = Modifiers(ref text);
        return [modifiers + Member(text)];
    }

    private string Member(string text)
    {
        if (PropertyLine().Match(text) is { Success: true } property)
            return $"{Signature.Type(property.Groups["type"].Value)} {property.Groups["name"].Value} {{ {property.Groups["accessors"].Value.Trim()} }}";
        if (OperatorLine().Match(text) is { Success: true } conversion)
            return $"{Signature.Type(conversion.Groups["type"].Value)} op_Implicit({Parameters(conversion)})";
        if (ConstructorLine().Match(text) is { Success: true } constructor)
            return $"ctor({Parameters(constructor)})";
        if (MethodLine().Match(text) is { Success: true } method)
            return $"{Signature.Type(method.Groups["type"].Value)} {Signature.Type(method.Groups["name"].Value)}({Parameters(method)})";
        if (FieldLine().Match(text) is { Success: true } field)
            return $"{Signature.Type(field.Groups["type"].Value)} {field.Groups["name"].Value}";
        throw new FormatException($"Not a member: {text}");
    }

    private string Parameters(Match match) =>
        string.Join(", ", Signature.Split(match.Groups["parameters"].Value).Select(Parameter));

    private string Parameter(string text)
    {
        var parts = text.Split('=', 2);
        var declaration = parts[0].Trim();
        var name = declaration[(declaration.LastIndexOf(' ') + 1)..];
        var type = declaration[..^name.Length].Trim();
        var modifier = ParameterModifier().Match(type).Value;
        var plain = $"{modifier}{Signature.Type(type[modifier.Length..])} {name}";
        return parts.Length == 1 ? plain : $"{plain} = {Signature.Default(parts[1], _constants)}";
    }

    private static string Modifiers(ref string text)
    {
        var found = new HashSet<string>();
        while (ModifierWord().Match(text) is { Success: true } modifier)
        {
            found.Add(modifier.Groups["word"].Value);
            text = text[modifier.Length..];
        }

        return string.Concat(
            new[] { "protected", "static", "abstract", "virtual" }.Where(found.Contains).Select(word => word + " "));
    }

    [GeneratedRegex(@"^(?<kind>(?:abstract |static |sealed )?class|interface|enum|struct|delegate) (?<head>.+)$")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^    const [\w.]+ (?<name>\w+) = (?<value>.+)$")]
    private static partial Regex ConstLine();

    [GeneratedRegex(@"^(?<type>.+) (?<name>\w+) \{(?<accessors>[^}]+)\}$")]
    private static partial Regex PropertyLine();

    [GeneratedRegex(@"^implicit operator (?<type>[^(]+)\((?<parameters>.*)\)$")]
    private static partial Regex OperatorLine();

    [GeneratedRegex(@"^\w+(?:<\w+>)?\((?<parameters>.*)\)$")]
    private static partial Regex ConstructorLine();

    [GeneratedRegex(@"^(?<type>.+?) (?<name>\w+(?:<[\w, ]+>)?)\((?<parameters>.*)\)$")]
    private static partial Regex MethodLine();

    [GeneratedRegex(@"^(?<type>[^(){}]+) (?<name>\w+)$")]
    private static partial Regex FieldLine();

    [GeneratedRegex(@"^(?<word>public|protected|internal|static|abstract|virtual|override|readonly|sealed|new|async) ")]
    private static partial Regex ModifierWord();

    [GeneratedRegex(@"^(?:this |out |ref |params )?")]
    private static partial Regex ParameterModifier();

    [GeneratedRegex(@"\s+where \w+ : .+$")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\s{3}// .*$")]
    private static partial Regex Comment();
}
