using System.Net;
using Hausmeister.ApplicationTests.House;
using Microsoft.Data.Sqlite;

namespace Hausmeister.ApplicationTests;

/// <summary>What the built bot says about itself: that it is ready, that it is not, and why it does not start.</summary>
public sealed class StartTests(SharedHouse shared) : IClassFixture<SharedHouse>
{
    [Fact]
    public async Task Ready_is_a_line_for_the_storage_and_one_for_the_tracker()
    {
        await using var bot = await BotProcess.StartAsync();
        (await bot.Http.GetStringAsync("/readyz")).ShouldBe("storage: ok\nthe embedded tracker, for data-infra: ok\n");
        (await bot.Http.GetStringAsync("/healthz")).ShouldBe("Healthy");
    }

    [Theory]
    [InlineData(Fault.None, HttpStatusCode.OK, "ok")]
    [InlineData(Fault.Unauthorized, HttpStatusCode.ServiceUnavailable, "401")]
    [InlineData(Fault.NotFound, HttpStatusCode.ServiceUnavailable, "404")]
    [InlineData(Fault.ServerError, HttpStatusCode.ServiceUnavailable, "502")]
    [InlineData(Fault.NotJson, HttpStatusCode.ServiceUnavailable, "not as GitHub does")]
    [InlineData(Fault.Slow, HttpStatusCode.ServiceUnavailable, "no answer within 5 seconds")]
    public async Task Ready_says_what_is_the_matter_with_GitHub(Fault fault, HttpStatusCode status, string words)
    {
        var house = shared.House;
        house.Door.Fault = fault;
        using var answer = await house.Bot.Http.GetAsync("/readyz");
        house.Door.Fault = Fault.None;
        answer.StatusCode.ShouldBe(status);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldBe("storage: ok");
        lines[1].ShouldStartWith("GitHub, for data-infra: ");
        lines[1].ShouldContain(words);
        (await house.Bot.Http.GetStringAsync("/healthz")).ShouldBe("Healthy");
    }

    [Theory]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Production")]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://0.0.0.0:5000")]
    [InlineData("PublicAddress", "https://bot.example")]
    public async Task It_starts_in_Development_on_loopback_only_and_says_why(string setting, string value)
    {
        var said = await BotProcess.RefusesAsync(new() { [setting] = value });
        said.Length.ShouldBe(2);
        said[0].ShouldBe("Hausmeister does not start.");
        said[1].ShouldContain(value);
        said[1].ShouldContain("until Teams authentication is built");
    }

    [Fact]
    public async Task A_wrong_configuration_is_one_line_for_each_problem()
    {
        var folder = Directory.CreateTempSubdirectory("squads").FullName;
        var sample = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "squads", "data-infra.json"));
        await File.WriteAllTextAsync(Path.Combine(folder, "data-infra.json"), sample
            .Replace("America/Sao_Paulo", "Sao Paulo", StringComparison.Ordinal)
            .Replace("Friday 17:00", "Fryday 17:00", StringComparison.Ordinal));

        var said = await BotProcess.RefusesAsync(new() { ["Squads:Folder"] = folder, ["PublicAddress"] = "here", ["GitHub:ApiAddress"] = "there" });

        said[0].ShouldBe("Hausmeister does not start.");
        said.Length.ShouldBe(5, string.Join('\n', said));
        said.ShouldContain(line => line.Contains("data-infra.json: $.timeZone") && line.Contains("\"Sao Paulo\"") && line.Contains("expected"));
        said.ShouldContain(line => line.Contains("data-infra.json: $.rota.weekend.starts") && line.Contains("\"Fryday 17:00\"") && line.Contains("expected"));
        said.ShouldContain(line => line.StartsWith("PublicAddress") && line.Contains("\"here\""));
        said.ShouldContain(line => line.StartsWith("GitHub:ApiAddress") && line.Contains("\"there\""));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_data_file_that_cannot_be_is_told_in_plain_words()
    {
        var said = await BotProcess.RefusesAsync(new() { ["Storage:File"] = "/dev/null/hausmeister.db" });
        said.Length.ShouldBe(2, string.Join('\n', said));
        said[1].ShouldContain("/dev/null/hausmeister.db");
    }

    [Fact]
    public async Task A_second_bot_on_the_same_file_says_so_and_the_first_goes_on()
    {
        await using var first = await BotProcess.StartAsync();

        var said = await BotProcess.RefusesAsync(new() { ["Storage:File"] = first.DataFile });

        said.ShouldBe(["Hausmeister does not start.", $"{first.DataFile} is in use by another Hausmeister. Stop that one first, or give this one a file of its own."]);
        (await first.Http.GetStringAsync("/readyz")).ShouldStartWith("storage: ok");
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "written by a newer Hausmeister; this one knows versions up to 1. Start the newer program, or give this one another file.")]
    [InlineData("PRAGMA user_version = 0", "It is as it was: start the Hausmeister that wrote it, and report this.")]
    [InlineData("PRAGMA application_id = 7", "is the database of another program. Give Hausmeister a file of its own.")]
    public async Task A_file_of_another_version_or_another_program_is_told_with_what_to_do(string change, string ending)
    {
        await using var bot = await BotProcess.StartAsync();
        await bot.StopAsync();
        await using (var connection = new SqliteConnection($"Data Source={bot.DataFile};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            await command.ExecuteNonQueryAsync();
        }

        var said = await BotProcess.RefusesAsync(new() { ["Storage:File"] = bot.DataFile });

        said.Length.ShouldBe(2, string.Join('\n', said));
        said[1].ShouldStartWith(bot.DataFile);
        said[1].ShouldEndWith(ending);
    }

    [Fact]
    public async Task A_damaged_file_is_told_with_the_command_that_restores()
    {
        await using var bot = await BotProcess.StartAsync();
        await bot.StopAsync();
        await using (var file = File.OpenWrite(bot.DataFile))
        {
            file.Position = file.Length / 2;
            file.Write(Enumerable.Repeat((byte)0xFF, (int)file.Length / 2).ToArray());
        }

        var said = await BotProcess.RefusesAsync(new() { ["Storage:File"] = bot.DataFile });

        said.Length.ShouldBe(2, string.Join('\n', said));
        said[1].ShouldStartWith($"{bot.DataFile} is damaged");
        said[1].ShouldContain("scripts/restore <backup>");
    }

    [Fact]
    public async Task A_word_that_is_no_command_starts_no_bot()
    {
        var (exitCode, said) = await Scripts.HausmeisterAsync("bakcup", "x");
        exitCode.ShouldBe(1);
        said.ShouldEndWith("the command: found \"bakcup\", expected \"backup <file>\", \"restore <file>\" or none");
    }
}
