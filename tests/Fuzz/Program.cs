using System.Globalization;
using Hausmeister.Fuzz;

// The same seed makes the same requests; --from repeats from the one that a broken rule names.
var options = new FuzzOptions(Seed: Number("--seed", 1), Requests: Number("--requests", 200_000), From: Number("--from", 0), Sockets: Number("--sockets", 2_000), Log: Text("--log"));
var account = await FuzzRun.RunAsync(options, Console.Out.WriteLine);
Console.WriteLine(account.Print());
return account.Broken.Count == 0 ? 0 : 1;

int Number(string name, int otherwise) => Text(name) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : otherwise;

string? Text(string name)
{
    var at = Array.IndexOf(args, name);
    return at < 0 ? null : args[at + 1];
}
