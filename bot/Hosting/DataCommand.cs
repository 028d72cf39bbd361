using Hausmeister.Bot.Configuration;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Storage.Sqlite;

namespace Hausmeister.Bot.Hosting;

/// <summary>What the program does with its data instead of running: <c>backup FILE</c> or <c>restore FILE</c>, with the bot's own settings behind.</summary>
internal sealed class DataCommand
{
    private const string Backup = "backup";
    private const string Restore = "restore";

    private readonly string word;
    private readonly string file;
    private readonly string[] settings;

    private DataCommand(string word, string file, string[] settings) => (this.word, this.file, this.settings) = (word, file, settings);

    /// <returns>Null: the arguments are settings only, and the bot is to run.</returns>
    /// <exception cref="ConfigurationException">It is no command that there is.</exception>
    public static DataCommand? In(string[] args) => args switch
    {
        [] => null,
        [['-' or '/', ..], ..] => null,
        [var setting, ..] when setting.Contains('=', StringComparison.Ordinal) => null,
        [Backup or Restore, not ['-', ..], ..] => new DataCommand(args[0], Path.GetFullPath(args[1]), args[2..]),
        _ => throw new ConfigurationException([$"the command: found \"{args[0]}\", expected \"{Backup} <file>\", \"{Restore} <file>\" or none"]),
    };

    /// <returns>The exit code.</returns>
    public int Run()
    {
        try
        {
            Console.WriteLine(word == Backup ? TakeBackup(Options()) : RestoreBackup(Options()));
            return 0;
        }
        catch (Exception e) when (e is StorageException or ConfigurationException)
        {
            Console.Error.WriteLine($"There was no {word}.");
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private string TakeBackup(SqliteStoreOptions options)
    {
        SqliteBackup.Take(options, file);
        return $"{file} is a backup of {options.File}. It was checked. Keep it on another disk, and as safe as the file itself.";
    }

    private string RestoreBackup(SqliteStoreOptions options) =>
        $"""
        {options.File} is as it was when {file} was taken{(SqliteRestore.Run(options, file) is { } replaced ? $"; the replaced file is {replaced}" : "")}.
        Whatever was said, decided and promised since then is lost, and issues of the embedded tracker with it. Issues on GitHub stay, but Hausmeister knows those since then no more.
        """;

    /// <summary>As the bot reads them: with a misspelt one it would be another file.</summary>
    private SqliteStoreOptions Options()
    {
        var builder = WebApplication.CreateBuilder(settings);
        var problems = new Problems();
        var options = AppOptionsReader.Read(builder.Configuration, builder.Environment.ContentRootPath, problems);
        problems.ThrowIfAny();
        return new SqliteStoreOptions(options.StorageFile);
    }
}
