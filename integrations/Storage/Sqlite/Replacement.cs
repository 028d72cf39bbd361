using System.Globalization;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>
/// Another file in the data file's place. A log must never meet another file than its own, so this takes several moves; it is decided by one,
/// and whoever holds the file's lock next finishes what a power failure interrupted.
/// </summary>
internal static class Replacement
{
    /// <summary>Where the new file is made. Until it is decided, it means nothing.</summary>
    public static string Draft(string file) => $"{file}.restoring";

    /// <summary>The draft is complete and will take the file's place.</summary>
    public static void Decide(string file) => File.Move(Draft(file), Decided(file));

    /// <summary>Moves the old file and its log aside and the new one in its place. Does nothing where nothing was decided.</summary>
    /// <returns>Where the old file lies now; null: there is none.</returns>
    public static string? Finish(string file)
    {
        var decided = Decided(file);
        if (!File.Exists(decided))
        {
            return null;
        }

        // The time is the new file's, so that it is the same one in a second try.
        var aside = string.Create(CultureInfo.InvariantCulture, $"{file}.replaced-{File.GetLastWriteTimeUtc(decided):yyyyMMdd-HHmmss.fff}");
        MoveIfThere(file, aside);
        MoveIfThere($"{file}-wal", $"{aside}-wal");
        File.Delete($"{file}-shm");
        File.Move(decided, file);
        return File.Exists(aside) ? aside : null;
    }

    private static string Decided(string file) => $"{file}.restored";

    private static void MoveIfThere(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to);
        }
    }
}
