using Hausmeister.Domain.Cases;
using Hausmeister.Domain.Duties;
using Hausmeister.Domain.Ports;
using Hausmeister.Domain.Squads;
using NodaTime;

namespace Hausmeister.Tests.Tracker;

/// <summary>What is sent to GitHub and what is made of its answers, where emulate is simpler than GitHub.</summary>
public sealed class GitHubRequestTests
{
    private static readonly IssueSettings Issues = new("nubank/itaipu", ["bug", "data-infra"], new Dictionary<Priority, string>(), "undecided");

    private static Instant Now => ScriptedGitHub.Now;

    private static string Issue(int number, string createdAt = "2026-11-26T11:00:00Z", string more = "") => $$"""
        {"number":{{number}},"title":"Issue {{number}}","body":null,"html_url":"https://github.com/nubank/itaipu/issues/{{number}}","state":"open","locked":false,
         "user":{"login":"ana","type":"User"},"labels":[],"assignees":[],"comments":0,"created_at":"{{createdAt}}","updated_at":"{{createdAt}}"{{more}}}
        """;

    [Fact]
    public async Task Pull_requests_are_no_issues()
    {
        const string pull = ",\"pull_request\":{\"url\":\"https://api.github.com/repos/nubank/itaipu/pulls/2\"}";
        var list = ScriptedGitHub.Always(200, $"[{Issue(2, more: pull)},{Issue(1)}]");
        var one = ScriptedGitHub.Always(200, Issue(2, more: pull));

        (await list.Tracker().ListOpenAsync(Issues, 10, default)).Select(i => i.Number).ShouldBe([1]);
        (await one.Tracker().GetAsync(Issues, 2, default)).ShouldBeNull();
    }

    [Fact]
    public async Task An_issue_without_a_body_has_an_empty_one() =>
        (await ScriptedGitHub.Always(200, Issue(1)).Tracker().GetAsync(Issues, 1, default)).ShouldNotBeNull().Body.ShouldBe("");

    [Fact]
    public async Task A_marker_is_looked_for_in_a_list_that_a_differing_clock_cannot_empty()
    {
        var gitHub = ScriptedGitHub.Always(200, $"[{Issue(1)}]");

        await gitHub.Tracker().FindAsync(Issues, "marker", Now, default);

        var path = gitHub.Requests.ShouldHaveSingleItem().Path;
        path.ShouldStartWith("/repos/nubank/itaipu/issues?");
        path.ShouldContain("state=all");
        path.ShouldContain("labels=bug%2Cdata-infra");
        path.ShouldContain("direction=desc");
        path.ShouldNotContain("since=");
    }

