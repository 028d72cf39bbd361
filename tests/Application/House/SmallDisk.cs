namespace Hausmeister.ApplicationTests.House;

/// <summary>A disk of a few megabytes in memory, which can be full and can be made read-only. Only root may mount it; others skip the test.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hausmeister-disk-").FullName;

    private SmallDisk()
    {
    }

    public string DataFile => Path.Combine(folder, "hausmeister.db");

    private string Filler => Path.Combine(folder, "filler");

    public static async Task<SmallDisk> MountAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Only root may mount a disk.");
        var disk = new SmallDisk();
        var (exitCode, said) = await Scripts.RunAsync("mount", ["-t", "tmpfs", "-o", "size=8m", "hausmeister", disk.folder], []);
        Assert.SkipWhen(exitCode != 0, $"No disk can be mounted here: {said}");
        return disk;
    }

    /// <summary>Somebody else's file takes all the room.</summary>
    public void Fill()
    {
        using var file = File.Create(Filler, bufferSize: 0);
        try
        {
            while (true)
                file.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public Task MakeReadOnlyAsync() => Scripts.RunAsync("mount", ["-o", "remount,ro", folder], []);

    public async ValueTask DisposeAsync()
    {
        await Scripts.RunAsync("umount", [folder], []);
        Directory.Delete(folder);
    }
}
