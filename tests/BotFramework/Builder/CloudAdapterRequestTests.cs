using System.Text;

namespace BotFramework.Tests.Builder;

/// <summary>What is not an activity is refused with a reason, and never reaches the bot.</summary>
public class CloudAdapterRequestTests
{
    private const string Hello = """{"type":"message","text":"hi","serviceUrl":"https://service/"}""";

    private readonly CloudAdapterFixture _fixture = new();

    [Fact]
    public async Task An_activity_is_a_turn_and_answered_200()
    {
        var answer = await _fixture.PostAsync(Hello);

        answer.ShouldBe(new(200, null, "", 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":"message" """)]
    [InlineData("""{"type":"message"} {"type":"message"}""")]
    [InlineData("""{"type":"message","from":4}""")]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""")]
    [InlineData("""{"type":"message","text":"\ud83d"}""")]
    [InlineData("""{"type":"message","serviceUrl":"urn:botframework:stream"}""")]
    [InlineData("""{"type":"message","serviceUrl":"nowhere"}""")]
    [InlineData("""{"type":"message","value":-1e400}""")]
    public async Task What_is_not_an_activity_is_a_400_with_a_reason(string body)
    {
        var answer = await _fixture.PostAsync(body);

        answer.Status.ShouldBe(400);
        answer.ContentType.ShouldBe("text/plain; charset=utf-8");
        answer.Text.ShouldNotBeNullOrWhiteSpace();
        answer.Turns.ShouldBe(0);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_400()
    {
        byte[] body = [.. "{\"type\":\"message\",\"text\":\""u8, 0xFF, 0xFE, .. "\"}"u8];

        (await _fixture.PostAsync(body)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Json_that_is_too_deep_is_a_400()
    {
        var body = $$"""{"type":"message","value":{{new string('[', 10_000)}}""";

        (await _fixture.PostAsync(body)).Status.ShouldBe(400);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_beyond_256_KB_is_a_413_whether_it_says_its_length_or_not(bool saysItsLength)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('x', 256 * 1024)}}"}""");

        var answer = await _fixture.PostAsync(body, change: request => request.ContentLength = saysItsLength ? body.Length : null);

        answer.Status.ShouldBe(413);
        answer.Text.ShouldContain("262144");
        answer.Turns.ShouldBe(0);
    }

    [Fact]
    public async Task A_large_body_within_the_limit_is_a_turn()
    {
        var body = $$"""{"type":"message","value":"{{new string('x', (256 * 1024) - 100)}}"}""";

        (await _fixture.PostAsync(body)).Turns.ShouldBe(1);
    }

    [Theory]
    [InlineData(50_000, 1)]
    [InlineData(50_001, 0)]
    public async Task A_text_is_as_long_as_somebody_can_write(int length, int turns) =>
        (await _fixture.PostAsync($$"""{"type":"message","text":"{{new string('x', length)}}"}""")).Turns.ShouldBe(turns);

    [Theory]
    [InlineData("text/plain")]
    [InlineData(null)]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_content_type_is_a_415(string contentType)
    {
        var answer = await _fixture.PostAsync(Hello, change: request => request.ContentType = contentType);

        (answer.Status, answer.Turns).ShouldBe((415, 0));
        answer.Text.ShouldContain("application/json");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    public async Task Another_method_is_a_405_without_a_word(string method)
    {
        var answer = await _fixture.PostAsync(Hello, change: request => request.Method = method);

        answer.ShouldBe(new(405, null, "", 0));
    }

    [Fact]
    public async Task A_token_that_nobody_can_check_is_a_401()
    {
        var answer = await _fixture.PostAsync(Hello, change: request => request.Headers.Authorization = "Bearer x.y.z");

        (answer.Status, answer.Turns).ShouldBe((401, 0));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer x.y.z")]
    public async Task With_an_app_id_nobody_gets_in_before_tokens_are_checked(string token)
    {
        var answer = await new CloudAdapterFixture("app-id").PostAsync(Hello, change: request => request.Headers.Authorization = token);

        (answer.Status, answer.Turns).ShouldBe((401, 0));
    }
}
