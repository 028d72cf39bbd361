using System.Reflection;
using NetArchTest.Rules;

namespace Hausmeister.Tests;

/// <summary>
/// Holds the direction of the rooms: domain ← cards ← dialogs ← bot, domain ← integrations ← bot. Looked at are the types that a room's code uses,
/// so that neither a project reference nor a package lets it reach further than it should.
/// </summary>
public class ArchitectureTests
{
    private const string BotBuilder = "Microsoft.Bot";
    private const string AdaptiveCards = "AdaptiveCards";
    private const string Configuration = "Microsoft.Extensions.Configuration";
    private const string Clock = "System.TimeProvider";

    private static readonly Dictionary<string, Assembly> Rooms = new()
    {
        ["domain"] = Assembly.Load("Hausmeister.Domain"),
        ["cards"] = Assembly.Load("Hausmeister.Cards"),
        ["dialogs"] = Assembly.Load("Hausmeister.Dialogs"),
        ["integrations"] = Assembly.Load("Hausmeister.Integrations"),
        ["bot"] = Assembly.Load("hausmeister"),
    };

    /// <summary>What each room must not use: other rooms, frameworks, engines, settings and the clock.</summary>
    public static readonly TheoryData<string, string[]> Forbidden = new()
    {
        {
            "domain",
            [
                "Hausmeister.Cards", "Hausmeister.Dialogs", "Hausmeister.Integrations", "Hausmeister.Bot", AdaptiveCards, BotBuilder,
                "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "System.Net.Http", "Octokit", "Lucene", "Microsoft.Extensions", Clock,
            ]
        },
        {
            "cards",
            [
                "Hausmeister.Dialogs", "Hausmeister.Integrations", "Hausmeister.Bot", BotBuilder,
                "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "System.Net.Http", "Octokit", "Lucene", "Microsoft.Extensions", Clock,
            ]
        },
        {
            "dialogs",
            [
                "Hausmeister.Integrations", "Hausmeister.Bot",
                "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "System.Net.Http", "Octokit", "Lucene", Configuration, Clock,
            ]
        },
        {
            "integrations",
            ["Hausmeister.Cards", "Hausmeister.Dialogs", "Hausmeister.Bot", AdaptiveCards, BotBuilder, "Microsoft.AspNetCore", Configuration]
        },
    };

    /// <summary>The rooms and frameworks that each room may reference; everything else of ours or of Bot Framework is too far.</summary>
    public static readonly TheoryData<string, string[]> References = new()
    {
        { "domain", [] },
        { "cards", ["Hausmeister.Domain", AdaptiveCards] },
        { "dialogs", ["Hausmeister.Domain", "Hausmeister.Cards", AdaptiveCards, BotBuilder] },
        { "integrations", ["Hausmeister.Domain"] },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_room_uses_only_what_it_may(string room, string[] forbidden)
    {
        var result = Types.InAssembly(Rooms[room]).ShouldNot().HaveDependencyOnAny(forbidden).GetResult();

        (result.FailingTypeNames ?? []).ShouldBeEmpty($"{room} must not use any of {string.Join(", ", forbidden)}");
    }

    [Theory]
    [MemberData(nameof(References))]
    public void A_room_is_built_on_the_rooms_below_it(string room, string[] allowed) =>
        Rooms[room].GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => name.StartsWith("Hausmeister", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith(BotBuilder, StringComparison.Ordinal) || name == AdaptiveCards)
            .Where(name => !allowed.Any(a => name == a || name.StartsWith(a + ".", StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Fact]
    public void Every_room_has_its_rules() =>
        Forbidden.Select(row => row.Data.Item1).Append("bot").ShouldBe(Rooms.Keys, ignoreOrder: true);

    /// <summary>The rules above would be worth nothing if the library did not see such uses: it sees them where they are allowed.</summary>
    [Theory]
    [InlineData("integrations", "Microsoft.Data.Sqlite")]
    [InlineData("integrations", "Hausmeister.Domain")]
    [InlineData("bot", Configuration)]
    [InlineData("bot", "Hausmeister.Domain")]
    public void Uses_that_are_allowed_are_seen(string room, string used) =>
        Types.InAssembly(Rooms[room]).That().HaveDependencyOnAny(used).GetTypes().ShouldNotBeEmpty();
}
