using Hausmeister.Bot.Configuration;
using Hausmeister.Domain.Documents;
using Hausmeister.Domain.Ports;

namespace Hausmeister.Bot.Hosting;

/// <summary>What stops the start and is the reader's to mend is told in plain lines, without a stack trace.</summary>
internal static class StartProblems
{
    private const int ExitCode = 1;

    public static void TellPlainly() => AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
    {
        if (unhandled.ExceptionObject is not (ConfigurationException or StorageException or NewerDocumentException))
            return;
        Console.Error.WriteLine("Hausmeister does not start.");
        Console.Error.WriteLine(((Exception)unhandled.ExceptionObject).Message);
        Environment.Exit(ExitCode);
    };
}