    [Fact]
    public async Task Looking_for_a_marker_ends_with_the_page_that_is_older_than_the_case()
    {
        var pages = Pages(page => Enumerable.Range(0, 100).Select(i => Issue(1000 - (page * 100) - i, $"2026-11-26T{12 - page:D2}:00:00Z")));

        (await pages.Tracker().FindAsync(Issues, "marker", Now - Duration.FromMinutes(90), default)).ShouldBeNull();

        pages.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_issue_that_a_newer_one_moves_to_the_next_page_comes_once()
    {
        var pages = Pages(page => page == 1 ? Enumerable.Range(0, 100).Select(i => Issue(200 - i)) : [Issue(101), Issue(100)]);

        (await pages.Tracker().ListOpenAsync(Issues, 200, default)).Select(i => i.Number).ShouldBe(Enumerable.Range(0, 101).Select(i => 200 - i));
    }

    [Fact]
    public async Task A_change_sends_one_member_and_so_leaves_the_milestone_alone()
    {
        var gitHub = ScriptedGitHub.Always(200, Issue(5));

        await gitHub.Tracker().SetOpenAsync(Issues, 5, open: false, default);
        await gitHub.Tracker().AssignAsync(Issues, 5, null, default);

        gitHub.Requests.Select(r => r.Body).ShouldBe(["""{"state":"closed"}""", """{"assignees":[]}"""]);
    }

    [Fact]
    public async Task An_assignee_whom_GitHub_refuses_does_not_cost_the_issue()
    {
        const string refusal = """{"message":"Validation Failed","errors":[{"value":"ghost","resource":"Issue","field":"assignees","code":"invalid"}]}""";
        var gitHub = new ScriptedGitHub(async (request, cancel) =>
            (await request.Content!.ReadAsStringAsync(cancel)).Contains("ghost", StringComparison.Ordinal)
                ? ScriptedGitHub.Answer(422, refusal)
                : ScriptedGitHub.Answer(201, Issue(5)));

        var created = await gitHub.Tracker().CreateAsync(Issues, new("title", "body", ["bug"], "ghost"), default);

        created.Assignee.ShouldBeNull();
        gitHub.Count(HttpMethod.Post).ShouldBe(2);
    }

    public static TheoryData<string, string> Work => new()
    {
        { """{"event":"assigned","actor":{"login":"ana"},"assignee":{"login":"bruno"},"created_at":"2026-11-26T11:30:00Z"}""", "ana: assigned to bruno" },
        { """{"event":"referenced","actor":{"login":"ana"},"commit_id":"6dcb09b5b57875f334f61aebed695e2e4193db5e","created_at":"2026-11-26T11:30:00Z"}""", "ana: commit 6dcb09b" },
        {
            """{"event":"cross-referenced","actor":{"login":"ana"},"created_at":"2026-11-26T11:30:00Z","source":{"type":"issue","issue":{"number":12,"locked":false,"comments":0,"state":"open","created_at":"2026-11-26T11:30:00Z","pull_request":{"url":"https://api.github.com/repos/nubank/itaipu/pulls/12"}}}}""",
            "ana: pull request #12"
        },
        { """{"event":"connected","actor":{"login":"ana"},"created_at":"2026-11-26T11:30:00Z"}""", "ana: pull request linked" },
    };

    [Theory]
    [MemberData(nameof(Work))]
    public async Task Work_on_an_issue_is_news(string change, string expected)
    {
        var news = await Tracker("[]", $"[{change}]").NewsAsync(Issues, 5, Now - Duration.FromHours(1), default);

        news.ShouldNotBeNull();
        $"{news.By}: {news.Text}".ShouldBe(expected);
        news.At.ShouldBe(Now - Duration.FromMinutes(30));
        news.Assignee.ShouldBe(change.Contains("\"assigned\"", StringComparison.Ordinal) ? "bruno" : null);
    }

    [Theory]
    [InlineData("""{"event":"labeled","actor":{"login":"ana"},"created_at":"2026-11-26T11:30:00Z"}""")]
    [InlineData("""{"event":"an-event-of-next-year","actor":{"login":"ana"},"created_at":"2026-11-26T11:30:00Z"}""")]
    [InlineData("""{"event":"assigned","actor":{"login":"ana"},"assignee":{"login":"bruno"},"created_at":"2026-11-26T10:30:00Z"}""")]
    [InlineData("""{"event":"committed","sha":"6dcb09b5b57875f334f61aebed695e2e4193db5e","author":{"name":"Ana","date":"2026-11-26T11:30:00Z"}}""")]
    public async Task Anything_else_or_older_is_no_news(string change) =>
        (await Tracker("[]", $"[{change}]").NewsAsync(Issues, 5, Now - Duration.FromHours(1), default)).ShouldBeNull();

    [Theory]
    [InlineData("User", "Found it.", "Found it.")]
    [InlineData("Bot", "Build failed.", null)]
    [InlineData("User", "Note of Ana.\\n<!-- hausmeister note:1 -->", null)]
    public async Task Only_what_a_person_writes_is_news(string type, string body, string? expected)
    {
        var comment = $$"""{"id":1,"body":"{{body}}","user":{"login":"x","type":"{{type}}"},"created_at":"2026-11-26T11:30:00Z"}""";

        (await Tracker($"[{comment}]", "[]").NewsAsync(Issues, 5, Now - Duration.FromHours(1), default))?.Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("https://api.github.com/", "https://github.com/nubank/itaipu/issues?", "/repos/nubank/itaipu")]
    [InlineData("https://github.example/api/v3", "https://github.example/nubank/itaipu/issues?", "/api/v3/repos/nubank/itaipu")]
    [InlineData("http://localhost:4000", "http://localhost:4000/nubank/itaipu/issues?", "/repos/nubank/itaipu")]
    public async Task The_address_is_used_as_it_is(string api, string page, string path)
    {
        var gitHub = ScriptedGitHub.Always(200, """{"id":1,"name":"itaipu"}""");
        var tracker = ScriptedGitHub.Connect(gitHub, api: new Uri(api));

        await tracker.CheckAsync(Issues, default);

        gitHub.Requests.ShouldHaveSingleItem().Path.ShouldBe(path);
        tracker.OpenIssuesPage(Issues).AbsoluteUri.ShouldStartWith(page);
    }

    private static ScriptedGitHub Pages(Func<int, IEnumerable<string>> issues) => new((request, _) =>
    {
        var page = int.Parse(System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query)["page"]!);
        return Task.FromResult(ScriptedGitHub.Answer(200, $"[{string.Join(',', issues(page))}]"));
    });

    private static IIssueTracker Tracker(string comments, string timeline) => new ScriptedGitHub((request, _) =>
        Task.FromResult(ScriptedGitHub.Answer(200, request.RequestUri!.AbsolutePath.EndsWith("/comments", StringComparison.Ordinal) ? comments : timeline))).Tracker();
}
