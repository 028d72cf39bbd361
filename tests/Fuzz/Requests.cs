using System.Text;
using System.Text.Json.Nodes;

namespace Hausmeister.Fuzz;

/// <summary>Request after request out of a seed: each only of its number, so that any can be made again.</summary>
internal sealed class Requests(int seed, string serviceUrl, IReadOnlyList<string> conversations)
{
    private const string Json = "application/json";

    private static readonly string?[] Types =
    [
        null, "", "text/plain", "application/json; charset=utf-16", "application/json; charset=okapi", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/problem+json",
        "APPLICATION/JSON", "application/json;;;", "*/*", "okapi",
    ];

    private static readonly string[] Methods = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "OKAPI", "POST"];

    private static readonly string[] Marks = ["", "0", "1", "5", "-1", "99999999999999999999", "okapi", "%00", "1e3", "%ff"];

    public FuzzRequest Of(int number)
    {
        var random = new Random(HashCode(seed, number));
        return random.Next(10) switch
        {
            < 5 => Posted(random, number, "/api/messages", null, Shapes.Activity(random, serviceUrl, number)),
            < 8 => PostedBy(random, number, random.Next(conversations.Count)),
            _ => Call(random, number),
        };
    }

    private FuzzRequest PostedBy(Random random, int number, int person) =>
        Posted(random, number, $"/v3/directline/conversations/{conversations[person]}/activities", person, Shapes.Post(random, number));

    private FuzzRequest Posted(Random random, int number, string path, int? person, JsonObject honest)
    {
        var body = Encoding.UTF8.GetBytes(Grammar.Spoil(random, honest));
        if (random.Next(4) == 0)
            body = Noise.Spoil(random, body);
        var (type, length) = ((string?)Json, (int?)null);
        switch (random.Next(40))
        {
            case 0 or 1:
                type = Types[random.Next(Types.Length)];
                break;
            case 2:
                length = random.Next(body.Length + 1);
                break;
            case 3:
                length = body.Length + random.Next(1, 1_000_000);
                break;
        }

        return new FuzzRequest(number, random.Next(100) == 0 ? Methods[random.Next(Methods.Length)] : "POST", path, random.Next(50) == 0 ? null : person, type, body, length);
    }

    /// <summary>Everything that has no body, or should have none.</summary>
    private FuzzRequest Call(Random random, int number)
    {
        var person = random.Next(conversations.Count);
        var conversation = $"/v3/directline/conversations/{(random.Next(10) == 0 ? "okapi" : conversations[person])}";
        var mark = Marks[random.Next(Marks.Length)];
        var (method, path) = random.Next(9) switch
        {
            0 => ("GET", $"{conversation}/activities?watermark={mark}"),
            1 => ("GET", $"{conversation}?watermark={mark}"),
            2 => ("GET", $"{conversation}/stream?watermark={mark}&t=okapi"),
            3 => ("POST", "/v3/directline/conversations"),
            4 => ("POST", "/v3/directline/tokens/refresh"),
            5 => ("GET", $"/api/chat/me?as={mark}"),
            6 => ("GET", $"/issues/nubank/itaipu/{mark}"),
            7 => ("GET", $"/assets/{mark}/page.js"),
            _ => ("GET", $"/{new string('o', random.Next(1, 3_000))}?{mark}"),
        };
        return new FuzzRequest(number, random.Next(20) == 0 ? Methods[random.Next(Methods.Length)] : method, path, random.Next(10) == 0 ? null : person, null, [], null);
    }

    /// <summary>The same in every process, unlike .NET's own.</summary>
    private static int HashCode(int seed, int number) => unchecked((seed * 16_777_619) ^ (number * (int)2_654_435_761));
}
