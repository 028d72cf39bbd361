using System.Net;
using System.Net.Sockets;
using System.Text;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Airflow.Recordings;

namespace Hausmeister.Tests.Airflow;

/// <summary>What people are told when Airflow does not do it.</summary>
public sealed class RefusalTests
{
    private const string Html = "<!DOCTYPE html><title>Sign in</title>";
    private const string NotAirflow = "airflow.example answers, but not as Airflow 2 or 3 does. Check Airflow:Address.";
    private const string NotJson = "airflow.example answers with a page where Airflow writes JSON. Check Airflow:Address, and whether a proxy asks for a sign-in.";
    private const string Unreadable = "Airflow's answer cannot be read: it is not what Airflow 2 or 3 writes. Check whether a proxy changes it.";
    private const string NoSuchDag = "Airflow has no DAG prod-dagao, or the user may not see it (404). Check the DAG's id in the squad's file.";
    private const string Forbidden2 = "Airflow refuses it (403): user name or password are wrong, or the user may not read the DAG prod-dagao. "
        + "Check Airflow:Username and Airflow:Password, and give the user a role that reads it, such as Viewer.";
    private const string Forbidden3 = "Airflow does not let the user read the DAG prod-dagao (403). Give it a role that reads the DAG, its runs and its task instances, such as Viewer.";
    private const string WrongPassword = "Airflow refuses the user name or the password (401). Check Airflow:Username and Airflow:Password.";

    private static string JustGiven(int status) => $"Airflow refuses a token that it has just given ({status}). Check that all of its web servers sign with the same key.";

