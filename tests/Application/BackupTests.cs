using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary><c>scripts/backup</c> beside a bot at work, and <c>scripts/restore</c>.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hausmeister-backups-").FullName;
    private BotProcess bot = null!;

    private string Backup => Path.Combine(folder, "monday.db");

    public async ValueTask InitializeAsync() => bot = await BotProcess.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_was_said_before_is_there_again_what_came_after_is_not_and_life_goes_on()
    {
        var ana = await ChatWindow.OpenAsync(bot, "ana");
        await CreateIssueAsync(ana, "Brooms broke before", "#1");
        using var enough = new CancellationTokenSource();
        var others = new[] { "bruno", "clara", "davi" }.Select(person => TalkAsync(person, enough.Token)).ToArray();
        var (exitCode, said) = await Scripts.RunAsync(bot, "backup", Backup);
        await enough.CancelAsync();
        await Task.WhenAll(others);
        exitCode.ShouldBe(0, said);
        said.ShouldStartWith($"{Backup} is a backup of {bot.DataFile}.");
        await CreateIssueAsync(ana, "Buckets burst after", "#2");

        (exitCode, said) = await Scripts.RunAsync(bot, "restore", Backup);
        exitCode.ShouldBe(1);
        said.ShouldStartWith($"There was no restore.\n{bot.DataFile} is in use by another Hausmeister. Stop that one first");
        await ana.ReadsAsync("Buckets burst after");

        await bot.StopAsync();
        (exitCode, said) = await Scripts.RunAsync(bot, "restore", Backup);
        exitCode.ShouldBe(0, said);
        said.ShouldStartWith($"{bot.DataFile} is as it was when {Backup} was taken; the replaced file is {bot.DataFile}.replaced-");
        said.ShouldContain("since then is lost");

        await bot.StartAgainAsync();
        var shown = await ana.ShownAsync();
        shown.ShouldContain(text => text.Contains("Brooms broke before"));
        shown.ShouldNotContain(text => text.Contains("Buckets burst after"));
        await CreateIssueAsync(ana, "Mops moved on", "#2");
    }

    [Fact]
    public async Task Of_a_damaged_file_a_backup_makes_a_bot_that_starts()
    {
        var ana = await ChatWindow.OpenAsync(bot, "ana");
        await ana.SayAsync("triage Rugs are rolled up");
        await ana.ReadsAsync("What is it?");
        await Scripts.RunAsync(bot, "backup", Backup);
        await bot.KillAsync();
        await File.WriteAllTextAsync(bot.DataFile, string.Concat(Enumerable.Repeat("damage", 5_000)));
        File.Delete($"{bot.DataFile}-wal");

        (await BotProcess.RefusesAsync(new() { ["Storage:File"] = bot.DataFile })).Last().ShouldContain("scripts/restore <backup>");
        (await Scripts.RunAsync(bot, "restore", Backup)).ExitCode.ShouldBe(0);

        await bot.StartAgainAsync();
        await ana.SayAsync("issue");
        await ana.ReadsAsync("How urgent is it?");
    }

    [Fact]
    public async Task Without_a_file_or_with_a_misspelt_setting_nothing_is_done()
    {
        (await Scripts.RunAsync(bot, "backup")).ShouldBe((2, "Name the file that becomes the backup: scripts/backup <file>"));
        (await Scripts.RunAsync(bot, "restore")).ShouldBe((2, "Name the file with the backup: scripts/restore <file>"));
        (await Scripts.RunAsync(bot, "backup", Backup, "--Storage:Fiel=x.db")).ShouldBe(
            (1, "There was no backup.\nStorage:Fiel: found an unknown key, expected only Storage:File, Storage:Synchronous"));
        File.Exists(Backup).ShouldBeFalse();
    }

    private async Task TalkAsync(string person, CancellationToken enough)
    {
        var window = await ChatWindow.OpenAsync(bot, person);
        for (var n = 0; !enough.IsCancellationRequested; n++)
            (await window.SayAsync(n % 2 == 0 ? $"triage Talk number {n}" : "cancel")).ShouldBeTrue();
    }

    private static async Task CreateIssueAsync(ChatWindow window, string title, string number)
    {
        await window.SayAsync($"p4 {title}");
        await window.TapAsync("triage.create");
        (await window.ReadsAsync(number)).ShouldContain(title);
    }
}
