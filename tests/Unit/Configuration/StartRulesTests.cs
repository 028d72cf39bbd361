using Hausmeister.Bot.Configuration;
using Microsoft.Extensions.Configuration;

namespace Hausmeister.Tests.Configuration;

public class StartRulesTests
{
    private static readonly AppOptions Defaults = new()
    {
        StorageFile = "x.db",
        SquadsFolder = "squads",
        GitHubApiAddress = new Uri("https://api.github.com/"),
        PublicAddress = new Uri("http://localhost:3978"),
    };

    [Theory]
    [InlineData("http://localhost:3978")]
    [InlineData("https://LOCALHOST:3978")]
    [InlineData("http://127.0.0.1:3978")]
    [InlineData("http://127.8.8.8:3978")]
    [InlineData("http://[::1]:3978")]
    public void In_development_on_loopback_the_bot_starts(string url) => StartRules.Check("Development", [url], Defaults, []).ShouldBeEmpty();

    [Fact]
    public void The_servers_default_is_loopback() => StartRules.Check("Development", [], Defaults, []).ShouldBeEmpty();

    [Theory]
    [InlineData("http://0.0.0.0:3978")]
    [InlineData("http://[::]:3978")]
    [InlineData("http://*:3978")]
    [InlineData("http://+:3978")]
    [InlineData("http://10.0.0.7:3978")]
    [InlineData("http://bot.example:3978")]
    [InlineData("http://localhost.evil.example:3978")]
    [InlineData("nonsense")]
    public void Elsewhere_it_refuses_and_says_why(string url) => StartRules.Check("Development", ["http://localhost:1", url], Defaults, []).ShouldBe(
        [$"urls: found \"{url}\", expected a loopback address as \"http://localhost:3978\" until Teams authentication is built"]);

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("")]
    public void Outside_development_it_refuses_and_says_why(string environment) => StartRules.Check(environment, [], Defaults, []).ShouldBe(
        [$"ASPNETCORE_ENVIRONMENT: found \"{environment}\", expected \"Development\" until Teams authentication is built"]);

    [Fact]
    public void A_public_address_means_that_others_reach_it() =>
        StartRules.Check("Development", [], Defaults with { PublicAddress = new Uri("https://bot.example/") }, []).ShouldBe(
            ["PublicAddress: found \"https://bot.example/\", expected a loopback address as \"http://localhost:3978\" until Teams authentication is built"]);

    [Fact]
    public void Outside_development_the_clock_is_real()
    {
        var options = Defaults with { ClockStart = new ClockStart(new NodaTime.LocalDateTime(2026, 11, 27, 16, 29, 50), null) };

        StartRules.Check("Production", [], options, []).ShouldContain("Clock:Start: found a value, expected none outside Development: a bot at work lives in the present");
    }

    [Theory]
    [InlineData("Production", "http://localhost:4001/api/", true)]
    [InlineData("Production", "https://slack.com/api/", false)]
    [InlineData("Development", "http://localhost:4001/api/", false)]
    public void Outside_development_Slack_is_no_stand_in(string environment, string address, bool isRefused)
    {
        var options = Defaults with { Slack = new("8f74", "xoxb-1", ["T1"], new Uri(address)) };

        StartRules.Check(environment, [], options, []).Any(line => line.StartsWith("Slack:ApiAddress: found a loopback address", StringComparison.Ordinal)).ShouldBe(isRefused);
    }

    [Theory]
    [InlineData("urls=http://localhost:1;http://*:2", "http://localhost:1 http://*:2")]
    [InlineData("http_ports=8080;8081|https_ports=8443", "http://*:8080 http://*:8081 https://*:8443")]
    [InlineData("urls=http://localhost:1|http_ports=8080", "http://localhost:1")]
    [InlineData("urls=http://localhost:1|Kestrel:Endpoints:Open:Url=http://*:80", "http://localhost:1 http://*:80")]
    [InlineData("", "")]
    public void Where_it_listens_is_read_as_the_server_reads_it(string settings, string urls)
    {
        var pairs = settings.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=')).ToDictionary(s => s[0], s => (string?)s[1]);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(pairs).Build();

        string.Join(' ', StartRules.ListeningUrls(configuration)).ShouldBe(urls);
    }

    [Fact]
    public void Outside_development_no_recording_is_posted_as_if_it_were_real()
    {
        StartRules.Check("Production", [], Defaults, [SampleSquad.WithDag]).ShouldContain(line => line.StartsWith("Airflow:Address: found nothing"));
        StartRules.Check("Production", [], Defaults, [SampleSquad.DataInfra]).ShouldNotContain(line => line.StartsWith("Airflow:Address"));
        StartRules.Check("Development", [], Defaults, [SampleSquad.WithDag]).ShouldBeEmpty();
    }
}