    public static TheoryData<AirflowVersion, string, string> Recorded => new()
    {
        { AirflowVersion.Two, "errors/no-credentials", Forbidden2 },
        { AirflowVersion.Two, "errors/wrong-password", Forbidden2 },
        { AirflowVersion.Two, "errors/forbidden", Forbidden2 },
        { AirflowVersion.Two, "errors/may-not-trigger", Forbidden2 },
        { AirflowVersion.Two, "errors/unknown-dag-itself", NoSuchDag },
        { AirflowVersion.Two, "errors/unknown-run", NoSuchDag },
        { AirflowVersion.Two, "errors/bad-limit", "Airflow answers with status 400, which was not expected." },
        { AirflowVersion.Two, "errors/bad-order-by", "Airflow answers with status 400, which was not expected." },
        { AirflowVersion.Two, "server/other-api-version", NotAirflow },
        { AirflowVersion.Two, "server/other-api-version-no-credentials", NotAirflow },
        { AirflowVersion.Three, "errors/no-credentials", JustGiven(401) },
        { AirflowVersion.Three, "errors/fab-no-credentials", JustGiven(401) },
        { AirflowVersion.Three, "errors/basic-on-token", JustGiven(401) },
        { AirflowVersion.Three, "errors/fab-basic", JustGiven(401) },
        { AirflowVersion.Three, "errors/expired-token", JustGiven(401) },
        { AirflowVersion.Three, "errors/garbage-token", JustGiven(403) },
        { AirflowVersion.Three, "errors/fab-forbidden", Forbidden3 },
        { AirflowVersion.Three, "errors/fab-forbidden-dags", Forbidden3 },
        { AirflowVersion.Three, "errors/may-not-trigger", Forbidden3 },
        { AirflowVersion.Three, "errors/unknown-dag-itself", NoSuchDag },
        { AirflowVersion.Three, "errors/unknown-dag", NoSuchDag },
        { AirflowVersion.Three, "errors/unknown-run", NoSuchDag },
        { AirflowVersion.Three, "errors/unknown-run-task-instances", NoSuchDag },
        { AirflowVersion.Three, "errors/bad-limit", "Airflow answers with status 422, which was not expected." },
        { AirflowVersion.Three, "errors/bad-order-by", "Airflow answers with status 400, which was not expected." },
        { AirflowVersion.Three, "errors/task-instances-order-nonsense", "Airflow answers with status 400, which was not expected." },
        { AirflowVersion.Three, "server/other-api-version", NotAirflow },
        { AirflowVersion.Three, "server/other-api-version-no-credentials", NotAirflow },
        { AirflowVersion.Three, "auth/token-wrong-password", WrongPassword },
        { AirflowVersion.Three, "auth/fab-token-wrong-password", WrongPassword },
        { AirflowVersion.Three, "auth/token-missing-field", "Airflow answers with status 422, which was not expected." },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task Every_recorded_refusal_has_its_words(AirflowVersion version, string name, string told) =>
        (await FailureAsync(Answering(version, Recording.Of(version)[name], always: name.StartsWith("server/", StringComparison.Ordinal)), Airflows.Settings(version))).ShouldBe(told);

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public void No_recorded_refusal_is_left_out(AirflowVersion version) => Recording.Of(version).Names
        .Where(name => Recording.Of(version)[name] is { Status: >= 400 } && name.Split('/')[0] is "errors" or "auth" or "server")
        .ShouldBe(Recorded.Where(row => row.Data.Item1 == version).Select(row => row.Data.Item2), ignoreOrder: true);

    public static TheoryData<AirflowVersion, int, string, string> Tokens => new()
    {
        { AirflowVersion.Three, 401, """{"detail":"Token Expired"}""", "Airflow refuses the token (401): it has expired, or another Airflow gave it. Set a new one: Airflow:Token." },
        { AirflowVersion.Three, 403, """{"detail":"Invalid JWT token"}""", "Airflow refuses the token (403): it has expired, or another Airflow gave it. Set a new one: Airflow:Token." },
        { AirflowVersion.Three, 403, """{"detail":"Forbidden"}""", Forbidden3 },
        { AirflowVersion.Two, 401, """{"detail":null}""", "Airflow refuses the token (401): it has expired, or another Airflow gave it. Set a new one: Airflow:Token." },
        {
            AirflowVersion.Two, 403, """{"detail":null}""",
            "Airflow refuses it (403): the token is wrong, or its user may not read the DAG prod-dagao. Check Airflow:Token, and give the user a role that reads it, such as Viewer."
        },
    };

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_given_token_is_not_renewed(AirflowVersion version, int status, string body, string told)
    {
        var airflow = new ScriptedAirflow((_, _) => ScriptedAirflow.Answer(status, body));

        (await FailureAsync(airflow, new(Airflows.Address, null, null, "t0ken", version))).ShouldBe(told);
        airflow.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(AirflowVersion.Three, 401, "Airflow wants credentials (401). Set Airflow:Username and Airflow:Password, or Airflow:Token.")]
    [InlineData(
        AirflowVersion.Two, 403,
        "Airflow refuses it (403): credentials are not set, or nobody may read the DAG prod-dagao without them. Set Airflow:Username and Airflow:Password, or Airflow:Token.")]
    public async Task Without_credentials_they_are_asked_for(AirflowVersion version, int status, string told) =>
        (await FailureAsync(new ScriptedAirflow((_, _) => ScriptedAirflow.Answer(status, """{"detail":"x"}""")), new(Airflows.Address, null, null, null, version))).ShouldBe(told);

    [Fact]
    public async Task Where_no_token_is_given_for_a_password_one_is_asked_for() => (await FailureAsync(
        new ScriptedAirflow((_, _) => ScriptedAirflow.Answer(404, """{"detail":"Not Found"}""")), Airflows.Settings(AirflowVersion.Three)))
        .ShouldBe("Airflow gives no token for a user name and a password (404). Set one that it accepts: Airflow:Token.");

    [Theory]
    [InlineData("""{"access_token": null}""")]
    [InlineData("""{"access_token": "two\nlines"}""")]
    [InlineData("""{"token": "x"}""")]
    public async Task A_token_that_is_none_cannot_be_read(string body) =>
        (await FailureAsync(new ScriptedAirflow((_, _) => ScriptedAirflow.Answer(201, body)), Airflows.Settings(AirflowVersion.Three))).ShouldBe(Unreadable);

    [Theory]
    [InlineData(200, Html, "text/html", NotJson)]
    [InlineData(200, "", "application/json", NotJson)]
    [InlineData(200, "{", "application/json", Unreadable)]
    [InlineData(200, "null", "application/json", Unreadable)]
    [InlineData(200, "[]", "application/json", Unreadable)]
    [InlineData(200, """{"is_paused": "no"}""", "application/json", Unreadable)]
    [InlineData(200, """{"dag_id": "prod-dagao"}""", "application/json", Unreadable)]
    [InlineData(302, "", "text/html", "airflow.example sends us elsewhere (302), as a sign-in page does. Check Airflow:Address, also http or https.")]
    [InlineData(404, Html, "text/html", NotAirflow)]
    [InlineData(404, "not json", "application/json", NotAirflow)]
    [InlineData(429, "", "text/plain", "Airflow asks for a pause (429): too many requests.")]
    [InlineData(500, Html, "text/html", "Airflow has trouble of its own (500). Look at its web server's log.")]
    [InlineData(503, "{", "application/json", "Airflow has trouble of its own (503). Look at its web server's log.")]
    [InlineData(418, "{}", "application/json", "Airflow answers with status 418, which was not expected.")]
    public async Task Whatever_else_is_answered_has_its_words_with_either_version(int status, string body, string type, string told)
    {
        foreach (var version in new AirflowVersion?[] { AirflowVersion.Two, AirflowVersion.Three, null })
        {
            var airflow = new ScriptedAirflow((path, _) => path switch
            {
                "/api/v2/version" when status == 200 && type == "application/json" => ScriptedAirflow.Answer(200, """{"version": "3"}"""),
                "/auth/token" => ScriptedAirflow.Answer(201, """{"access_token": "t"}"""),
                _ => ScriptedAirflow.Answer(status, body, type),
            });

            (await FailureAsync(airflow, Airflows.Settings(version))).ShouldBe(told, $"with version {version}");
        }
    }

    [Theory]
    [InlineData("""{"dag_runs": [], "total": 0}""")]
    [InlineData("""{"dag_runs": null, "total_entries": 0}""")]
    [InlineData("""{"dag_runs": [{"dag_run_id": "x", "run_type": "scheduled", "state": "running"}], "total_entries": 1}""")]
    [InlineData("""{"dag_runs": [{"dag_run_id": null, "run_type": "scheduled", "state": "running"}], "total_entries": 1}""")]
    public async Task Runs_of_another_shape_cannot_be_read(string body)
    {
        var airflow = new ScriptedAirflow((path, recorded) => path.EndsWith("/dagRuns", StringComparison.Ordinal) ? ScriptedAirflow.Answer(200, body) : recorded());

        (await FailureAsync(airflow, Airflows.Settings(AirflowVersion.Three))).ShouldBe(Unreadable);
    }

    public static TheoryData<Exception, string> Network => new()
    {
        { new HttpRequestException("x", new SocketException((int)SocketError.ConnectionRefused)), "Airflow cannot be reached: airflow.example refuses the connection. Check whether its web server runs." },
        { new HttpRequestException(HttpRequestError.NameResolutionError, "x"), "Airflow cannot be reached: nobody knows airflow.example. Check Airflow:Address." },
        { new HttpRequestException(HttpRequestError.SecureConnectionError, "x"), "Airflow cannot be reached safely: this machine does not trust airflow.example. Check its certificate." },
        { new HttpRequestException("x", new IOException("reset")), "The connection to Airflow breaks off before its answer is complete. Check the network and the proxy." },
        { new HttpRequestException("x"), "Airflow cannot be reached at airflow.example. Check the network." },
        { new TaskCanceledException("x", new TimeoutException()), "Airflow does not answer in time." },
    };

    [Theory]
    [MemberData(nameof(Network))]
    public async Task A_network_that_does_not_get_there_has_its_words(Exception exception, string told) =>
        (await FailureAsync(new ScriptedAirflow((_, _) => throw exception), Airflows.Settings())).ShouldBe(told);

    [Fact]
    public async Task A_name_that_nobody_knows_is_told() => (await FailureAsync(network: null, Airflows.Settings(address: new("http://airflow.invalid/"))))
        .ShouldBe("Airflow cannot be reached: nobody knows airflow.invalid. Check Airflow:Address.");

    [Fact]
    public void Settings_are_printed_without_secrets() =>
        new AirflowSettings(Airflows.Address, "hausmeister", "p4ssw0rd", "t0ken", null).ToString().ShouldBe("Airflow at http://airflow.example/");

    /// <summary>The recorded answer where it would come, and the recording else.</summary>
    private static ScriptedAirflow Answering(AirflowVersion version, Exchange exchange, bool always) => new(
        (path, recorded) => always || path == new Uri(Airflows.Address, exchange.Path).AbsolutePath || (exchange.Path != "/auth/token" && path.StartsWith("/api/", StringComparison.Ordinal))
            ? ScriptedAirflow.Answer(exchange.Status, Encoding.UTF8.GetString(exchange.Body), exchange.Type) : recorded(),
        version);

    private static async Task<string> FailureAsync(HttpMessageHandler? network, AirflowSettings settings)
    {
        var failure = await Should.ThrowAsync<PipelineException>(() => Airflows.Connect(network, settings).LookAsync(Airflows.Pipeline, TestContext.Current.CancellationToken));
        foreach (var secret in new[] { RecordedAirflow.Password, "t0ken", Html }) failure.ToString().ShouldNotContain(secret);
        return failure.Message;
    }
}
