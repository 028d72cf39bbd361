namespace Hausmeister.Tests;

/// <summary>How long a test waits for what another task, process or program does. Only what fails waits for so long, and a busy machine is slow, not wrong.</summary>
internal static class Waiting
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);
}
