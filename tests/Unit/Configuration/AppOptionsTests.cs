using Hausmeister.Bot.Configuration;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Storage.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Hausmeister.Tests.Configuration;

public class AppOptionsTests
{
    [Fact]
    public void Nothing_needs_to_be_configured()
    {
        var (options, problems) = Read();

        problems.ShouldBeEmpty();
        options.StorageFile.ShouldBe(Path.Combine("/app", "data", "hausmeister.db"));
        options.SquadsFolder.ShouldBe(Path.Combine(AppContext.BaseDirectory, "squads"));
        options.GitHubApiAddress.ShouldBe(new Uri("https://api.github.com/"));
        options.PublicAddress.ShouldBe(new Uri("http://localhost:3978"));
        (options.GitHubToken, options.Airflow, options.Slack, options.ClockStart, options.MicrosoftAppId).ShouldBe((null, null, null, null, null));
    }

    [Fact]
    public void Configured_paths_are_relative_to_the_content_root()
    {
        var (options, _) = Read(("Storage:File", "x.db"), ("Squads:Folder", "../teams"));

        options.StorageFile.ShouldBe(Path.Combine("/app", "x.db"));
        options.SquadsFolder.ShouldBe(Path.Combine("/app", "../teams"));
    }

    [Theory]
    [InlineData("", Synchronous.Full)]
    [InlineData("FULL", Synchronous.Full)]
    [InlineData("NORMAL", Synchronous.Normal)]
    public void Every_commit_waits_for_the_disk_unless_somebody_says_otherwise(string value, Synchronous expected) =>
        Read(("Storage:Synchronous", value)).Options.StorageSynchronous.ShouldBe(expected);

    [Theory]
    [InlineData("http://localhost:4000", "http://localhost:4000")]
    [InlineData("http://localhost:4000;http://127.0.0.1:4001", "http://localhost:4000")]
    [InlineData("http://127.0.0.1:0", "http://localhost:3978")]
    [InlineData("http://*:4000", "http://localhost:3978")]
    public void Links_lead_to_where_the_bot_listens(string urls, string address) => Read(("urls", urls)).Options.PublicAddress.ShouldBe(new Uri(address));

    [Theory]
    [InlineData("PublicAddress", "localhost:3978", "PublicAddress: found \"localhost:3978\", expected an absolute http or https address")]
    [InlineData("GitHub:ApiAddress", "api.github.com", "GitHub:ApiAddress: found \"api.github.com\", expected an absolute http or https address")]
    [InlineData("GitHub:Token", "gh p", "GitHub:Token: found 4 characters (not shown), expected letters, digits and underscores")]
    [InlineData("GitHub:Tokn", "x", "GitHub:Tokn: found an unknown key, expected only GitHub:Token, GitHub:ApiAddress")]
    [InlineData("Storage:Synchronous", "OFF", "Storage:Synchronous: found \"OFF\", expected \"FULL\" or \"NORMAL\"")]
    [InlineData("MicrosoftAppId", "bot", "MicrosoftAppId: found \"bot\", expected a GUID")]
    [InlineData("Clock:Start", "Friday", "Clock:Start: found \"Friday\", expected a date and time as \"2026-11-27T16:29:50\", with an offset as \"-03:00\" or \"Z\" or in the first squad's zone")]
    public void A_wrong_setting_is_told_with_its_key(string key, string value, string line) => Read((key, value)).Problems.ShouldBe([line]);

    [Fact]
    public void An_Airflow_has_an_address_and_credentials() =>
        Read(("Airflow:Address", "https://airflow.example/here"), ("Airflow:Username", "hausmeister"), ("Airflow:Password", "p w"), ("Airflow:Version", "2")).ShouldSatisfyAllConditions(
            read => read.Problems.ShouldBeEmpty(),
            read => read.Options.Airflow.ShouldBe(new AirflowSettings(new("https://airflow.example/here"), "hausmeister", "p w", null, AirflowVersion.Two)));

