using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Hausmeister.Tests.Cards;

/// <summary>A script of ours that asks a published library for browsers or Node what it thinks of what we make.</summary>
internal static class Peer
{
    /// <param name="script">Beside the tests of the cards.</param>
    /// <returns>A line for each complaint.</returns>
    public static async Task<string> ComplaintsAsync(string script, JsonArray made)
    {
        var peers = Path.Combine(Checkout.Root, "tests", "peers");
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Checkout.Root, "tests", "Unit", "Cards", script), peers])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(made.ToJsonString());
        node.StandardInput.Close();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0, await errors);
        return await output;
    }
}
