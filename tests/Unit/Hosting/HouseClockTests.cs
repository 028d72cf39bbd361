using System.Net;
using System.Text;
using Hausmeister.Bot.Configuration;
using Hausmeister.Bot.Duties;
using Hausmeister.Bot.Hosting;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using Hausmeister.Tests.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hausmeister.Tests.Hosting;

/// <summary>In Development the clock can be set forward.</summary>
public sealed class HouseClockTests
{
    private readonly InMemoryDocumentStore store = new();
    private readonly HouseClock clock = new(new FakeTimeProvider(SampleSquad.At(2026, 11, 27, 16, 29, 50).ToDateTimeOffset()));

    [Theory]
    [InlineData("""{ "by": "00:30:00" }""", "2026-11-27T16:59:5")]
    [InlineData("""{ "by": "744:00:00" }""", "2026-12-28T16:29:5")]
    [InlineData("""{ "to": "2026-11-27T17:00:00" }""", "2026-11-27T17:00:0")]
    [InlineData("""{ "to": "2026-11-27T17:00:00Z" }""", null)]
    [InlineData("""{ "to": "2026-11-27T21:00:00Z" }""", "2026-11-27T18:00:0")]
    public async Task It_goes_on_from_there(string step, string? now)
    {
        var (status, said) = await PostAsync(step);

        if (now is null)
            status.ShouldBe(HttpStatusCode.BadRequest);
        else
            (status, said).ShouldSatisfyAllConditions(
                () => status.ShouldBe(HttpStatusCode.OK, said),
                () => said.ShouldStartWith($$"""{"now":"{{now}}"""),
                () => said.ShouldEndWith("-03\"}"));
    }

    [Fact]
    public async Task A_restart_goes_on_in_the_new_time()
    {
        await PostAsync("""{ "by": "00:30:00" }""");

        var restarted = new HouseClock(TimeProvider.System);
        var options = new AppOptions { StorageFile = "", SquadsFolder = "", GitHubApiAddress = new("http://localhost"), PublicAddress = new("http://localhost") };
        await new DataCheck(store, restarted, options, [SampleSquad.DataInfra], NullLogger<DataCheck>.Instance).StartingAsync(default);

        restarted.Offset.ShouldBe(clock.Offset);
    }

    [Theory]
    [InlineData("""{ "by": "-00:30:00" }""", "The clock goes forward only")]
    [InlineData("""{ "by": "00:00:00" }""", "The clock goes forward only")]
    [InlineData("""{ "to": "2026-11-27T16:00:00" }""", "The clock goes forward only")]
    [InlineData("""{ "by": "744:00:01" }""", "A step is at most 31 days.")]
    [InlineData("""{ "to": "9998-12-31T23:59:59" }""", "A step is at most 31 days.")]
    [InlineData("""{ "to": "9999-12-31T23:59:59" }""", "to: found")]
    [InlineData("""{ "by": "half an hour" }""", "by: found \"half an hour\", expected hours, minutes and seconds as \"00:30:00\".")]
    [InlineData("""{ "by": "99999999999999999999:00:00" }""", "by: found")]
    [InlineData("""{ "to": "five" }""", "to: found \"five\", expected a date and time")]
    [InlineData("""{ "by": "00:30:00", "to": "2026-11-27T17:00:00" }""", "Say one of the two")]
    [InlineData("{}", "Say one of the two")]
    [InlineData("""{ "by": 30 }""", "That is no JSON object")]
    [InlineData("null", "That is no JSON object")]
    [InlineData("[]", "That is no JSON object")]
    [InlineData("", "That is no JSON object")]
    public async Task A_step_that_cannot_be_is_refused_in_plain_words_and_changes_nothing(string step, string words)
    {
        var before = clock.Offset;

        var (status, said) = await PostAsync(step);

        status.ShouldBe(HttpStatusCode.BadRequest, said);
        said.ShouldStartWith(words);
        clock.Offset.ShouldBe(before);
        store.Commits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_set_it() =>
        (await PostAsync("""{ "by": "00:30:00" }""", type: "text/plain")).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task Outside_of_Development_there_is_no_such_command() =>
        (await PostAsync("""{ "by": "00:30:00" }""", environment: "Production")).Status.ShouldBe(HttpStatusCode.NotFound);

    private async Task<(HttpStatusCode Status, string Said)> PostAsync(string body, string type = "application/json", string environment = "Development")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IDocumentStore>(store).AddSingleton(clock).AddSingleton<DutyBell>().AddSingleton<ClockSteps>()
            .AddSingleton<IReadOnlyList<Squad>>([SampleSquad.DataInfra]);
        await using var app = builder.Build();
        app.MapClock();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var answer = await client.PostAsync("/development/clock", new StringContent(body, Encoding.UTF8, type));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
