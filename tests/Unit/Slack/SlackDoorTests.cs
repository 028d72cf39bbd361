using System.Globalization;
using System.Text;
using Hausmeister.Bot.Channels.Slack;
using Hausmeister.Bot.Hosting;
using Hausmeister.Bot.Turns;
using Hausmeister.Domain.Documents;

namespace Hausmeister.Tests.Slack;

/// <summary>Who is let in, and how whoever is not is answered.</summary>
public sealed class SlackDoorTests
{
    private const string Who = """{"type":"event_callback","team_id":"T0TEAM","event":{"type":"message","channel":"D0ANA","user":"U0ANA","text":"who","ts":"1764162000.1"}}""";

    [Theory]
    [InlineData("wrong", 0, "v0=00")]
    [InlineData("missing", 0, null)]
    [InlineData("stale", -301, "right")]
    [InlineData("from the future", 301, "right")]
    public async Task What_Slack_did_not_sign_just_now_is_answered_401_and_does_nothing(string what, int age, string? signature)
    {
        await using var house = await SlackHouse.OpenAsync();
        var timestamp = (house.Real.GetUtcNow().ToUnixTimeSeconds() + age).ToString(CultureInfo.InvariantCulture);

        var sent = signature == "right" ? SlackSignature.Of(SlackHouse.Secret, timestamp, Encoding.UTF8.GetBytes(Who)) : signature;
        var answered = await house.PostAsync("events", Who, timestamp, sent);
        await house.PostAsync("events", Who, timestamp, sent);
        await house.PumpAsync();

        answered.ShouldBe(new Answered(401, "This does not come from Slack, or it is too old."), what);
        house.Slack.Posts.ShouldBeEmpty();
        house.Log.Lines.ShouldBe(["Warning: A request to Slack's door was not signed by Slack, or is too old; the next minute's are not told"]);
    }

