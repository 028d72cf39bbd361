using Hausmeister.Domain.Ports;

namespace Hausmeister.Integrations.Storage.Sqlite;

/// <summary>
/// One bot per file: holds <c>file.lock</c> until it is disposed or the process ends, however it ends. The lock file itself stays,
/// because deleting it could take it from somebody who has just opened it.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    /// <exception cref="StorageException">Another process holds the lock.</exception>
    public static FileLock Take(string file)
    {
        try
        {
            return new(new($"{file}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsSharingViolation(e))
        {
            throw new StorageException($"{file} is in use by another Hausmeister. Stop that one first, or give this one a file of its own.", e);
        }
    }

    public void Dispose() => stream.Dispose();

    // EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsSharingViolation(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);
}
