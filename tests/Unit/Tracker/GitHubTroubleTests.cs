using System.Net;
using System.Net.Sockets;
using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Tracker;

/// <summary>What people are told when GitHub does not do it, and that nothing is ever sent twice blindly. Bodies and headers are GitHub's.</summary>
public sealed class GitHubTroubleTests
{
    private const string Html = "<!DOCTYPE html><title>Unicorn!</title>";

    private static readonly IssueSettings Issues = new("nubank/itaipu", ["bug"], new Dictionary<Priority, string>(), "undecided");
    private static readonly NewIssue AnIssue = new("my_sales is stale", "body", ["bug"], null);

    private static Instant Now => ScriptedGitHub.Now;

    public static TheoryData<int, string, TrackerTrouble, string> Refusals => new()
    {
        {
            401, """{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}""",
            TrackerTrouble.Unauthorized, "GitHub refuses the token (401). Set a new one: GitHub:Token."
        },
        {
            403, """{"message":"Resource not accessible by personal access token","documentation_url":"https://docs.github.com/rest/issues/issues#create-an-issue","status":"403"}""",
            TrackerTrouble.Forbidden, "GitHub does not let the token do this in nubank/itaipu (403): Resource not accessible by personal access token."
        },
        {
            404, """{"message":"Not Found","documentation_url":"https://docs.github.com/rest/issues/issues#create-an-issue","status":"404"}""",
            TrackerTrouble.NotFound, "GitHub does not know nubank/itaipu, or the token may not see it (404)."
        },
        {
            410, """{"message":"Issues has been disabled in this repository.","documentation_url":"https://docs.github.com/v3/issues/","status":"410"}""",
            TrackerTrouble.Rejected, "GitHub refuses it (410): Issues has been disabled in this repository."
        },
        {
            422, """{"message":"Validation Failed","errors":[{"resource":"Issue","code":"custom","field":"title","message":"title is too long (maximum is 256 characters)"}],"documentation_url":"https://docs.github.com/rest/issues/issues#create-an-issue"}""",
            TrackerTrouble.Rejected, "GitHub refuses it (422): Validation Failed: title is too long (maximum is 256 characters)."
        },
        {
            422, """{"message":"Validation Failed","errors":[{"resource":"Label","code":"invalid","field":"color"}],"documentation_url":"https://docs.github.com/rest/reference/issues#create-a-label"}""",
            TrackerTrouble.Rejected, "GitHub refuses it (422): Validation Failed: color invalid."
        },
        { 500, "", TrackerTrouble.Unavailable, "GitHub has trouble of its own (500)." },
        { 502, """{"message":"Server Error"}""", TrackerTrouble.Unavailable, "GitHub has trouble of its own (502)." },
        { 503, Html, TrackerTrouble.Unavailable, "GitHub has trouble of its own (503)." },
        { 418, "{}", TrackerTrouble.Unavailable, "GitHub answers with status 418, which was not expected." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Every_refusal_is_told_in_one_sentence_and_was_asked_for_once(int status, string body, TrackerTrouble trouble, string sentence)
    {
        var gitHub = ScriptedGitHub.Always(status, body);

        var failure = await CreateFailsAsync(gitHub);

        failure.Trouble.ShouldBe(trouble);
        failure.Message.ShouldBe(sentence);
        failure.RetryAt.ShouldBeNull();
    }

    public static TheoryData<int, string, string, string, int> Pauses => new()
    {
        { 403, "API rate limit exceeded for user ID 1.", "x-ratelimit-remaining: 0, x-ratelimit-reset: 1795696020, Date: Thu, 26 Nov 2026 12:00:00 GMT", "27 minutes", 1620 },
        { 403, "API rate limit exceeded for user ID 1.", "x-ratelimit-remaining: 0, x-ratelimit-reset: 1795696020, Date: Thu, 26 Nov 2026 12:26:00 GMT", "a minute", 60 },
        { 403, "API rate limit exceeded for user ID 1.", "x-ratelimit-remaining: 0, x-ratelimit-reset: 1507651200000", "a minute", 60 },
        { 403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", "Retry-After: 120", "2 minutes", 120 },
        { 403, "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", "x-ratelimit-remaining: 4999, x-ratelimit-reset: 1795696020", "a minute", 60 },
        { 429, "Too many requests", "Retry-After: 30", "a minute", 30 },
        { 429, "Too many requests", "Retry-After: Thu, 26 Nov 2026 12:05:00 GMT, Date: Thu, 26 Nov 2026 12:00:00 GMT", "5 minutes", 300 },
        { 429, "Too many requests", "", "a minute", 60 },
    };

    [Theory]
    [MemberData(nameof(Pauses))]
    public async Task A_rate_limit_says_when_it_ends(int status, string message, string headers, string wait, int seconds)
    {
        var gitHub = ScriptedGitHub.Always(status, $$"""{"message":"{{message}}","documentation_url":"https://docs.github.com/rest"}""", headers: Headers(headers));

        var failure = await CreateFailsAsync(gitHub);

        failure.Trouble.ShouldBe(TrackerTrouble.RateLimited);
        failure.Message.ShouldBe($"GitHub asks for a pause ({status}): too many requests. It goes on in {wait}.");
        failure.RetryAt.ShouldBe(Now + Duration.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_rate_limit_is_told_and_not_waited_for_when_reading()
    {
        var gitHub = ScriptedGitHub.Always(429, """{"message":"Too many requests"}""", headers: ("Retry-After", "30"));

        (await Should.ThrowAsync<TrackerException>(() => gitHub.Tracker().ListOpenAsync(Issues, 10, default))).Trouble.ShouldBe(TrackerTrouble.RateLimited);

        gitHub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_in_maintenance_says_when_to_come_back() =>
        (await CreateFailsAsync(ScriptedGitHub.Always(503, "", headers: ("Retry-After", "90")))).RetryAt.ShouldBe(Now + Duration.FromSeconds(90));

    [Theory]
    [InlineData(Html, "text/html; charset=utf-8", "api.github.com answers, but not as GitHub does. Check GitHub's address and the proxy.")]
    [InlineData("", "application/json", "api.github.com answers, but not as GitHub does. Check GitHub's address and the proxy.")]
    [InlineData("{\"number\":", "application/json", "GitHub's answer cannot be read.")]
    [InlineData("[]", "application/json", "GitHub's answer cannot be read.")]
    [InlineData("{}", "application/json", "GitHub's answer cannot be read.")]
    public async Task A_success_that_is_not_GitHubs_JSON_is_no_success(string body, string type, string sentence)
    {
        var failure = await CreateFailsAsync(ScriptedGitHub.Always(201, body, type));

        failure.Trouble.ShouldBe(TrackerTrouble.Unavailable);
        failure.Message.ShouldBe(sentence);
    }

    [Theory]
    [InlineData(Html, "text/html")]
    [InlineData("", "application/json")]
    [InlineData("[{", "application/json")]
    public async Task A_list_that_cannot_be_read_is_not_an_empty_list(string body, string type)
    {
        var tracker = ScriptedGitHub.Always(200, body, type).Tracker();

        (await Should.ThrowAsync<TrackerException>(() => tracker.FindAsync(Issues, "marker", Now, default))).Trouble.ShouldBe(TrackerTrouble.Unavailable);
    }

    [Fact]
    public async Task Silence_ends_in_time_and_the_issue_was_sent_once()
    {
        var gitHub = new ScriptedGitHub(async (_, cancel) =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return ScriptedGitHub.Answer(200, "{}");
        });

        var failure = await Should.ThrowAsync<TrackerException>(() => gitHub.Tracker(TimeSpan.FromMilliseconds(50)).CreateAsync(Issues, AnIssue, default));

        failure.Trouble.ShouldBe(TrackerTrouble.Unavailable);
        failure.Message.ShouldBe("GitHub does not answer in time.");
        gitHub.Count(HttpMethod.Post).ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_is_refused_names_the_address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var nobody = (IPEndPoint)listener.LocalEndpoint;
        listener.Stop();

        var failure = await Should.ThrowAsync<TrackerException>(
            () => ScriptedGitHub.Connect(null, api: new Uri($"http://{nobody}/")).CreateAsync(Issues, AnIssue, default));

        failure.Trouble.ShouldBe(TrackerTrouble.Unavailable);
        failure.Message.ShouldBe($"GitHub cannot be reached: {nobody} refuses the connection.");
    }

    [Fact]
    public async Task A_connection_that_breaks_is_told_and_the_issue_was_sent_once()
    {
        var gitHub = new ScriptedGitHub((_, _) => throw new HttpRequestException("reset", new IOException("reset by peer")));

        (await CreateFailsAsync(gitHub)).Message.ShouldBe("GitHub cannot be reached at api.github.com. Check the network.");
    }

    [Fact]
    public async Task Reads_are_tried_again()
    {
        var answers = 0;
        var gitHub = new ScriptedGitHub((_, _) => Task.FromResult(++answers < 3 ? ScriptedGitHub.Answer(502, Html, "text/html") : ScriptedGitHub.Answer(200, "[]")));

        (await gitHub.Tracker().ListOpenAsync(Issues, 10, default)).ShouldBeEmpty();

        gitHub.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task No_write_of_any_kind_is_tried_again()
    {
        var gitHub = ScriptedGitHub.Always(502, Html, "text/html");
        var tracker = gitHub.Tracker();

        await Should.ThrowAsync<TrackerException>(() => tracker.CommentAsync(Issues, 5, "note", default));
        await Should.ThrowAsync<TrackerException>(() => tracker.SetLabelsAsync(Issues, 5, ["bug"], default));
        await Should.ThrowAsync<TrackerException>(() => tracker.AssignAsync(Issues, 5, "ana", default));
        await Should.ThrowAsync<TrackerException>(() => tracker.SetOpenAsync(Issues, 5, false, default));

        gitHub.Requests.Select(r => r.Method.Method).ShouldBe(["POST", "PUT", "PATCH", "PATCH"]);
    }

    private static async Task<TrackerException> CreateFailsAsync(ScriptedGitHub gitHub)
    {
        var failure = await Should.ThrowAsync<TrackerException>(() => gitHub.Tracker().CreateAsync(Issues, AnIssue, default));
        gitHub.Count(HttpMethod.Post).ShouldBe(1);
        failure.ToString().ShouldNotContain(ScriptedGitHub.Token);
        return failure;
    }

    private static (string, string)[] Headers(string text) =>
        [.. System.Text.RegularExpressions.Regex.Matches(text, "(?<name>[A-Za-z-]+): (?<value>.*?)(?=, [A-Za-z-]+: |$)").Select(m => (m.Groups["name"].Value, m.Groups["value"].Value))];
}