    [Theory]
    [InlineData("events", "", 400)]
    [InlineData("events", "{", 400)]
    [InlineData("events", "null", 400)]
    [InlineData("events", "[]", 400)]
    [InlineData("events", """{"type":7}""", 400)]
    [InlineData("events", "{}", 200)]
    [InlineData("events", """{"type":"app_rate_limited","team_id":"T0TEAM"}""", 200)]
    [InlineData("events", """{"type":"event_callback","team_id":"T0TEAM"}""", 200)]
    [InlineData("events", """{"type":"event_callback","team_id":"T0TEAM","event":{"type":"channel_rename","channel":{"id":"C1"}}}""", 200)]
    [InlineData("events", """{"type":"event_callback","team_id":"T0TEAM","event":{"type":"message","channel":{"id":"C1"}}}""", 400)]
    [InlineData("events", """{"type":"event_callback","team_id":"T0TEAM","event":{"type":"message","user":"U0ANA","channel":"D0ANA","ts":"../1","text":"who"}}""", 400)]
    [InlineData("events", """{"type":"event_callback","team_id":"T0TEAM","event":{"type":"message","user":"U0ANA","channel":"D0/ANA","ts":"1.2","text":"who"}}""", 400)]
    [InlineData("events", """{"type":"event_callback","team_id":"T0TEAM","event":{"type":"message","user":"U0ANA","channel":"D0ANA","ts":"1.2","text":"\ud800"}}""", 400)]
    [InlineData("events", """{"type":"event_callback","team_id":"T0TEAM","event":{"type":"\ud800"}}""", 400)]
    [InlineData("events", """{"type":"event_callback","team_id":"T0OTHER","event":{"type":"message"}}""", 403)]
    [InlineData("events", """{"type":"event_callback","event":{"type":"message"}}""", 403)]
    [InlineData("interactivity", "", 400)]
    [InlineData("interactivity", "payload=", 400)]
    [InlineData("interactivity", "payload={", 400)]
    [InlineData("interactivity", "payload=null", 400)]
    [InlineData("interactivity", """payload={"type":"shortcut","team":{"id":"T0OTHER"}}""", 403)]
    [InlineData("interactivity", """payload={"type":"block_actions"}""", 403)]
    [InlineData("interactivity", """payload={"type":"block_actions","team":{"id":"T0OTHER"}}""", 403)]
    [InlineData("interactivity", """payload={"type":"block_actions","team":{"id":"T0TEAM"}}""", 400)]
    [InlineData("interactivity", """payload={"type":"block_actions","team":{"id":"T0TEAM"},"user":{"id":"U0ANA"}}""", 200)]
    [InlineData("interactivity", """payload={"type":"block_actions","team":{"id":"T0TEAM"},"user":{"id":"U0ANA"},"actions":[null]}""", 200)]
    [InlineData("interactivity", """payload={"type":"block_actions","team":{"id":"T0TEAM"},"user":{"id":"U0ANA"},"actions":[{"type":"button","action_id":"open.0","value":"x"}]}""", 200)]
    [InlineData("interactivity", """payload={"type":"block_actions","team":{"id":"T0TEAM"},"user":{"id":"U0ANA"},"actions":[{"type":"static_select","action_id":"member"}]}""", 200)]
    [InlineData("interactivity", """payload={"type":"block_actions","team":{"id":"T0TEAM"},"user":{"id":"U0ANA"},"actions":[{"type":"button","action_id":"x.0","value":"x"}]}""", 400)]
    [InlineData("interactivity", """payload={"type":"block_actions","team":{"id":"T0TEAM"},"user":{"id":"U0ANA"},"actions":[{"type":"button","action_id":"x.0","action_ts":"1.2","value":"{}"}]}""", 400)]
    [InlineData("interactivity", """payload={"type":"view_submission","team":{"id":"T0TEAM"},"user":{"id":"U0ANA"},"view":{"id":"V1","callback_id":"x","private_metadata":"x"}}""", 400)]
    [InlineData("interactivity", """payload={"type":"view_submission","team":{"id":"T0TEAM"},"user":{"id":"U0ANA"},"view":{"id":"V1","callback_id":"x","private_metadata":"{\"verb\":\"x\"}"}}""", 400)]
    public async Task What_is_signed_is_answered_by_what_it_is(string door, string body, int status)
    {
        await using var house = await SlackHouse.OpenAsync();

        (await house.PostAsync(door, body)).Status.ShouldBe(status);

        house.Slack.Posts.ShouldBeEmpty();
        house.Log.Lines.ShouldAllBe(line => line.Contains("Slack:Teams", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_answered_413()
    {
        await using var house = await SlackHouse.OpenAsync();

        (await house.PostAsync("events", new string(' ', Limits.BodyBytes + 1))).Status.ShouldBe(413);
    }

    [Fact]
    public async Task The_address_is_confirmed_when_the_app_is_set_up()
    {
        await using var house = await SlackHouse.OpenAsync();

        (await house.PostAsync("events", """{"type":"url_verification","challenge":"3eZbrw1a"}""")).ShouldBe(new Answered(200, """{"challenge":"3eZbrw1a"}"""));
    }

    [Fact]
    public async Task A_message_that_comes_again_runs_once()
    {
        await using var house = await SlackHouse.OpenAsync();

        for (var time = 0; time < 3; time++)
            (await house.PostAsync("events", Who)).Status.ShouldBe(200);

        house.Slack.Posts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Slack_is_answered_at_the_commit_and_not_when_the_reply_is_there()
    {
        await using var house = await SlackHouse.OpenAsync();
        var timestamp = house.Real.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        var answered = await house.PostAsync("events", Who, timestamp, SlackSignature.Of(SlackHouse.Secret, timestamp, Encoding.UTF8.GetBytes(Who)));

        answered.ShouldBe(new Answered(200, ""));
        house.Slack.Posts.ShouldBeEmpty();
        await house.PumpAsync();
        house.Slack.Posts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_settings_there_is_nothing_of_Slack()
    {
        await using var house = await SlackHouse.OpenAsync(isInSlack: false);

        Should.Throw<InvalidOperationException>(() => house.Get<SlackDoor>());
    }
}
