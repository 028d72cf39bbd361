using System.Diagnostics;
using Hausmeister.Tests;

namespace Hausmeister.ApplicationTests.House;

/// <summary>What a person runs beside the bot.</summary>
internal static class Scripts
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "hausmeister.dll");

    /// <summary>One of <c>scripts/</c>, over the program under test and this bot's data.</summary>
    public static Task<(int ExitCode, string Said)> RunAsync(BotProcess bot, string script, params string[] arguments) =>
        RunAsync("bash", [Path.Combine(Checkout.Root, "scripts", script), .. arguments], new() { ["HAUSMEISTER"] = Program, ["Storage__File"] = bot.DataFile });

    public static Task<(int ExitCode, string Said)> HausmeisterAsync(params string[] arguments) => RunAsync("dotnet", [Program, .. arguments], []);

    public static async Task<(int ExitCode, string Said)> RunAsync(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said).Trim());
    }
}
