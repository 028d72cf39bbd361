using System.Text.Json;

namespace Hausmeister.ApplicationTests.House;

/// <summary>Who and what there is in the Playground's Teams: the sample squad's members by their Entra ids, two guests, and the squad's rooms.</summary>
internal static class PlaygroundConfig
{
    public const string BotId = "28:hausmeister";
    public const string Mention = "<at>Hausmeister</at>";
    public const string GroupChat = "19:lunch@thread.v2";
    public const string Guild = "19:guild@thread.tacv2";
    public const string Help = "19:help@thread.tacv2";
    public const string Announcements = "19:announcements@thread.tacv2";

    private static readonly string[] People = ["ana", "bruno", "clara", "davi", "eve", "felix"];

    public static string UserId(string person) => $"29:{person}";

    public static string PersonalChat(string person) => $"a:{person}";

    /// <summary>The configuration of a Playground in which this person sits. Its YAML may be JSON.</summary>
    /// <param name="channel">The team's channel beside the guild's; a Playground has one.</param>
    public static string For(string person, string channel) => JsonSerializer.Serialize(new
    {
        version = "0.1.1",
        tenantId = "6f0a4a0e-0000-4000-8000-0000000000ff",
        bot = new { id = BotId, name = "Hausmeister" },
        currentUser = User(person),
        users = People.Where(other => other != person).Select(User),
        personalChat = new { id = PersonalChat(person) },
        groupChat = new { id = GroupChat, name = "Lunch" },
        team = new { id = Guild, name = "Data", aadGroupId = "6f0a4a0e-0000-4000-8000-0000000000fe", channels = new[] { new { id = channel, name = channel == Help ? "Help" : "Announcements" } } },
    });

    private static object User(string person) => new
    {
        id = UserId(person),
        name = char.ToUpperInvariant(person[0]) + person[1..],
        userPrincipleName = $"{person}@example.com",
        aadObjectId = $"6f0a4a0e-0000-4000-8000-{Array.IndexOf(People, person) + 1:D12}",
        givenName = person,
        surname = "Example",
        email = $"{person}@example.com",
    };
}
