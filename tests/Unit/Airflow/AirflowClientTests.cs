using System.Text;
using System.Text.Json;
using Hausmeister.Domain.Ports;
using Hausmeister.Integrations.Airflow;
using Hausmeister.Integrations.Airflow.Recordings;
using NodaTime;

namespace Hausmeister.Tests.Airflow;

/// <summary>What is asked of Airflow, what is shown to it and what is made of its answers.</summary>
public sealed class AirflowClientTests
{
    private static readonly PipelineRun ARun = new("scheduled__2026-11-25T02:00:00+00:00", Instant.FromUtc(2026, 11, 25, 2, 0), RunState.Running, null, null);

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public async Task The_tasks_are_told_with_those_that_wait_for_them(AirflowVersion version)
    {
        var tasks = await Airflows.Connect(Airflows.At(version, "06-finance-running")).TasksAsync(Airflows.Pipeline, default);

        tasks.Count.ShouldBe(12);
        tasks.Single(task => task.Id == "itaipu-dimensional-modeling").Downstream.ShouldBe(["capivara-dm", "itaipu-policies"], ignoreOrder: true);
        tasks.Single(task => task.Id == "capivara-rest").Downstream.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public async Task A_DAG_that_is_not_there_is_not_one_without_runs(AirflowVersion version)
    {
        var airflow = Airflows.Connect(Airflows.At(version, "06-finance-running"));
        var unknown = Airflows.Pipeline with { DagId = "prod-nothing" };

        (await Should.ThrowAsync<PipelineException>(() => airflow.LookAsync(unknown, default))).Message.ShouldStartWith("Airflow has no DAG prod-nothing");
        (await Should.ThrowAsync<PipelineException>(() => airflow.TasksAsync(unknown, default))).Message.ShouldStartWith("Airflow has no DAG prod-nothing");
    }

    [Theory]
    [InlineData(AirflowVersion.Two)]
    [InlineData(AirflowVersion.Three)]
    public async Task A_paused_DAG_without_a_schedule_has_no_next_run(AirflowVersion version)
    {
        var (dag, runs) = (Recording.Of(version)["states/run-queued-dag-paused/dag"], Recording.Of(version)["states/run-queued-dag-paused/runs"]);
        var airflow = new ScriptedAirflow(
            (path, recorded) => path.EndsWith("/dagRuns", StringComparison.Ordinal) ? Answer(runs) : path.Contains("/dags/", StringComparison.Ordinal) ? Answer(dag) : recorded(), version);

        var scheduled = await Airflows.Connect(airflow).LookAsync(Airflows.Pipeline, default);
        var all = await Airflows.Connect(airflow).LookAsync(Airflows.Pipeline with { CountsManualRuns = true }, default);

        (scheduled.Paused, scheduled.NextDue, scheduled.Runs.Count).ShouldBe((true, null, 0));
        var run = all.Runs.ShouldHaveSingleItem();
        (run.Id, run.State, run.StartedAt).ShouldBe(("manual__waiting", RunState.Queued, null));
    }

    [Theory]
    [InlineData(AirflowVersion.Two, "order_by=-execution_date")]
    [InlineData(AirflowVersion.Three, "order_by=-run_after&run_type=scheduled")]
    public async Task Runs_are_asked_for_as_each_version_can_order_and_filter_them(AirflowVersion version, string query)
    {
        var airflow = new ScriptedAirflow((_, recorded) => recorded(), version);

        await Airflows.Connect(airflow).LookAsync(Airflows.Pipeline, default);

        airflow.Requests.ShouldContain(request => request.Request.EndsWith($"/dags/prod-dagao/dagRuns?limit=25&offset=0&{query}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Runs_that_do_not_count_are_passed_over_page_by_page()
    {
        string[] runs = [.. Enumerable.Range(0, 60).Select(i => Run(i, i % 5 == 4 ? "scheduled" : i % 2 == 0 ? "manual" : "backfill"))];
        var page = 0;
        var airflow = new ScriptedAirflow(
            (path, recorded) => path.EndsWith("/dagRuns", StringComparison.Ordinal) ? Page(runs.Skip(25 * page++).Take(25), runs.Length) : recorded(), AirflowVersion.Two);

        var look = await Airflows.Connect(airflow).LookAsync(Airflows.Pipeline, default);

        look.Runs.Select(run => run.Id).ShouldBe(Enumerable.Range(0, 10).Select(i => $"{(5 * i) + 4}"));
        airflow.Requests.Select(request => request.Request).Where(request => request.Contains("/dagRuns", StringComparison.Ordinal)).ShouldBe(
            [.. new[] { 0, 25 }.Select(offset => $"GET /api/v1/dags/prod-dagao/dagRuns?limit=25&offset={offset}&order_by=-execution_date")]);
    }

    [Fact]
    public async Task Runs_come_by_when_they_were_due_also_where_Airflow_orders_them_otherwise()
    {
        string[] runs =
        [
            """{"dag_run_id": "by hand", "run_type": "manual", "state": "running", "logical_date": null, "run_after": "2026-11-24T10:00:00Z"}""",
            """{"dag_run_id": "night", "run_type": "scheduled", "state": "restarting", "logical_date": "2026-11-25T02:00:00Z", "run_after": "2026-11-25T02:00:00Z"}""",
            """{"dag_run_id": "old", "run_type": "scheduled", "state": "failed", "logical_date": "2020-11-24T02:00:00Z"}""",
        ];
        var airflow = new ScriptedAirflow((path, recorded) => path.EndsWith("/dagRuns", StringComparison.Ordinal) ? Page(runs, runs.Length) : recorded());

        var look = await Airflows.Connect(airflow).LookAsync(Airflows.Pipeline with { CountsManualRuns = true }, default);

        look.Runs.Select(run => $"{run.Id}: {run.State}").ShouldBe(["night: Running", "by hand: Running", "old: Failed"]);
    }

    [Theory]
    [InlineData(AirflowVersion.Two, "api/v1")]
    [InlineData(AirflowVersion.Three, "api/v2")]
    public async Task An_Airflow_below_a_path_is_reached_there(AirflowVersion version, string api)
    {
        var airflow = new ScriptedAirflow((_, _) => throw new HttpRequestException("x"));

        var client = Airflows.Connect(airflow, new(new("https://host.example/airflow"), null, null, "t", version));

        await Should.ThrowAsync<PipelineException>(() => client.LookAsync(Airflows.Pipeline with { DagId = "a b/c" }, default));

        airflow.Requests[0].Request.ShouldBe($"GET /airflow/{api}/dags/a%20b%2Fc");
    }

    [Theory]
    [InlineData(AirflowVersion.Two, -1, "dags/prod-dagao/grid?dag_run_id=scheduled__2026-11-25T02%3A00%3A00%2B00%3A00", "&task_id=finance.ledger&tab=logs")]
    [InlineData(AirflowVersion.Two, 7, "dags/prod-dagao/grid?dag_run_id=scheduled__2026-11-25T02%3A00%3A00%2B00%3A00", "&task_id=finance.ledger&map_index=7&tab=logs")]
    [InlineData(AirflowVersion.Three, -1, "dags/prod-dagao/runs/scheduled__2026-11-25T02%3A00%3A00%2B00%3A00", "/tasks/finance.ledger?try_number=2")]
    [InlineData(AirflowVersion.Three, 7, "dags/prod-dagao/runs/scheduled__2026-11-25T02%3A00%3A00%2B00%3A00", "/tasks/finance.ledger/mapped/7?try_number=2")]
    public void People_are_led_to_the_pages_of_each_version(AirflowVersion version, int index, string run, string log)
    {
        var airflow = Airflows.Connect(Airflows.At(version, "06-finance-running"), Airflows.Settings(version, new("https://host.example/airflow")));

        airflow.PageOf(Airflows.Pipeline, ARun).AbsoluteUri.ShouldBe("https://host.example/airflow/" + run);
        airflow.LogOf(Airflows.Pipeline, ARun, new("finance.ledger", index, 2, 3, null, null)).AbsoluteUri.ShouldBe("https://host.example/airflow/" + run + log);
    }

    [Fact]
    public async Task A_page_is_that_of_the_version_that_was_found_out()
    {
        var airflow = Airflows.Connect(Airflows.At(AirflowVersion.Two, "06-finance-running"));
        airflow.PageOf(Airflows.Pipeline, ARun).AbsoluteUri.ShouldContain("/runs/");

        await airflow.LookAsync(Airflows.Pipeline, default);

        airflow.PageOf(Airflows.Pipeline, ARun).AbsoluteUri.ShouldContain("/grid?");
    }

    [Fact]
    public async Task A_group_whose_tasks_do_not_carry_its_name_is_asked_for()
    {
        var airflow = WithTasks(Tasks("ledger", "report", "other", "itaipu-contracts"), 200, Tasks("ledger", "report"));

        var reading = await Airflows.ReadNewestAsync(Airflows.Connect(airflow), Airflows.Of("itaipu-contracts", "finance"));

        Airflows.Counts(reading).ShouldBe("1m | 2m | 1m");
        airflow.Count("task_group_id=finance").ShouldBe(1);
        airflow.Count("task_group_id=").ShouldBe(1);
    }

    [Theory]
    [InlineData(404, """{"detail":"no such group"}""")]
    [InlineData(200, """{"task_instances": [], "total_entries": 0}""")]
    [InlineData(200, null)]
    public async Task A_node_that_the_DAG_does_not_have_counts_no_task(int status, string? body)
    {
        var list = Tasks("ledger", "itaipu-contracts");
        var airflow = WithTasks(list, status, body ?? list);

        Airflows.Counts(await Airflows.ReadNewestAsync(Airflows.Connect(airflow), Airflows.Of("itaipu-contracts", "finance"))).ShouldBe("1m |  | 1m");
    }

    [Fact]
    public async Task Airflow_2_is_not_asked_for_groups()
    {
        var airflow = new ScriptedAirflow((_, recorded) => recorded(), AirflowVersion.Two);

        Airflows.Counts(await Airflows.ReadNewestAsync(Airflows.Connect(airflow), Airflows.Of("finance", "nothing"))).ShouldBe("1n 3m |  | 125n 1m 1d");

        airflow.Count("task_group_id").ShouldBe(0);
    }

    [Fact]
    public async Task One_token_serves_until_it_is_about_to_end()
    {
        var (brief, good, asked) = (Jwt(Airflows.Now.AddSeconds(30)), Jwt(Airflows.Now.AddHours(1)), 0);
        var airflow = new ScriptedAirflow((path, recorded) => path == "/auth/token" ? Token(asked++ == 0 ? brief : good) : Tokenless(path, recorded));
        var client = Airflows.Connect(airflow);

        for (var i = 0; i < 3; i++) await client.TasksAsync(Airflows.Pipeline, default);

        airflow.Count("/auth/token").ShouldBe(2);
        airflow.Requests[^1].Shown!.Parameter.ShouldBe(good);
    }

    [Theory]
    [InlineData("errors/expired-token")]
    [InlineData("errors/garbage-token")]
    [InlineData("errors/no-credentials")]
    public async Task A_refused_token_is_renewed_once_by_all_that_need_it(string refusal)
    {
        var asked = 0;
        var all = new TaskCompletionSource();
        var waiting = 0;
        var airflow = new ScriptedAirflow(async (path, recorded) =>
        {
            if (path == "/auth/token") return await Token($"token {Interlocked.Increment(ref asked)}");
            if (!path.EndsWith("/tasks", StringComparison.Ordinal) || asked != 1) return await Tokenless(path, recorded);
            // All have seen the first token before it is refused.
            if (Interlocked.Increment(ref waiting) == 8) all.SetResult();
            await all.Task;
            return await Answer(Recording.Of(AirflowVersion.Three)[refusal]);
        });
        var client = Airflows.Connect(airflow);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => client.TasksAsync(Airflows.Pipeline, default))));

        airflow.Count("/auth/token").ShouldBe(2);
        airflow.Count("/tasks").ShouldBe(16);
    }

    [Fact]
    public async Task A_token_that_is_refused_again_is_not_asked_for_without_end()
    {
        var asked = 0;
        var airflow = new ScriptedAirflow((path, recorded) => path == "/auth/token" ? Token($"token {asked++}")
            : path.EndsWith("/tasks", StringComparison.Ordinal) ? Answer(Recording.Of(AirflowVersion.Three)["errors/expired-token"]) : recorded());

        var failure = await Should.ThrowAsync<PipelineException>(() => Airflows.Connect(airflow).TasksAsync(Airflows.Pipeline, default));

        failure.Message.ShouldStartWith("Airflow refuses a token that it has just given (401).");

        (airflow.Count("/auth/token"), airflow.Count("/tasks")).ShouldBe((2, 2));
    }

    [Fact]
    public async Task A_missing_permission_is_no_reason_for_another_token()
    {
        var forbidden = Recording.Of(AirflowVersion.Three)["errors/fab-forbidden"];
        var airflow = new ScriptedAirflow((path, recorded) => path.EndsWith("/tasks", StringComparison.Ordinal) ? Answer(forbidden) : recorded());

        await Should.ThrowAsync<PipelineException>(() => Airflows.Connect(airflow).TasksAsync(Airflows.Pipeline, default));

        (airflow.Count("/auth/token"), airflow.Count("/tasks")).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData(AirflowVersion.Two, "Basic")]
    [InlineData(AirflowVersion.Three, "Bearer")]
    public async Task User_name_and_password_are_shown_as_each_version_wants_them(AirflowVersion version, string scheme)
    {
        var airflow = new ScriptedAirflow((_, recorded) => recorded(), version);

        await Airflows.Connect(airflow).TasksAsync(Airflows.Pipeline, default);

        airflow.Requests[^1].Shown!.Scheme.ShouldBe(scheme);
    }

    /// <param name="back">How many days before the newest.</param>
    private static string Run(int back, string type)
    {
        var due = NodaTime.Text.LocalDatePattern.Iso.Format(new LocalDate(2026, 11, 25).PlusDays(-back));
        return $$"""{"dag_run_id": "{{back}}", "run_type": "{{type}}", "state": "success", "data_interval_end": "{{due}}T02:00:00+00:00"}""";
    }

    private static ScriptedAirflow WithTasks(string all, int status, string ofGroup) => new((path, recorded) =>
        path.EndsWith("/list", StringComparison.Ordinal) ? ScriptedAirflow.Answer(200, all)
        : path.EndsWith("/taskInstances", StringComparison.Ordinal) ? ScriptedAirflow.Answer(status, ofGroup)
        : recorded());

    private static Task<HttpResponseMessage> Token(string token) => ScriptedAirflow.Answer(201, $$"""{"access_token": "{{token}}"}""");

    private static Task<HttpResponseMessage> Page(IEnumerable<string> runs, int total) =>
        ScriptedAirflow.Answer(200, $$"""{"dag_runs": [{{string.Join(", ", runs)}}], "total_entries": {{total}}}""");

    private static Task<HttpResponseMessage> Answer(Exchange exchange) => ScriptedAirflow.Answer(exchange.Status, Encoding.UTF8.GetString(exchange.Body), exchange.Type);

    /// <summary>As recorded, whatever token is shown.</summary>
    private static Task<HttpResponseMessage> Tokenless(string path, Func<Task<HttpResponseMessage>> recorded) =>
        path.EndsWith("/tasks", StringComparison.Ordinal) ? Answer(Recording.Of(AirflowVersion.Three)["dag/tasks"]) : recorded();

    private static string Tasks(params string[] ids) =>
        $$"""{"task_instances": [{{string.Join(", ", ids.Select(id => $$"""{"task_id": "{{id}}", "state": "running"}"""))}}], "total_entries": {{ids.Length}}}""";

    private static string Jwt(DateTimeOffset end) =>
        $"eyJhbGciOiJIUzUxMiJ9.{System.Buffers.Text.Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new { exp = end.ToUnixTimeSeconds(), sub = "hausmeister" }))}.x";
}
