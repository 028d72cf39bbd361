using System.Text.RegularExpressions;
using Hausmeister.Cards;
using Hausmeister.Dialogs;

namespace Hausmeister.Tests.Cards;

/// <summary>A button that nobody listens to is worse than none.</summary>
public sealed partial class VerbTests
{
    private static readonly string[] Listeners = ["bot/Turns", "dialogs"];

    public static TheoryData<string, string> All() => [.. Constants().Select(v => (v.Name, v.Value))];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_verb_has_a_handler(string name, string verb) =>
        (Command.Parse(verb) is not null || Handled().Contains(name)).ShouldBeTrue($"Nothing in {string.Join(" or ", Listeners)} handles Verbs.{name}.");

    [Fact]
    public void No_two_buttons_share_a_verb() => Constants().Select(v => v.Value).ShouldBeUnique();

    private static IEnumerable<(string Name, string Value)> Constants() =>
        from verbs in typeof(Verbs).GetNestedTypes()
        from field in verbs.GetFields()
        where field.Name != "Prefix"
        select ($"{verbs.Name}.{field.Name}", (string)field.GetRawConstantValue()!);

    /// <summary>Constants leave no trace in the assemblies, so the sources are read.</summary>
    private static HashSet<string> Handled() =>
    [
        .. from folder in Listeners
           from file in Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*.cs", SearchOption.AllDirectories)
           from Match match in Mention().Matches(File.ReadAllText(file))
           select match.Groups[1].Value,
    ];

    [GeneratedRegex(@"\bVerbs\.(\w+\.\w+)\b")]
    private static partial Regex Mention();
}
