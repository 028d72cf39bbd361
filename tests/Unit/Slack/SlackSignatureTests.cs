using System.Globalization;
using System.Text;
using Hausmeister.Bot.Channels.Slack;

namespace Hausmeister.Tests.Slack;

public sealed class SlackSignatureTests
{
    // Slack's own example: docs.slack.dev/authentication/verifying-requests-from-slack.
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const long Sent = 1_531_420_618;
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void Slacks_own_example_is_genuine_for_five_minutes(int later, bool genuine) => IsGenuine(Sent.ToString(CultureInfo.InvariantCulture), Signature, later).ShouldBe(genuine);

    [Theory]
    [InlineData(null, Signature)]
    [InlineData("", Signature)]
    [InlineData("soon", Signature)]
    [InlineData("-1531420618", Signature)]
    [InlineData("1531420619", Signature)]
    [InlineData("1531420618", null)]
    [InlineData("1531420618", "")]
    [InlineData("1531420618", "v0=")]
    [InlineData("1531420618", "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("1531420618", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b504")]
    [InlineData("9223372036854775807", Signature)]
    public void Anything_else_is_not(string? timestamp, string? signature) => IsGenuine(timestamp, signature, 0).ShouldBeFalse();

    [Fact]
    public void Neither_is_another_body_nor_another_secret()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(Sent);
        SlackSignature.IsGenuine(Secret, "1531420618", Signature, Encoding.UTF8.GetBytes(Body + "x"), now).ShouldBeFalse();
        SlackSignature.IsGenuine(Secret + "x", "1531420618", Signature, Encoding.UTF8.GetBytes(Body), now).ShouldBeFalse();
    }

    private static bool IsGenuine(string? timestamp, string? signature, int later) =>
        SlackSignature.IsGenuine(Secret, timestamp, signature, Encoding.UTF8.GetBytes(Body), DateTimeOffset.FromUnixTimeSeconds(Sent + later));
}
