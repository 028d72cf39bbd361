namespace Hausmeister.Tests;

/// <summary>The folder with the sources that the tests were built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Hausmeister.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }
}
