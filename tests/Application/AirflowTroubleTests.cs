using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>A real Airflow is configured, and gives nothing: the built bot says why, posts nothing, and goes on.</summary>
public sealed class AirflowTroubleTests
{
    private const string Password = "s3cret-of-this-test";

    [Fact]
    public async Task Away_it_is_asked_again_each_minute_nothing_is_posted_and_the_one_on_duty_is_told_why()
    {
        await using var airflow = new SilentAirflow();
        await using var bot = await StartAsync(airflow);
        var ana = await ChatWindow.OpenAsync(bot, "ana");
        await NotReadAsync(bot, 1);
        await ana.SayAsync("dag");
        (await ana.ReadsAsync("Airflow not seen since 08:58")).ShouldContain($"Airflow cannot be reached: {airflow.Address.Authority} refuses the connection.");

        for (var minute = 0; minute < 5; minute++)
        {
            var before = NotRead(bot);
            await bot.ClockToAsync($"2026-11-26T09:0{minute}:30");
            await NotReadAsync(bot, before + 1);
        }
        (await ana.ReadsAsync("I ask again each minute.")).ShouldContain("Nothing is posted until it answers.");
        (await ana.MessagesAsync("announcements")).ShouldBeEmpty();
        (await bot.Http.GetStringAsync("/healthz")).ShouldBe("Healthy");
    }

    [Fact]
    public async Task A_page_to_sign_in_and_a_wrong_password_are_told_apart_and_no_secret_is_in_the_log()
    {
        await using var airflow = new SilentAirflow();
        await airflow.OpenAsync(SilentAirflow.ShowPageAsync);
        await using var bot = await StartAsync(airflow);
        var ana = await ChatWindow.OpenAsync(bot, "ana");
        await NotReadAsync(bot, 1);
        await ana.SayAsync("dag");
        await ana.ReadsAsync("answers with a page where Airflow writes JSON. Check Airflow:Address, and whether a proxy asks for a sign-in.");

        await airflow.OpenAsync(SilentAirflow.RefuseAsync);
        await bot.ClockToAsync("2026-11-26T08:59:30");
        await ana.ReadsAsync("Airflow refuses the user name or the password (401). Check Airflow:Username and Airflow:Password.");
        (await bot.StopAsync()).ShouldBe(0, bot.Log);
        bot.Log.ShouldContain("Airflow refuses the user name or the password (401)");
        bot.Log.ShouldNotContain(Password);
    }

    private static Task<BotProcess> StartAsync(SilentAirflow airflow) => BotProcess.StartAsync(new()
    {
        ["Clock:Start"] = "2026-11-26T08:58:00-03:00",
        ["Squads:Folder"] = SquadFiles.Sample,
        ["Airflow:Address"] = airflow.Address.ToString(),
        ["Airflow:Username"] = "hausmeister",
        ["Airflow:Password"] = Password,
        ["Logging:LogLevel:Hausmeister.Bot.Duties.PipelineReadings"] = "Debug",
    });

    private static Task NotReadAsync(BotProcess bot, int times) => Eventually.TrueAsync(() => Task.FromResult(NotRead(bot) >= times), () => bot.Log);

    /// <summary>The log has a line for each try, of this morning and of the one before.</summary>
    private static int NotRead(BotProcess bot) => bot.Lines.Count(line => line.Contains("The nightly run of data-infra") && line.Contains("not read"));
}
