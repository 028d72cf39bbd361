using Hausmeister.Bot.Configuration;
using Hausmeister.Domain.Squads;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hausmeister.Tests.Configuration;

public class AddConfigurationTests
{
    [Fact]
    public void In_development_the_app_starts_with_the_sample_squad()
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Development", "--urls", "http://localhost:3978"]);

        var options = builder.AddConfiguration();
        using var services = builder.Services.BuildServiceProvider();

        services.GetRequiredService<IReadOnlyList<Squad>>().ShouldHaveSingleItem().Id.ShouldBe("data-infra");
        services.GetRequiredService<AppOptions>().ShouldBeSameAs(options);
        options.PublicAddress.IsLoopback.ShouldBeTrue();
    }

    [Fact]
    public void The_start_is_stopped_by_settings_rules_and_squads_at_once()
    {
        var builder = WebApplication.CreateBuilder(
            ["--environment", "Production", "--urls", "http://*:3978", "--MicrosoftAppId", "bot", "--Squads:Folder", "/nowhere/squads"]);

        var stopped = Should.Throw<ConfigurationException>(() => builder.AddConfiguration());

        stopped.Message.ShouldBe(string.Join('\n', stopped.Problems));
        stopped.Problems.Select(line => line.Split(": found ")[0]).ShouldBe(["MicrosoftAppId", "/nowhere/squads", "ASPNETCORE_ENVIRONMENT", "urls"]);
    }
}
