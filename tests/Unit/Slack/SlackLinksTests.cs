using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Documents;
using Case = Hausmeister.Domain.Cases.Case;

namespace Hausmeister.Tests.Slack;

/// <summary>What a turn in Slack knows of the message that it is about.</summary>
public sealed class SlackLinksTests
{
    private const string Ts = "1764241200.000100";
    private const string Link = "https://acme.slack.test/archives/C0XRWDYQ2/p1764241200000100";

    [Theory]
    [InlineData(null, Link)]
    [InlineData(Ts, Link)]
    [InlineData("1764241000.000500", $"{Link}?thread_ts=1764241000.000500&cid=C0XRWDYQ2")]
    public void A_message_has_an_address(string? thread, string link) =>
        SlackLinks.Message(new Uri("https://acme.slack.test/"), SlackHouse.Help, thread, Ts).AbsoluteUri.ShouldBe(link);

    [Fact]
    public async Task A_case_knows_the_message_in_a_channel_that_it_came_with()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ts = await house.Person("ana", SlackHouse.Help).SayAsync("<@U0BOT> triage The ledger is empty");
        var ana = house.Person("ana");
        await ana.SayAsync("issue");
        await ana.SayAsync("P3");
        await ana.SayAsync("create");

        (await OnlyCaseAsync(house)).Origin.ShouldBe(new Origin(
            Keys.Place("slack", $"{SlackHouse.Help};{ts}"), new Uri($"{FakeSlack.Url}archives/{SlackHouse.Help}/p{ts.Replace(".", "", StringComparison.Ordinal)}")));
    }

    [Fact]
    public async Task In_a_direct_message_there_is_none()
    {
        await using var house = await SlackHouse.OpenAsync();
        var ana = house.Person("ana");
        foreach (var words in new[] { "triage The ledger is empty", "issue", "P3", "create" })
            await ana.SayAsync(words);

        (await OnlyCaseAsync(house)).Origin.ShouldBeNull();
    }

    private static async Task<Case> OnlyCaseAsync(SlackHouse house) =>
        (await new CaseDesk(new Work(house.Store), new Moment(house.Squad, house.Now)).OpenAsync(CancellationToken.None)).ShouldHaveSingleItem();
}