    [Theory]
    [InlineData("", null)]
    [InlineData("2", AirflowVersion.Two)]
    [InlineData("3", AirflowVersion.Three)]
    public void An_Airflow_is_asked_for_its_version_unless_somebody_says_it(string version, AirflowVersion? expected) =>
        Read(("Airflow:Address", "http://localhost:8080"), ("Airflow:Token", "eyJ.x-y_z"), ("Airflow:Version", version)).Options.Airflow.ShouldBe(
            new AirflowSettings(new("http://localhost:8080"), null, null, "eyJ.x-y_z", expected));

    [Theory]
    [InlineData("Airflow:Address=here", "Airflow:Address: found 4 characters (not shown), expected an absolute http or https address, with neither credentials nor a query in it")]
    [InlineData("Airflow:Address=https://a:b@airflow.example", "Airflow:Address: found 27 characters (not shown), expected an absolute http or https address, with neither credentials nor a query in it")]
    [InlineData("Airflow:Username=u", "Airflow:Password: found nothing, expected the password of Airflow:Username", "Airflow:Address: found nothing, expected an address for what else is set of Airflow")]
    [InlineData("Airflow:Address=http://a Airflow:Password=p", "Airflow:Username: found nothing, expected the user name of Airflow:Password")]
    [InlineData("Airflow:Address=http://a Airflow:Username=u Airflow:Password=p Airflow:Token=t", "Airflow:Token: found a token beside a user name or a password, expected either the one or the other")]
    [InlineData("Airflow:Address=http://a Airflow:Token=t\u00e4", "Airflow:Token: found 2 characters (not shown), expected ASCII characters without blanks")]
    [InlineData("Airflow:Token=t", "Airflow:Address: found nothing, expected an address for what else is set of Airflow")]
    [InlineData("Airflow:Address=http://a Airflow:Version=1", "Airflow:Version: found \"1\", expected \"2\" or \"3\"")]
    [InlineData("Airflow:Adress=http://a", "Airflow:Adress: found an unknown key, expected only Airflow:Address, Airflow:Username, Airflow:Password, Airflow:Token, Airflow:Version")]
    public void What_does_not_make_an_Airflow_is_told_with_its_key(string settings, params string[] lines) =>
        Read([.. settings.Split(' ').Select(s => s.Split('=', 2)).Select(s => (s[0], s[1]))]).Problems.ShouldBe(lines);

    [Theory]
    [InlineData("", "https://slack.com/api/")]
    [InlineData("http://localhost:4001/api/", "http://localhost:4001/api/")]
    public void A_Slack_has_a_secret_a_token_and_workspaces(string address, string expected)
    {
        var (options, problems) = Read(("Slack:SigningSecret", "8f74"), ("Slack:BotToken", "xoxb-1"), ("Slack:Teams", "T024BE7LD  E0ORG"), ("Slack:ApiAddress", address));

        problems.ShouldBeEmpty();
        var slack = options.Slack.ShouldNotBeNull();
        (slack.SigningSecret, slack.BotToken, slack.ApiAddress).ShouldBe(("8f74", "xoxb-1", new Uri(expected)));
        slack.Teams.ShouldBe(["T024BE7LD", "E0ORG"]);
        slack.ToString().ShouldBe($"SlackSettings {{ Teams = T024BE7LD E0ORG, ApiAddress = {expected} }}");
    }

    [Theory]
    [InlineData("Slack:BotToken=xoxb", "Slack:SigningSecret: found nothing, expected it for events over HTTP, or Slack:AppToken for Socket Mode, or both", "Slack:Teams: found nothing, expected a value beside what else is set of Slack")]
    [InlineData("Slack:SigningSecret=s Slack:Teams=T1", "Slack:BotToken: found nothing, expected a value beside what else is set of Slack")]
    [InlineData("Slack:SigningSecret=s Slack:BotToken=\u00e4 Slack:Teams=T1", "Slack:BotToken: found 1 characters (not shown), expected ASCII characters without blanks")]
    [InlineData("Slack:SigningSecret=s Slack:BotToken=x Slack:Teams=acme", "Slack:Teams: found \"acme\", expected ids of workspaces as \"T024BE7LD\", separated by spaces")]
    [InlineData("Slack:SigningSecret=s Slack:BotToken=x Slack:Teams=T1 Slack:ApiAddress=http://a/api", "Slack:ApiAddress: found \"http://a/api\", expected an absolute http or https address, that ends with a slash, with neither credentials nor a query in it")]
    [InlineData("Slack:AppToken=xapp-1 Slack:Teams=T1", "Slack:BotToken: found nothing, expected a value beside what else is set of Slack")]
    [InlineData("Slack:AppToken=xoxb-1 Slack:BotToken=x Slack:Teams=T1", "Slack:AppToken: found 6 characters (not shown), expected ASCII characters without blanks, that begin with xapp-: an app-level token with the scope connections:write")]
    [InlineData("Slack:Team=T1", "Slack:Team: found an unknown key, expected only Slack:SigningSecret, Slack:AppToken, Slack:BotToken, Slack:Teams, Slack:ApiAddress")]
    public void What_does_not_make_a_Slack_is_told_with_its_key(string settings, params string[] lines) =>
        Read([.. settings.Split(' ').Select(s => s.Split('=', 2)).Select(s => (s[0], s[1]))]).Problems.ShouldBe(lines);

