using System.Net;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>The calendar feed as a calendar program fetches it.</summary>
public sealed class CalendarFeedTests(ConnectorHouse house) : IClassFixture<ConnectorHouse>
{
    [Fact]
    public async Task The_rota_card_leads_to_one_s_own_shifts_also_after_a_restart()
    {
        var feed = await FeedAsync("bruno");
        await house.Bot.RestartAsync();

        using var answer = await house.Bot.Http.GetAsync(feed);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        var calendar = await answer.Content.ReadAsStringAsync();
        calendar.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        calendar.ShouldContain("SUMMARY:Hausmeister");
        calendar.ShouldContain("DTSTART:20261130T140000Z");
    }

    [Theory]
    [InlineData("ana.ics", "bruno.ics")]
    [InlineData("/data-infra/ana.ics", "/data-infra.ics")]
    [InlineData("data-infra", "other")]
    [InlineData("/data-infra/ana.ics", "/data-infra/nobody.ics")]
    public async Task An_address_opens_nothing_but_its_own_calendar(string part, string instead)
    {
        var feed = await FeedAsync("ana");

        using var answer = await house.Bot.Http.GetAsync(feed.Replace(part, instead));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%F0%9F%92%A1")]
    public async Task Nobody_guesses_an_address(string code)
    {
        using var answer = await house.Bot.Http.GetAsync($"/calendar/{code}/data-infra/ana.ics");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldBeEmpty();
    }

    private async Task<string> FeedAsync(string person)
    {
        var window = await ChatWindow.OpenAsync(house.Bot, person);
        await window.SayAsync("rota");
        await window.ReadsAsync("Four weeks");
        return (await window.CardsAsync()).SelectMany(card => card["actions"]?.AsArray() ?? []).Select(action => (string?)action!["url"]).OfType<string>().Last();
    }
}
