using System.Net;
using Hausmeister.ApplicationTests.House;

namespace Hausmeister.ApplicationTests;

/// <summary>The calendar feed as a calendar program fetches it, and the picture of the weeks as a chat's client does.</summary>
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

    [Fact]
    public async Task The_picture_of_the_weeks_is_a_png_that_is_asked_for_anew_each_time()
    {
        var picture = await PictureAsync();

        using var answer = await house.Bot.Http.GetAsync(picture);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/png");
        answer.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await answer.Content.ReadAsByteArrayAsync())[..4].ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
    }

    [Theory]
    [InlineData("data-infra.png", "other.png")]
    [InlineData("/calendar/", "/calendar/x")]
    [InlineData("data-infra.png", "data-infra/ana.png")]
    public async Task An_address_opens_nothing_but_its_own_picture(string part, string instead)
    {
        var picture = await PictureAsync();

        using var answer = await house.Bot.Http.GetAsync(picture.Replace(part, instead));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    /// <summary>What one person's calendar opens with is no key to everybody's weeks.</summary>
    [Fact]
    public async Task A_member_s_feed_does_not_open_the_picture()
    {
        var feed = await FeedAsync("ana");

        using var answer = await house.Bot.Http.GetAsync(feed.Replace("/ana.ics", ".png"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<string> PictureAsync() => AddressAsync("clara", "rota picture", "12 weeks");

    private Task<string> FeedAsync(string person) => AddressAsync(person, "rota", "Four weeks");

    private async Task<string> AddressAsync(string person, string command, string reads)
    {
        var window = await ChatWindow.OpenAsync(house.Bot, person);
        await window.SayAsync(command);
        await window.ReadsAsync(reads);
        return (await window.CardsAsync()).SelectMany(card => card["actions"]?.AsArray() ?? []).Select(action => (string?)action!["url"]).OfType<string>().Last();
    }
}