    [Theory]
    [InlineData("", null)]
    [InlineData("8f74", "8f74")]
    public void A_token_of_the_app_stands_instead_of_the_secret_or_beside_it(string secret, string? expected)
    {
        var (options, problems) = Read(("Slack:SigningSecret", secret), ("Slack:AppToken", "xapp-1-A1"), ("Slack:BotToken", "xoxb-1"), ("Slack:Teams", "T024BE7LD"));

        problems.ShouldBeEmpty();
        var slack = options.Slack.ShouldNotBeNull();
        (slack.AppToken, slack.SigningSecret).ShouldBe(("xapp-1-A1", expected));
        slack.ToString().ShouldNotContain("xapp");
    }

    [Fact]
    public void All_wrong_settings_are_told_at_once() =>
        Read(("PublicAddress", "x"), ("GitHub:ApiAddress", "y"), ("Clock:Start", "z")).Problems.Count.ShouldBe(3);

    [Theory]
    [InlineData("GitHub", "Token", "GitHub__Token")]
    [InlineData("Airflow", "Token", "Airflow__Token")]
    [InlineData("Airflow", "Password", "Airflow__Password")]
    [InlineData("Slack", "SigningSecret", "Slack__SigningSecret")]
    [InlineData("Slack", "BotToken", "Slack__BotToken")]
    public void A_secret_in_a_file_is_refused_and_not_shown(string section, string key, string variable)
    {
        var directory = Directory.CreateTempSubdirectory("hausmeister-");
        try
        {
            File.WriteAllText(Path.Combine(directory.FullName, "appsettings.json"), $$$"""{ "{{{section}}}": { "{{{key}}}": "ghp_secret" } }""");
            var configuration = new ConfigurationBuilder().SetBasePath(directory.FullName).AddJsonFile("appsettings.json").Build();
            var problems = new Problems();

            AppOptionsReader.Read(configuration, "/app", problems);

            problems.Lines.ShouldContain($"appsettings.json: {section}:{key}: found a secret in a file, expected it in user secrets or in the environment ({variable})");
            problems.Lines.ShouldAllBe(line => !line.Contains("ghp_secret", StringComparison.Ordinal));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_log_of_the_options_has_no_token() => Read(("GitHub:Token", "ghp_secret")).Options.ToString().ShouldNotContain("ghp_secret");

    [Theory]
    [InlineData("2026-11-27T16:29:50", "2026-11-27T19:29:50Z")]
    [InlineData("2026-11-27T16:29:50+01:00", "2026-11-27T15:29:50Z")]
    [InlineData("2026-11-27T16:29:50Z", "2026-11-27T16:29:50Z")]
    public void The_clock_starts_at_an_instant_or_at_a_local_time_of_the_first_squad(string configured, string instant) =>
        Read(("Clock:Start", configured)).Options.ClockStart!.In(SampleSquad.SaoPaulo).ShouldBe(
            NodaTime.Text.InstantPattern.General.Parse(instant).Value);

    private static (AppOptions Options, IReadOnlyList<string> Problems) Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value)))
            .Build();
        var problems = new Problems();
        return (AppOptionsReader.Read(configuration, "/app", problems), problems.Lines);
    }
}
