namespace Hausmeister.Tests.Turns;

/// <summary>Waits for what another task brings about, with a deadline.</summary>
internal static class Eventually
{
    public static async Task IsTrueAsync(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(Waiting.Longest);
        while (!await condition())
            await Task.Delay(10, deadline.Token);
    }
}
